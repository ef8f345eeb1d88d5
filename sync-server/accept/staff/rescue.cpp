#include "sync-server/accept/staff/rescue.h"

#include "shared/base/log.h"
#include "shared/protocol/rescue.h"
#include "sync-server/accept/change/scope.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/people/people.h"

namespace staff {

using base::Error;
using base::ErrorCode;

namespace {

constexpr const char* kWhat = "pin_rescue";

// Whoever was shut out gets no key: what her laptop still holds is fetched by letting her in again.
Result<server_store::User> owner_of(db::Connection& connection, const std::string& device_id) {
    TRY_LET(device, server_store::find_device(connection, device_id));
    if (!device) {
        return Error{ErrorCode::NotFound, "this request is of a laptop that is not enrolled here"};
    }
    TRY_LET(user, server_store::find_user(connection, device->user));
    if (!user || accept::is_shut_out(*device, *user)) {
        return Error{
            ErrorCode::Refused,
            "this laptop's user is disabled, or the laptop is revoked: no answer is given"};
    }
    return *user;
}

}  // namespace

Result<Rescue> rescue_pin(const Desk& desk, std::string_view request, std::string_view actor) {
    TRY_LET(asked, protocol::parse_rescue_request(request));
    TRY_LET(key_text, server_store::meta(desk.connection, server_store::kBoxKey));
    TRY_LET(key, crypto::BoxKey::from_text(key_text));
    TRY_LET(answered, protocol::answer_rescue(key, asked));
    TRY_LET(user, owner_of(desk.connection, answered.owner));
    TRY(server_store::audit(desk.connection,
                            {desk.clock.now(), std::string(actor), kWhat, answered.owner}));
    base::log::info("a forgotten PIN was answered for the device " + answered.owner);
    return Rescue{user.name, answered.owner, comparison_code(asked), answered.text};
}

}  // namespace staff
