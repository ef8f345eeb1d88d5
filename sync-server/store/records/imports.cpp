#include "sync-server/store/records/imports.h"

namespace server_store {

namespace {

// Stopped in its middle, or asked for and not yet ended (kImportUndoBegun).
#define IMPORT_COLUMNS                                                                        \
    "id, at, actor, file_name, file_hash, infants, undone_at, worked_at, is_being_written, "  \
    "CASE WHEN undone_at IS NOT NULL THEN is_being_written ELSE EXISTS (SELECT 1 FROM audit " \
    "WHERE subject = import.id AND what = 'import_undo_begun') END"

Import read(const db::Statement& row) {
    Import import{row.text(0), Instant{row.number(1)}, row.text(2), row.text(3),
                  row.text(4), row.number(5),          {}};
    if (!row.is_null(6)) import.undone_at = Instant{row.number(6)};
    import.worked_at = Instant{row.number(7)};
    import.is_being_written = row.number(8) != 0;
    import.is_undo_open = row.number(9) != 0;
    return import;
}

Result<std::vector<Import>> all_of(db::Statement& statement) {
    std::vector<Import> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(read(statement));
    }
}

}  // namespace

Status add_import(db::Connection& connection, const Import& import) {
    TRY_LET(statement,
            connection.prepare("INSERT INTO import (id, at, actor, file_name, file_hash, infants, "
                               "worked_at, is_being_written) VALUES ($1, $2, $3, $4, $5, $6, $7, "
                               "$8)"));
    return statement.bind(1, import.id)
        .bind(2, import.at.unix_ms)
        .bind(3, import.actor)
        .bind(4, import.file_name)
        .bind(5, import.file_hash)
        .bind(6, import.infants)
        .bind(7, import.worked_at.unix_ms)
        .bind(8, import.is_being_written ? 1 : 0)
        .run();
}

Result<std::vector<Import>> imports(db::Connection& connection) {
    TRY_LET(statement,
            connection.prepare("SELECT " IMPORT_COLUMNS " FROM import ORDER BY at DESC, id DESC"));
    return all_of(statement);
}

Result<std::vector<Import>> imports_being_written(db::Connection& connection) {
    TRY_LET(statement, connection.prepare("SELECT " IMPORT_COLUMNS
                                          " FROM import WHERE is_being_written = 1 ORDER BY id"));
    return all_of(statement);
}

Result<std::optional<Import>> find_import(db::Connection& connection, std::string_view id) {
    TRY_LET(statement, connection.prepare("SELECT " IMPORT_COLUMNS " FROM import WHERE id = $1"));
    statement.bind(1, id);
    TRY_LET(has_row, statement.step());
    return has_row ? std::optional(read(statement)) : std::optional<Import>();
}

Result<bool> save_import_worked(db::Connection& connection, std::string_view id, Instant now,
                                bool is_being_written) {
    TRY_LET(statement, connection.prepare("UPDATE import SET worked_at = $2, is_being_written = $3 "
                                          "WHERE id = $1 AND is_being_written = 1 "
                                          "AND undone_at IS NULL"));
    TRY(statement.bind(1, id).bind(2, now.unix_ms).bind(3, is_being_written ? 1 : 0).run());
    return connection.changes() == 1;
}

Result<bool> stop_import(db::Connection& connection, std::string_view id, Instant now) {
    TRY_LET(statement, connection.prepare("UPDATE import SET undone_at = $2, worked_at = $2 "
                                          "WHERE id = $1 AND is_being_written = 1 "
                                          "AND undone_at IS NULL"));
    TRY(statement.bind(1, id).bind(2, now.unix_ms).run());
    return connection.changes() == 1;
}

Result<bool> mark_import_undone(db::Connection& connection, std::string_view id, Instant now) {
    TRY_LET(statement, connection.prepare("UPDATE import SET undone_at = $2, is_being_written = 0 "
                                          "WHERE id = $1 AND (undone_at IS NULL "
                                          "OR is_being_written = 1)"));
    TRY(statement.bind(1, id).bind(2, now.unix_ms).run());
    return connection.changes() == 1;
}

Status add_imported_record(db::Connection& connection, std::string_view import,
                           const ImportedRecord& record) {
    TRY_LET(statement, connection.prepare("INSERT INTO imported_record (import, record, epoch, "
                                          "counter) VALUES ($1, $2, $3, $4)"));
    return statement.bind(1, import)
        .bind(2, record.record)
        .bind(3, record.revision.epoch)
        .bind(4, record.revision.counter)
        .run();
}

Result<std::vector<ImportedRecord>> records_of_import(db::Connection& connection,
                                                      std::string_view import) {
    TRY_LET(statement, connection.prepare("SELECT record, epoch, counter FROM imported_record "
                                          "WHERE import = $1 ORDER BY rowid"));
    statement.bind(1, import);
    std::vector<ImportedRecord> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back({statement.text(0), {statement.number(1), statement.number(2)}});
    }
}

Status put_import_draft(db::Connection& connection, const ImportDraft& draft) {
    TRY_LET(statement,
            connection.prepare("INSERT INTO import_draft (user, at, file_name, bytes, choices) "
                               "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (user) DO UPDATE SET "
                               "at = $2, file_name = $3, bytes = $4, choices = $5"));
    return statement.bind(1, draft.user)
        .bind(2, draft.at.unix_ms)
        .bind(3, draft.file_name)
        .bind_blob(4, draft.bytes)
        .bind(5, draft.choices)
        .run();
}

Result<std::optional<ImportDraft>> import_draft_of(db::Connection& connection,
                                                   std::string_view user) {
    TRY_LET(statement, connection.prepare("SELECT user, at, file_name, bytes, choices "
                                          "FROM import_draft WHERE user = $1"));
    statement.bind(1, user);
    TRY_LET(has_row, statement.step());
    if (!has_row) return std::optional<ImportDraft>();
    return std::optional(ImportDraft{statement.text(0), Instant{statement.number(1)},
                                     statement.text(2), statement.blob(3), statement.text(4)});
}

Status drop_import_draft(db::Connection& connection, std::string_view user) {
    TRY_LET(statement, connection.prepare("DELETE FROM import_draft WHERE user = $1"));
    return statement.bind(1, user).run();
}

Status drop_old_import_drafts(db::Connection& connection, Instant now) {
    TRY_LET(statement, connection.prepare("DELETE FROM import_draft WHERE at < $1"));
    return statement.bind(1, now.unix_ms - kImportDraftDays * 86'400'000).run();
}

}  // namespace server_store
