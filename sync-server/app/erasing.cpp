#include "sync-server/app/erasing.h"

#include "shared/base/log.h"
#include "shared/base/text.h"
#include "sync-server/backup/data_folder.h"
#include "sync-server/backup/erased_list.h"
#include "sync-server/backup/kept_lists.h"
#include "sync-server/backup/put_aside.h"
#include "sync-server/reports/about.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/keeping/backups.h"
#include "sync-server/store/records/erasing.h"

namespace server_app {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using console::Erasure;
using console::ErasurePlan;

namespace {

std::map<std::string, int> counts_of(const std::vector<records::Record>& records) {
    std::map<std::string, int> counts;
    for (const records::Record& record : records) ++counts[record.type];
    return counts;
}

// While a backup is made it is done at its end.
Status erase_in_put_aside(const std::string& data, base::Instant now) {
    const auto hold = backup::Hold::of_backups(data);
    if (!hold.ok()) return Done{};
    return backup::look_after_put_aside(data, now);
}

Status check_reason(const std::string& reason) {
    if (reason.empty()) return Error{ErrorCode::Usage, "an erasure needs a reason"};
    if (base::is_valid_utf8(reason)) return Done{};
    return Error{ErrorCode::Usage, "the reason must be UTF-8 text"};
}

}  // namespace

Result<ErasurePlan> plan_erasure(db::Connection& connection, const std::string& data,
                                 const Erasure& wanted) {
    TRY_LET(is_erased, server_store::is_erased(connection, wanted.person));
    if (is_erased) return Error{ErrorCode::Refused, "this record is erased already"};
    TRY_LET(about, reports::records_about(connection, wanted.person, wanted.with_children));
    if (about.going.empty()) {
        return Error{ErrorCode::NotFound, "no person with that id is here"};
    }
    ErasurePlan plan;
    for (const records::Record& record : about.going) plan.ids.push_back(record.id.text());
    plan.going = counts_of(about.going);
    plan.staying = counts_of(about.staying);
    TRY_LET(waiting, server_store::count_quarantined_naming(connection, plan.ids));
    TRY_LET(backups, server_store::offered_backups(connection));
    plan.waiting = waiting;
    plan.backups = backups.size();
    plan.put_aside = backup::databases_put_aside(data).size();
    return plan;
}

// The list is on the disk before the database is: a command cut off between them is finished by
// whoever opens the folder next.
Status carry_out_erasure(db::Connection& connection, const std::string& data, base::Instant now,
                         const Erasure& wanted) {
    TRY(check_reason(wanted.reason));
    TRY_LET(transaction, db::Transaction::begin(connection));
    TRY_LET(plan, plan_erasure(connection, data, wanted));
    TRY(backup::add_to_erased_list(data, plan.ids));
    TRY_LET(found, server_store::apply_erased(connection, plan.ids));
    TRY(server_store::audit(connection, {now, wanted.actor, "erase", wanted.person,
                                         std::to_string(found) + " records: " + wanted.reason}));
    TRY(transaction.commit());
    if (!connection.empty_log().ok()) {
        base::log::warn(
            "the database's log still holds what was erased until the server's next "
            "checkpoint");
    }
    backup::keep_lists(connection, data);
    return erase_in_put_aside(data, now);
}

console::Erasing erasing_in(const std::string& data) {
    return {[data](db::Connection& connection, const Erasure& wanted) {
                return plan_erasure(connection, data, wanted);
            },
            [data](db::Connection& writer, base::Instant now, const Erasure& wanted) {
                return carry_out_erasure(writer, data, now, wanted);
            }};
}

}  // namespace server_app
