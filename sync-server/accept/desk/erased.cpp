#include "sync-server/accept/desk/erased.h"

#include "shared/forms/references.h"
#include "sync-server/store/records/erasing.h"
#include "sync-server/store/records/records.h"

namespace accept {

namespace {

using protocol::Outcome;

// Asked once per request: most health centres have erased nothing.
Result<bool> has_erased(Session& session) {
    if (!session.has_erased) {
        TRY_LET(has_any, server_store::has_erased(session.connection));
        session.has_erased = has_any;
    }
    return *session.has_erased;
}

Outcome erased(std::int64_t n, std::string_view code) {
    Outcome outcome;
    outcome.n = n;
    outcome.kind = protocol::OutcomeKind::Erased;
    outcome.code = std::string(code);
    return outcome;
}

Result<bool> names_erased(Session& session, const records::Change& change) {
    const forms::Form* form = session.forms.find(change.type);
    if (form == nullptr) return server_store::names_erased(session.connection, to_line(change));
    for (const std::string& id : forms::references(*form, change.set)) {
        TRY_LET(is_erased, server_store::is_erased(session.connection, id));
        if (is_erased) return true;
    }
    return false;
}

}  // namespace

Result<std::optional<Outcome>> erased_outcome(Session& session, std::int64_t n,
                                              const records::Change& change) {
    TRY_LET(has_any, has_erased(session));
    if (!has_any) return std::optional<Outcome>();
    const std::string& record = change.record.text();
    TRY_LET(is_erased, server_store::is_erased(session.connection, record));
    if (is_erased) return std::optional(erased(n, ""));
    TRY_LET(names_one, names_erased(session, change));
    if (!names_one) return std::optional<Outcome>();
    session.predicted.erase(record);
    TRY_LET(standing, server_store::find_record(session.connection, record));
    if (standing) return std::optional(erased(n, protocol::kNamesErased));
    TRY(server_store::mark_erased(session.connection, record));
    return std::optional(erased(n, protocol::kNewNamesErased));
}

Result<std::optional<Outcome>> erased_outcome(Session& session, std::int64_t n,
                                              std::string_view line) {
    TRY_LET(has_any, has_erased(session));
    if (!has_any) return std::optional<Outcome>();
    TRY_LET(names_one, server_store::names_erased(session.connection, line));
    return names_one ? std::optional(erased(n, "")) : std::nullopt;
}

}  // namespace accept
