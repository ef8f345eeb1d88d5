// Lawful erasure of a person (SYNC 23).
#include "shared/base/log.h"
#include "shared/base/text.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands.h"
#include "sync-server/app/output.h"
#include "sync-server/backup/erased_list.h"
#include "sync-server/backup/put_aside.h"
#include "sync-server/reports/about.h"
#include "sync-server/store/audit.h"
#include "sync-server/store/backups.h"
#include "sync-server/store/erasing.h"

#include <map>

namespace server_app {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;

struct Plan {
    reports::About about;
    std::vector<std::string> ids;
    Facts facts;
};

void add_counts(const std::string& word, const std::vector<records::Record>& records,
                Facts& facts) {
    std::map<std::string, int> counts;
    for (const records::Record& record : records) ++counts[record.type];
    for (const auto& [type, count] : counts) {
        facts.emplace_back(word + type, std::to_string(count));
    }
}

Status check(Centre& centre, const EraseOptions& options) {
    if (options.reason.empty() && !options.dry_run) {
        return Error{ErrorCode::Usage, "an erasure needs a reason"};
    }
    if (!base::is_valid_utf8(options.reason)) {
        return Error{ErrorCode::Usage, "the reason must be UTF-8 text"};
    }
    TRY_LET(is_erased, server_store::is_erased(centre.connection, options.person));
    if (is_erased) return Error{ErrorCode::Refused, "this record is erased already"};
    return Done{};
}

// By type and number, never by name.
Result<Plan> plan_of(Centre& centre, const EraseOptions& options) {
    Plan plan;
    TRY_LET(about,
            reports::records_about(centre.connection, options.person, options.with_children));
    if (about.going.empty()) {
        return Error{ErrorCode::NotFound, "no person with that id is here"};
    }
    for (const records::Record& record : about.going) plan.ids.push_back(record.id.text());
    TRY_LET(waiting, server_store::count_quarantined_naming(centre.connection, plan.ids));
    TRY_LET(backups, server_store::offered_backups(centre.connection));
    plan.facts = {{"records", std::to_string(about.going.size())}};
    add_counts("erase_", about.going, plan.facts);
    add_counts("keep_", about.staying, plan.facts);
    plan.facts.emplace_back("quarantined_changes", std::to_string(waiting));
    plan.facts.emplace_back("backups_that_may_hold_them", std::to_string(backups.size()));
    plan.facts.emplace_back("databases_put_aside_that_lose_them_too",
                            std::to_string(backup::databases_put_aside(centre.data).size()));
    plan.about = std::move(about);
    return plan;
}

// While a backup is made it is done at its end.
Status erase_in_put_aside(const Centre& centre) {
    const auto hold = backup::Hold::of_backups(centre.data);
    if (!hold.ok()) return Done{};
    return backup::look_after_put_aside(centre.data, centre.clock.now());
}

// The list is on the disk before the database is: a command cut off between them is finished by
// whoever opens the folder next.
Status carry_out(Centre& centre, const EraseOptions& options, const Plan& plan,
                 db::Transaction& transaction) {
    TRY(backup::add_to_erased_list(centre.data, plan.ids));
    TRY_LET(found, server_store::apply_erased(centre.connection, plan.ids));
    TRY(server_store::audit(
        centre.connection, {centre.clock.now(), server_store::kCommandLine, "erase", options.person,
                            std::to_string(found) + " records: " + options.reason}));
    TRY(transaction.commit());
    if (!centre.connection.empty_log().ok()) {
        base::log::warn(
            "the database's log still holds what was erased until the server's next "
            "checkpoint");
    }
    return erase_in_put_aside(centre);
}

}  // namespace

Status erase(const EraseOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(transaction, db::Transaction::begin(centre->connection));
    TRY(check(*centre, options));
    TRY_LET(plan, plan_of(*centre, options));
    Facts facts = plan.facts;
    if (options.dry_run) {
        facts.emplace_back("state", "nothing was erased: this is what would go");
        print_facts(facts, options.json);
        return Done{};
    }
    if (!options.json) print_facts(facts, false);
    TRY(carry_out(*centre, options, plan, transaction));
    const std::pair<std::string, std::string> state = {
        "state", "erased here; each laptop follows at its next sync"};
    if (!options.json) facts.clear();
    facts.push_back(state);
    print_facts(facts, options.json);
    return Done{};
}

}  // namespace server_app
