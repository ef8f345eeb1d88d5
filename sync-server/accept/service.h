// The server's side of a sync round, without HTTP: bytes in, bytes out (DESIGN 5, seams).
//
// Committed before the answer is given (SYNC 5). Called from one thread at a time.
#pragma once

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/db/connection.h"
#include "shared/forms/form_set.h"
#include "shared/forms/in_force.h"
#include "shared/protocol/enrolment.h"
#include "sync-server/accept/round/epochs.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace accept {

// Why a whole request was refused. Nothing of it was taken.
enum class Refusal {
    None,
    Malformed,      // not a sync request
    Gap,            // it knows more of us than we hold, and proved nothing
    NotEnrolled,    // no such token
    Revoked,        // the laptop was reported lost, its user disabled or without a laptop now
    Paused,         // the health centre stopped it for a while
    NewerProtocol,  // the client speaks a newer protocol
    CodeUnknown,
    CodeExpired,
    CodeUsed,
    CodeOfAnother,  // the store to be enrolled again is another user's
    CodeNoLaptop,   // of a role that works in the browser alone
};

// POST /v1/sync: the token as the device sent it, the body unpacked.
struct Incoming {
    std::string token;
    std::string body;
};

// Does anything follow the first line? Then it is for the writer.
bool brings_changes(std::string_view body);

struct Reply {
    Refusal refusal = Refusal::None;
    std::string text;  // the answer; empty with a refusal
};

// That a laptop was there, and what it said of itself.
struct Seen {
    std::int64_t device = 0;  // its number in the database
    base::Instant at;
    std::int64_t clock_offset_ms = 0;
    bool agreed = true;
    std::string app;
    std::optional<std::int64_t> free_mb = std::nullopt;
};
struct AnswerRead {
    std::string text;
    Seen seen;  // to be noted; nobody waits for it
};

// What one commit holds. Whoever shares it waits for all of it, with its answer in memory.
struct CommitLimits {
    std::size_t requests_max = 32;  // more hardly save the disk anything, and all wait for the last
    std::size_t answer_bytes_max = 16 * 1024 * 1024;  // as much as the longest single answer
};

class Service {
public:
    // `connection` outlives the service.
    static base::Result<Service> open(db::Connection& connection, const forms::FormSet& forms,
                                      const base::Clock& clock, base::Random& random);

    // From now on by these forms, which outlive the service and may change while it works.
    void follow(const forms::InForce& forms) { forms_.followed = &forms; }

    // Where it is known beside the database which epochs were begun.
    void know_epochs(EpochsBeside epochs) { epochs_ = std::move(epochs); }

    void limit_commits(const CommitLimits& limits) { limits_ = limits; }

    // Has a laptop this token? Cheap: asked before its request is unpacked. This one and the next
    // read on a connection of the caller's, beside the writer; from any thread.
    base::Result<bool> knows(db::Connection& reader, std::string_view token) const;
    // The answer to a request that brings nothing, all from one view of the database (SYNC 18).
    // nullopt: it is one for the writer.
    base::Result<std::optional<AnswerRead>> read(db::Connection& reader,
                                                 const Incoming& request) const;
    base::Status note(std::span<const Seen> seen);
    // For a moment in which nobody waits: what commits put off (db::Connection::shorten_log).
    base::Status tidy();
    // Several share one commit, in order, each a part of it that fails by itself; an answer for
    // each. If a commit fails, nothing of those in it was taken and their answers say so. What
    // exceeds the limits of one goes into the next.
    std::vector<base::Result<Reply>> handle(std::span<const Incoming> requests);
    base::Result<Reply> handle(std::string_view token, std::string_view body);
    // The same for one whose signature was checked (carried.h).
    base::Result<Reply> handle_of(const base::DeviceId& device, std::string_view body);
    // POST /v1/enrol.
    base::Result<Reply> enrol(std::string_view body);

private:
    Service(db::Connection& connection, const forms::FormSet& forms, const base::Clock& clock,
            base::Random& random)
        : connection_(&connection), clock_(&clock), random_(&random) {
        forms_.fixed = &forms;
        forms_.fixed_digest = forms.digest();
    }
    std::vector<base::Result<Reply>> handle_commit(std::span<const Incoming> requests);
    bool is_full(const std::vector<base::Result<Reply>>& replies) const;
    base::Result<Reply> handle_inside(const Incoming& request);
    base::Result<Reply> handle_part(const Incoming& request);
    base::Status leave_epoch_behind(const protocol::EnrolAgain& again);
    base::Result<protocol::Config> config_of(db::Connection& connection, const base::UserId& user,
                                             bool with_forms) const;

    // Those given at the start, or those in force by now.
    struct Forms {
        const forms::FormSet* fixed = nullptr;
        std::string fixed_digest;
        const forms::InForce* followed = nullptr;

        const forms::FormSet& operator*() const {
            return followed ? followed->now().forms : *fixed;
        }
    };

    db::Connection* connection_;
    Forms forms_;
    CommitLimits limits_;
    EpochsBeside epochs_;
    const base::Clock* clock_;
    base::Random* random_;
    base::Zone zone_;
    std::string centre_;
    std::string signing_key_;
    std::string box_public_key_;
    friend class SyncRequest;
};

}  // namespace accept
