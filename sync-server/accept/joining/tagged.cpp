#include "sync-server/accept/joining/tagged.h"

#include "sync-server/store/changes/changes.h"

namespace joining {

Status write_tagged(accept::Session& session, const records::Record& record,
                    const base::Fields& set, std::string_view reason, const std::string& merge) {
    records::Change change = accept::desk_change(session, record, set, reason);
    change.merge = merge;
    return accept::write_at_desk(session, change);
}

std::string moment(const accept::Session& session) {
    return base::to_date_time_text(session.now, base::Zone{});
}

Result<std::optional<accept::LoggedWord>> tagged_change(db::Connection& connection,
                                                        std::string_view record,
                                                        const std::string& merge) {
    TRY_LET(history, server_store::history_of(connection, record));
    for (const server_store::LoggedChange& logged : history) {
        const auto change = records::parse_change(logged.line);
        if (!change.ok() || change.value().merge != merge) continue;
        TRY_LET(before, base::Fields::parse(logged.before));
        return std::optional(
            accept::LoggedWord{logged.device, logged.n, change.value().set, std::move(before)});
    }
    return std::optional<accept::LoggedWord>();
}

}  // namespace joining
