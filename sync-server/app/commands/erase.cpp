// Lawful erasure of a person (SYNC 23): the command.
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/app/commands/output.h"
#include "sync-server/app/erasing.h"
#include "sync-server/store/keeping/audit.h"

namespace server_app {

using base::Done;
using base::Error;
using base::ErrorCode;

namespace {

Facts facts_of(const console::ErasurePlan& plan) {
    Facts facts = {{"records", std::to_string(plan.ids.size())}};
    for (const auto& [type, count] : plan.going) {
        facts.emplace_back("erase_" + type, std::to_string(count));
    }
    for (const auto& [type, count] : plan.staying) {
        facts.emplace_back("keep_" + type, std::to_string(count));
    }
    facts.emplace_back("quarantined_changes", std::to_string(plan.waiting));
    facts.emplace_back("backups_that_may_hold_them", std::to_string(plan.backups));
    facts.emplace_back("databases_put_aside_that_lose_them_too", std::to_string(plan.put_aside));
    return facts;
}

}  // namespace

Status erase(const EraseOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    if (options.reason.empty() && !options.dry_run) {
        return Error{ErrorCode::Usage, "an erasure needs a reason"};
    }
    const console::Erasure wanted{options.person, options.with_children, options.reason,
                                  server_store::kCommandLine};
    TRY_LET(plan, plan_erasure(centre->connection, options.data, wanted));
    Facts facts = facts_of(plan);
    if (options.dry_run) {
        facts.emplace_back("state", "nothing was erased: this is what would go");
        print_facts(facts, options.json);
        return Done{};
    }
    if (!options.json) print_facts(facts, false);
    TRY(carry_out_erasure(centre->connection, options.data, centre->clock.now(), wanted));
    const std::pair<std::string, std::string> state = {
        "state", "erased here; each laptop follows at its next sync"};
    if (!options.json) facts.clear();
    facts.push_back(state);
    print_facts(facts, options.json);
    return Done{};
}

}  // namespace server_app
