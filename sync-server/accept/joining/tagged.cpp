#include "sync-server/accept/joining/tagged.h"

#include "sync-server/accept/form_rules.h"
#include "sync-server/store/changes.h"

#include <set>

namespace joining {

namespace {

std::string token_or_null(const base::Fields& fields, std::string_view name) {
    const std::string* token = fields.token(name);
    return token == nullptr ? "null" : *token;
}

// Of a whole group, also where the merge wrote only a part of it.
std::set<std::string> groups_written_since(const forms::Form& form,
                                           const server_store::StoredRecord& stored,
                                           const Tagged& tagged) {
    const auto writers = accept::Writers::parse(stored.writers);
    std::set<std::string> groups;
    for (const auto& [name, token] : tagged.set.entries()) {
        const accept::Writer& last = writers.of(name);
        const bool is_ours = last.device == tagged.device && last.n == tagged.n;
        const bool was_changed = tagged.before.has(name);
        if (!is_ours && was_changed) groups.insert(accept::group_of(form, name));
    }
    return groups;
}

}  // namespace

Status write_tagged(accept::Session& session, const records::Record& record,
                    const base::Fields& set, std::string_view reason, const std::string& merge) {
    records::Change change = accept::desk_change(session, record, set, reason);
    change.merge = merge;
    return accept::write_at_desk(session, change);
}

std::string moment(const accept::Session& session) {
    return base::to_date_time_text(session.now, base::Zone{});
}

Result<std::optional<Tagged>> tagged_change(db::Connection& connection, std::string_view record,
                                            const std::string& merge) {
    TRY_LET(history, server_store::history_of(connection, record));
    for (const server_store::LoggedChange& logged : history) {
        const auto change = records::parse_change(logged.line);
        if (!change.ok() || change.value().merge != merge) continue;
        TRY_LET(before, base::Fields::parse(logged.before));
        return std::optional(
            Tagged{logged.device, logged.n, change.value().set, std::move(before)});
    }
    return std::optional<Tagged>();
}

std::vector<Reverting> revertings(const forms::Form& form, const server_store::StoredRecord& stored,
                                  const Tagged& tagged) {
    const auto written = groups_written_since(form, stored, tagged);
    std::vector<Reverting> found;
    for (const auto& [name, before] : tagged.before.entries()) {
        const bool goes_back = written.count(accept::group_of(form, name)) == 0;
        found.push_back({name, token_or_null(stored.record.fields, name), before, goes_back});
    }
    return found;
}

}  // namespace joining
