// The server's side of a sync round, without HTTP: bytes in, bytes out (DESIGN 5, seams).
//
// One transaction per request, committed before the answer is given (SYNC 5). Called from one
// thread at a time.
#pragma once

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/db/connection.h"
#include "shared/forms/form_set.h"
#include "shared/protocol/enrolment.h"

#include <string>
#include <string_view>

namespace accept {

// Why a whole request was refused. Nothing of it was taken.
enum class Refusal {
    None,
    Malformed,      // not a sync request
    Gap,            // lines are missing before the first
    NotEnrolled,    // no such token
    Revoked,        // the laptop was reported lost or its user disabled
    Paused,         // the health centre stopped it for a while
    NewerProtocol,  // the client speaks a newer protocol
    CodeUnknown,
    CodeExpired,
    CodeUsed,
    CodeOfAnother,  // the store to be enrolled again is another user's
};

struct Reply {
    Refusal refusal = Refusal::None;
    std::string text;  // the answer; empty with a refusal
};

class Service {
public:
    // `connection` outlives the service.
    static base::Result<Service> open(db::Connection& connection, const forms::FormSet& forms,
                                      const base::Clock& clock, base::Random& random);

    // Has a laptop this token? Cheap: asked before its request is unpacked.
    base::Result<bool> knows(std::string_view token);
    // POST /v1/sync: `token` as the device sent it, `body` unpacked.
    base::Result<Reply> handle(std::string_view token, std::string_view body);
    // The same for one whose signature was checked (carried.h).
    base::Result<Reply> handle_of(const base::DeviceId& device, std::string_view body);
    // POST /v1/enrol.
    base::Result<Reply> enrol(std::string_view body);

private:
    Service(db::Connection& connection, const forms::FormSet& forms, const base::Clock& clock,
            base::Random& random)
        : connection_(&connection), forms_(&forms), clock_(&clock), random_(&random) {}
    base::Status leave_epoch_behind(const protocol::EnrolAgain& again);
    base::Result<protocol::Config> config_of(const base::UserId& user, bool with_forms);

    db::Connection* connection_;
    const forms::FormSet* forms_;
    const base::Clock* clock_;
    base::Random* random_;
    base::Zone zone_;
    std::string forms_digest_;
    std::int64_t epoch_ = 1;
    std::string centre_;
    std::string signing_key_;
    std::string box_public_key_;
    friend class SyncRequest;
};

}  // namespace accept
