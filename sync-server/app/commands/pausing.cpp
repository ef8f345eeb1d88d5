// Stopping the sending of a group for a while, and letting it go on: in an emergency, or while data
// is set right at the health centre.
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/app/commands/output.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/people/pauses.h"
#include "sync-server/store/people/people.h"

namespace server_app {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;
using server_store::Pause;
using server_store::PauseOf;

namespace {

constexpr const char* kPaused = "sync_pause";
constexpr const char* kResumed = "sync_resume";

Result<Pause> wanted(Centre& centre, const DeviceOptions& options) {
    const int given = (options.unit.empty() ? 0 : 1) + (options.user.empty() ? 0 : 1) +
                      (options.is_for_all ? 1 : 0);
    if (given != 1) return Error{ErrorCode::Usage, "say one of --unit, --user and --all"};
    if (options.reason.empty()) return Error{ErrorCode::Usage, "a pause needs a reason"};
    Pause pause{PauseOf::Everybody, "", centre.clock.now(), options.reason};
    if (!options.unit.empty()) {
        TRY_LET(is_ours, server_store::has_unit(centre.connection, options.unit));
        if (!is_ours) return Error{ErrorCode::NotFound, "no posyandu has the code " + options.unit};
        pause.whom = PauseOf::Unit;
        pause.target = options.unit;
    } else if (!options.user.empty()) {
        TRY_LET(user, server_store::find_user_by_name(centre.connection, options.user));
        if (!user) return Error{ErrorCode::NotFound, "no user is called so"};
        pause.whom = PauseOf::User;
        pause.target = user->id.text();
    }
    return pause;
}

// How many laptops send nothing now.
Result<std::int64_t> paused_laptops(Centre& centre) {
    TRY_LET(devices, server_store::devices(centre.connection));
    std::int64_t count = 0;
    for (const server_store::Device& device : devices) {
        if (device.id.text() == server_store::kConsoleDevice) continue;
        TRY_LET(is_paused, server_store::is_paused(centre.connection, device.user));
        count += is_paused ? 1 : 0;
    }
    return count;
}

base::Status say(Centre& centre, const std::string& state, bool as_json) {
    TRY_LET(laptops, paused_laptops(centre));
    print_facts({{"state", state}, {"laptops_paused", std::to_string(laptops)}}, as_json);
    return Done{};
}

base::Status write_down(Centre& centre, const Pause& pause, const char* what) {
    const std::string subject =
        pause.target.empty() ? std::string(name_of(pause.whom)) : pause.target;
    return server_store::audit(
        centre.connection, {pause.since, server_store::kCommandLine, what, subject, pause.reason});
}

}  // namespace

Status device_pause(const DeviceOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(pause, wanted(*centre, options));
    TRY_LET(transaction, db::Transaction::begin(centre->connection));
    TRY(server_store::pause(centre->connection, pause));
    TRY(write_down(*centre, pause, kPaused));
    TRY(transaction.commit());
    return say(*centre, "paused: nothing is taken and nothing given, laptops keep everything",
               options.json);
}

Status device_resume(const DeviceOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(pause, wanted(*centre, options));
    TRY_LET(transaction, db::Transaction::begin(centre->connection));
    TRY_LET(was_paused, server_store::resume(centre->connection, pause.whom, pause.target));
    if (!was_paused) return Error{ErrorCode::NotFound, "that was not paused"};
    TRY(write_down(*centre, pause, kResumed));
    TRY(transaction.commit());
    return say(*centre, "resumed", options.json);
}

}  // namespace server_app
