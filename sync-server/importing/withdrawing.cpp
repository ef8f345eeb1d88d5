// Taking a table back.
#include "sync-server/importing/taking.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/records/imports.h"
#include "sync-server/store/records/records.h"

#include <algorithm>
#include <span>

namespace importing {

using base::Done;
using base::Error;
using base::ErrorCode;
using server_store::ImportedRecord;

namespace {

constexpr std::size_t kPart = 300;        // records of one transaction
constexpr std::int64_t kAlone = 120'000;  // ms without a part: its program was ended
constexpr const char* kBroken = "Pemasukan daftar terputus";  // people read it in the record

Result<bool> is_named(db::Connection& connection, const std::string& id) {
    TRY_LET(naming, server_store::records_naming(connection, id));
    return std::any_of(naming.begin(), naming.end(), [](const records::Record& record) {
        return !records::is_retracted(record);
    });
}

// Whoever was worked on since stays, and whom one names that stays.
Status withdraw_one(accept::Session& session, const ImportedRecord& written,
                    std::string_view reason, Undone& undone) {
    TRY_LET(stored, server_store::find_record(session.connection, written.record));
    if (!stored || records::is_retracted(stored->record)) return Done{};  // erased, or done before
    TRY_LET(must_stay, is_named(session.connection, written.record));
    if (must_stay || stored->record.revision != written.revision) {
        undone.kept.push_back(written.record);
        return Done{};
    }
    base::Fields set;
    set.set(records::kRetracted, "1");
    set.set(records::kRetractReason, reason);
    TRY(accept::write_at_desk(session, accept::desk_change(session, stored->record, set, reason)));
    ++undone.withdrawn;
    return Done{};
}

Status withdraw_part(const accept::Desk& desk, std::span<const ImportedRecord> part,
                     std::string_view reason, Undone& undone) {
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, accept::desk_session(desk));
    for (const ImportedRecord& each : part) TRY(withdraw_one(session, each, reason, undone));
    return transaction.commit();
}

// The last that was written first: it names those before it, and is named by none of them.
Result<Undone> withdraw(const Alone& alone, std::string_view import, std::string_view reason) {
    std::vector<ImportedRecord> written;
    TRY(alone([&](const accept::Desk& desk) -> Status {
        TRY_LET(found, server_store::records_of_import(desk.connection, import));
        written.assign(found.rbegin(), found.rend());
        return Done{};
    }));
    Undone undone;
    for (std::size_t from = 0; from < written.size(); from += kPart) {
        const auto part = std::span(written).subspan(from, std::min(kPart, written.size() - from));
        TRY(alone(
            [&](const accept::Desk& desk) { return withdraw_part(desk, part, reason, undone); }));
    }
    return undone;
}

Status check_undo(db::Connection& connection, std::string_view import) {
    TRY_LET(found, server_store::find_import(connection, import));
    if (!found) return Error{ErrorCode::NotFound, "nothing was brought in under that id"};
    if (found->undone_at) return Error{ErrorCode::Refused, "this was taken back before"};
    if (found->is_being_written) {
        return Error{ErrorCode::Refused, "this is being brought in still"};
    }
    return Done{};
}

Status note(const accept::Session& session, const char* what, std::string_view import,
            std::string_view actor, std::string_view reason) {
    return server_store::audit(session.connection, {session.now, std::string(actor), what,
                                                    std::string(import), std::string(reason)});
}

// Noted before anything is withdrawn: whoever breaks off in between is known, with the reason.
Status begin_undo(const accept::Desk& desk, std::string_view import, std::string_view actor,
                  std::string_view reason) {
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, accept::desk_session(desk));
    TRY(check_undo(desk.connection, import));
    TRY(note(session, server_store::kImportUndoBegun, import, actor, reason));
    return transaction.commit();
}

// Somebody else may have ended it meanwhile.
Status end_undo(const accept::Desk& desk, std::string_view import, std::string_view actor,
                std::string_view reason) {
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, accept::desk_session(desk));
    TRY(check_undo(desk.connection, import));
    TRY(server_store::mark_import_undone(desk.connection, import, session.now));
    TRY(note(session, "import_undone", import, actor, reason));
    return transaction.commit();
}

// From here whoever writes it still is refused, so that nothing comes after what is withdrawn.
Status stop_broken(const accept::Desk& desk, const std::string& import) {
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, accept::desk_session(desk));
    TRY_LET(is_first, server_store::stop_import(desk.connection, import, session.now));
    if (!is_first) return Done{};
    TRY(note(session, server_store::kImportUndoBegun, import, server_store::kCommandLine, kBroken));
    return transaction.commit();
}

Status end_broken(const accept::Desk& desk, const std::string& import) {
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, accept::desk_session(desk));
    TRY_LET(is_first, server_store::mark_import_undone(desk.connection, import, session.now));
    if (!is_first) return Done{};
    TRY(note(session, "import_undone", import, server_store::kCommandLine, kBroken));
    return transaction.commit();
}

}  // namespace

Alone alone_at(const accept::Desk& desk) {
    return [&desk](const std::function<Status(const accept::Desk&)>& work) { return work(desk); };
}

Result<Undone> undo(const Alone& alone, std::string_view import, std::string_view actor,
                    std::string_view reason) {
    TRY(accept::check_desk_text({}, reason));
    TRY(alone([&](const accept::Desk& desk) { return begin_undo(desk, import, actor, reason); }));
    TRY_LET(undone, withdraw(alone, import, reason));
    TRY(alone([&](const accept::Desk& desk) { return end_undo(desk, import, actor, reason); }));
    return undone;
}

Result<Undone> undo(const accept::Desk& desk, std::string_view import, std::string_view actor,
                    std::string_view reason) {
    return undo(alone_at(desk), import, actor, reason);
}

Status withdraw_broken(const Alone& alone, const std::string& import) {
    TRY(alone([&](const accept::Desk& desk) { return stop_broken(desk, import); }));
    TRY(withdraw(alone, import, kBroken));
    return alone([&](const accept::Desk& desk) { return end_broken(desk, import); });
}

Status clear_broken(const Alone& alone) {
    std::vector<std::string> broken;
    TRY(alone([&](const accept::Desk& desk) -> Status {
        TRY_LET(open, server_store::imports_being_written(desk.connection));
        for (const server_store::Import& each : open) {
            const std::int64_t quiet = desk.clock.now().unix_ms - each.worked_at.unix_ms;
            if (quiet > kAlone) broken.push_back(each.id);
        }
        return Done{};
    }));
    for (const std::string& import : broken) TRY(withdraw_broken(alone, import));
    return Done{};
}

}  // namespace importing
