#include "shared/protocol/rescue.h"

#include "shared/base/file.h"
#include "shared/base/log.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands.h"
#include "sync-server/app/output.h"
#include "sync-server/store/audit.h"
#include "sync-server/store/devices.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people.h"

#include <iostream>
#include <sstream>

namespace server_app {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr const char* kWhat = "pin_rescue";

Result<std::string> read_request(const std::string& file) {
    if (file != "-") return base::read_file(file);
    std::ostringstream text;
    text << std::cin.rdbuf();
    return std::move(text).str();
}

// Whoever was shut out gets no key: what her laptop still holds is fetched by letting her in again.
Result<server_store::User> owner_of(Centre& centre, const std::string& device_id) {
    TRY_LET(device, server_store::find_device(centre.connection, device_id));
    if (!device) {
        return Error{ErrorCode::NotFound, "this request is of a laptop that is not enrolled here"};
    }
    TRY_LET(user, server_store::find_user(centre.connection, device->user));
    if (!user || user->is_disabled || device->is_revoked) {
        return Error{
            ErrorCode::Refused,
            "this laptop's user is disabled, or the laptop is revoked: no answer is given"};
    }
    return *user;
}

Result<protocol::RescueAnswer> answer(Centre& centre, const protocol::RescueRequest& request) {
    TRY_LET(key_text, server_store::meta(centre.connection, server_store::kBoxKey));
    TRY_LET(key, crypto::BoxKey::from_text(key_text));
    return protocol::answer_rescue(key, request);
}

}  // namespace

Status pin_rescue(const std::string& data, const std::string& file, bool json) {
    TRY_LET(centre, open_centre(data));
    TRY_LET(text, read_request(file));
    auto request = protocol::parse_rescue_request(text);
    if (!request.ok()) return std::move(request).error();
    TRY_LET(answered, answer(*centre, request.value()));
    TRY_LET(user, owner_of(*centre, answered.owner));
    // Written down before the answer is seen.
    TRY(server_store::audit(centre->connection, {centre->clock.now(), server_store::kCommandLine,
                                                 kWhat, answered.owner}));
    base::log::info("a forgotten PIN was answered for the device " + answered.owner);
    print_facts({{"name", user.name},
                 {"device", answered.owner},
                 {"code", comparison_code(request.value())},
                 {"answer", (json ? "" : "\n") + answered.text}},
                json);
    return Done{};
}

}  // namespace server_app
