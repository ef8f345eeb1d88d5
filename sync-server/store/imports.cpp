#include "sync-server/store/imports.h"

namespace server_store {

namespace {

constexpr const char* kAll =
    "SELECT id, at, actor, file_name, file_hash, infants, undone_at FROM import "
    "ORDER BY at DESC, id DESC";
constexpr const char* kOne =
    "SELECT id, at, actor, file_name, file_hash, infants, undone_at FROM import WHERE id = $1";

Import read(const db::Statement& row) {
    Import import{row.text(0), Instant{row.number(1)}, row.text(2), row.text(3),
                  row.text(4), row.number(5),          {}};
    if (!row.is_null(6)) import.undone_at = Instant{row.number(6)};
    return import;
}

}  // namespace

Status add_import(db::Connection& connection, const Import& import) {
    TRY_LET(statement, connection.prepare("INSERT INTO import (id, at, actor, file_name, "
                                          "file_hash, infants) VALUES ($1, $2, $3, $4, $5, $6)"));
    return statement.bind(1, import.id)
        .bind(2, import.at.unix_ms)
        .bind(3, import.actor)
        .bind(4, import.file_name)
        .bind(5, import.file_hash)
        .bind(6, import.infants)
        .run();
}

Result<std::vector<Import>> imports(db::Connection& connection) {
    TRY_LET(statement, connection.prepare(kAll));
    std::vector<Import> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(read(statement));
    }
}

Result<std::optional<Import>> find_import(db::Connection& connection, std::string_view id) {
    TRY_LET(statement, connection.prepare(kOne));
    statement.bind(1, id);
    TRY_LET(has_row, statement.step());
    return has_row ? std::optional(read(statement)) : std::optional<Import>();
}

Status mark_import_undone(db::Connection& connection, std::string_view id, Instant now) {
    TRY_LET(statement, connection.prepare("UPDATE import SET undone_at = $2 WHERE id = $1"));
    return statement.bind(1, id).bind(2, now.unix_ms).run();
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

}  // namespace server_store
