#include "sync-server/accept/joining/merge_logs.h"

#include "shared/base/text.h"
#include "sync-server/accept/joining/tagged.h"
#include "sync-server/store/records/records.h"

#include <algorithm>

namespace joining {

using base::Error;
using base::ErrorCode;
using records::Record;

namespace {

// Every mention of the winner in it is the loser's.
base::Fields handed(const Record& child, const Merge& merge) {
    base::Fields set;
    for (const auto& [name, token] : child.fields.entries()) {
        std::vector<std::string> ids = child.fields.codes(name);
        const auto found = std::find(ids.begin(), ids.end(), merge.winner);
        if (found == ids.end()) continue;
        *found = merge.loser;
        set.set(name, base::joined(ids, " "));
    }
    return set;
}

}  // namespace

Merge merge_of(const Record& log) {
    const base::Fields& fields = log.fields;
    return {log.id.text(),
            fields.text("entity"),
            fields.text("survivor_id"),
            fields.text("duplicate_id"),
            log.unit,
            fields.text("match_evidence"),
            fields.text("decided_by"),
            base::parse_date_time(fields.text("decided_at")).value_or(Instant{}),
            base::parse_date_time(fields.text("undone_at"))};
}

Status hand_over(accept::Session& session, const Merge& merge, const std::vector<Record>& offered,
                 const std::vector<std::string>& wanted, std::string_view reason) {
    for (const std::string& id : wanted) {
        const auto child = std::find_if(offered.begin(), offered.end(),
                                        [&](const Record& each) { return each.id.text() == id; });
        if (child == offered.end()) {
            return Error{ErrorCode::Refused,
                         "only what was recorded of the kept one since can go with the other"};
        }
        const base::Fields set = handed(*child, merge);
        if (set.empty()) continue;
        TRY(write_tagged(session, *child, set, reason, merge.id));
    }
    return base::Done{};
}

Result<std::vector<Merge>> merges(db::Connection& connection, std::size_t most) {
    TRY_LET(ids, server_store::ids_of_type(connection, kMergeLog));
    std::vector<Merge> found;
    for (auto id = ids.rbegin(); id != ids.rend() && found.size() < most; ++id) {
        TRY_LET(log, server_store::find_record(connection, *id));
        if (log) found.push_back(merge_of(log->record));
    }
    return found;
}

}  // namespace joining
