#include "sync-server/accept/joining/moving.h"
#include "sync-server/accept/joining/units.h"
#include "sync-server/app/commands/centre_desk.h"
#include "sync-server/app/commands/families.h"
#include "sync-server/app/commands/on_day.h"
#include "sync-server/app/commands/output.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/people/people.h"

#include <map>

namespace server_app {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

Result<joining::MoveRequest> request_of(const MoveOptions& options) {
    joining::MoveRequest request;
    request.record = options.record;
    request.to = options.to;
    request.into = options.into;
    request.with_children = !options.without_children;
    request.reason = options.reason;
    request.actor = server_store::kCommandLine;
    TRY_LET(day, on_day(options.on));
    request.on = day;
    request.never_lived_there = options.never_lived_there;
    return request;
}

Status say_plan(Centre& centre, const joining::MoveRequest& request, bool as_json) {
    TRY_LET(plan, joining::plan_move(desk_of(centre), request));
    Facts facts = {{"from", plan.from}, {"to", plan.to}};
    add_counts("move_", plan.going, facts);
    add_counts("stay_", plan.staying, facts);
    facts.emplace_back("state", "nothing was moved: this is what would go");
    print_facts(facts, as_json);
    return Done{};
}

Result<joining::UnitRequest> unit_request(Centre& centre, const std::string& name,
                                          const UserUnitOptions& options) {
    TRY_LET(user, server_store::find_user_by_name(centre.connection, name));
    if (!user) return Error{ErrorCode::NotFound, "there is no user named " + name};
    return joining::UnitRequest{user->id.text(), options.unit, server_store::kCommandLine,
                                options.reason};
}

void say(const UserUnitOptions& options, const std::string& name, const char* state) {
    print_facts({{"name", name}, {"unit", options.unit}, {"state", state}}, options.json);
}

}  // namespace

Status move_family(const MoveOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(request, request_of(options));
    if (options.dry_run) return say_plan(*centre, request, options.json);
    TRY_LET(count, joining::move(desk_of(*centre), request));
    print_facts({{"records", std::to_string(count)},
                 {"to", options.to},
                 {"state", "moved; each laptop follows at its next sync"}},
                options.json);
    return Done{};
}

Status user_unit_add(const UserUnitOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(request, unit_request(*centre, options.user, options));
    TRY(joining::give_unit(desk_of(*centre), request));
    say(options, options.user, "hers; its records come with her next sync");
    return Done{};
}

Status user_unit_remove(const UserUnitOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(request, unit_request(*centre, options.user, options));
    TRY(joining::take_unit(desk_of(*centre), request));
    say(options, options.user, "not hers any more; her laptop sends what it has, then lets go");
    return Done{};
}

Status user_hand_over(const UserUnitOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(from, unit_request(*centre, options.user, options));
    TRY_LET(to, unit_request(*centre, options.to_user, options));
    TRY(joining::hand_over(desk_of(*centre), from, to.user));
    say(options, options.to_user, "handed over; each laptop follows at its next sync");
    return Done{};
}

}  // namespace server_app
