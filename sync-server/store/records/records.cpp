#include "sync-server/store/records/records.h"

#include <algorithm>

namespace server_store {

namespace {

#define RECORD_COLUMNS "no, id, type, unit, seq, epoch, counter, fields, writers"

Result<StoredRecord> read_record(const db::Statement& row) {
    StoredRecord stored;
    stored.no = row.number(0);
    stored.record.id = records::RecordId(row.text(1));
    stored.record.type = row.text(2);
    stored.record.unit = row.text(3);
    stored.seq = row.number(4);
    stored.record.revision = {row.number(5), row.number(6)};
    stored.fields_text = row.text(7);
    stored.writers = row.text(8);
    return stored;
}

// The feed sends the text as it is; only merging and counting look inside.
Status open_fields(StoredRecord& stored) {
    TRY_LET(fields, base::Fields::parse_kept(stored.fields_text));
    stored.record.fields = std::move(fields);
    return base::Done{};
}

Result<std::vector<StoredRecord>> read_all(db::Statement& statement) {
    std::vector<StoredRecord> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        TRY_LET(stored, read_record(statement));
        found.push_back(std::move(stored));
    }
}

Result<std::int64_t> draw_seq(db::Connection& connection, const StoredRecord& stored,
                              std::optional<std::uint64_t> before_hash) {
    records::Agreement delta;
    if (before_hash) delta.remove(*before_hash);
    delta.add(
        records::row_hash(stored.record.id.text(), stored.record.revision, stored.fields_text));
    TRY_LET(state, unit_state(connection, stored.record.unit));
    TRY_LET(statement, connection.prepare(
                           "INSERT INTO unit_state (unit, seq, count, hash) VALUES ($1, $2, $3, "
                           "$4) ON CONFLICT (unit) DO UPDATE SET seq = excluded.seq, "
                           "count = excluded.count, hash = excluded.hash"));
    const std::int64_t seq = state.seq + 1;
    TRY(statement.bind(1, stored.record.unit)
            .bind(2, seq)
            .bind(3, state.agreement.count + delta.count)
            .bind(4, static_cast<std::int64_t>(state.agreement.hash + delta.hash))
            .run());
    return seq;
}

Status put_links(db::Connection& connection, const std::string& source,
                 const std::vector<std::string>& targets, bool is_new) {
    if (!is_new) {
        TRY_LET(clear, connection.prepare("DELETE FROM link WHERE source = $1"));
        TRY(clear.bind(1, source).run());
    }
    for (auto at = targets.begin(); at != targets.end(); ++at) {
        if (std::find(targets.begin(), at, *at) != at) continue;  // she is named twice
        TRY_LET(add, connection.prepare("INSERT INTO link (source, target) VALUES ($1, $2) "
                                        "ON CONFLICT DO NOTHING"));
        TRY(add.bind(1, source).bind(2, *at).run());
    }
    return base::Done{};
}

Status insert_record(db::Connection& connection, StoredRecord& stored) {
    TRY_LET(statement,
            connection.prepare("INSERT INTO record (id, type, unit, seq, epoch, counter, fields, "
                               "writers) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"));
    const records::Record& record = stored.record;
    TRY(statement.bind(1, record.id.text())
            .bind(2, record.type)
            .bind(3, record.unit)
            .bind(4, stored.seq)
            .bind(5, record.revision.epoch)
            .bind(6, record.revision.counter)
            .bind(7, stored.fields_text)
            .bind(8, stored.writers)
            .run());
    stored.no = connection.last_row_id();
    return base::Done{};
}

Status update_record(db::Connection& connection, const StoredRecord& stored) {
    TRY_LET(statement, connection.prepare("UPDATE record SET seq = $2, epoch = $3, counter = $4, "
                                          "fields = $5, writers = $6 WHERE no = $1"));
    return statement.bind(1, stored.no)
        .bind(2, stored.seq)
        .bind(3, stored.record.revision.epoch)
        .bind(4, stored.record.revision.counter)
        .bind(5, stored.fields_text)
        .bind(6, stored.writers)
        .run();
}

}  // namespace

Result<std::optional<StoredRecord>> find_record(db::Connection& connection, std::string_view id) {
    TRY_LET(statement, connection.prepare("SELECT " RECORD_COLUMNS " FROM record WHERE id = $1"));
    TRY_LET(has_row, statement.bind(1, id).step());
    if (!has_row) return std::optional<StoredRecord>();
    TRY_LET(stored, read_record(statement));
    TRY(open_fields(stored));
    return std::optional<StoredRecord>(std::move(stored));
}

Result<std::optional<records::Record>> find_plain_record(db::Connection& connection,
                                                         std::string_view id) {
    TRY_LET(statement, connection.prepare("SELECT type, unit, epoch, counter, fields FROM record "
                                          "WHERE id = $1"));
    TRY_LET(has_row, statement.bind(1, id).step());
    if (!has_row) return std::optional<records::Record>();
    TRY_LET(fields, base::Fields::parse_kept(statement.text(4)));
    return std::optional(records::Record{records::RecordId(std::string(id)),
                                         statement.text(0),
                                         statement.text(1),
                                         {statement.number(2), statement.number(3)},
                                         std::move(fields)});
}

Status put_record(db::Connection& connection, StoredRecord& stored,
                  std::optional<std::uint64_t> before_hash,
                  const std::vector<std::string>& targets) {
    TRY_LET(seq, draw_seq(connection, stored, before_hash));
    stored.seq = seq;
    const bool is_new = stored.no == 0;
    if (is_new) {
        TRY(insert_record(connection, stored));
    } else {
        TRY(update_record(connection, stored));
    }
    return put_links(connection, stored.record.id.text(), targets, is_new);
}

Result<UnitState> unit_state(db::Connection& connection, std::string_view unit) {
    TRY_LET(statement,
            connection.prepare("SELECT seq, count, hash FROM unit_state WHERE unit = $1"));
    TRY_LET(has_row, statement.bind(1, unit).step());
    if (!has_row) return UnitState{};
    return UnitState{statement.number(0),
                     {statement.number(1), static_cast<std::uint64_t>(statement.number(2))}};
}

Result<std::vector<StoredRecord>> feed(db::Connection& connection, std::string_view unit,
                                       std::int64_t after, std::int64_t limit) {
    TRY_LET(statement,
            connection.prepare("SELECT " RECORD_COLUMNS " FROM record WHERE unit = $1 AND "
                               "seq > $2 ORDER BY seq LIMIT $3"));
    statement.bind(1, unit).bind(2, after).bind(3, limit);
    return read_all(statement);
}

Result<std::vector<StoredRecord>> all_of_unit(db::Connection& connection, std::string_view unit) {
    TRY_LET(statement, connection.prepare("SELECT " RECORD_COLUMNS
                                          " FROM record WHERE unit = $1 ORDER BY seq"));
    statement.bind(1, unit);
    return read_all(statement);
}

Result<std::vector<records::Record>> records_naming(db::Connection& connection,
                                                    std::string_view target) {
    TRY_LET(statement,
            connection.prepare("SELECT r.no, r.id, r.type, r.unit, r.seq, r.epoch, r.counter, "
                               "r.fields, r.writers FROM link l JOIN record r ON r.id = l.source "
                               "WHERE l.target = $1 ORDER BY r.no"));
    statement.bind(1, target);
    TRY_LET(stored, read_all(statement));
    std::vector<records::Record> found;
    for (StoredRecord& each : stored) {
        TRY(open_fields(each));
        found.push_back(std::move(each.record));
    }
    return found;
}

namespace {

Result<std::vector<std::string>> read_ids(db::Statement& statement) {
    std::vector<std::string> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(statement.text(0));
    }
}

}  // namespace

Result<std::vector<std::string>> ids_naming(db::Connection& connection, std::string_view target) {
    TRY_LET(statement, connection.prepare("SELECT source FROM link WHERE target = $1"));
    statement.bind(1, target);
    return read_ids(statement);
}

Result<std::vector<std::string>> ids_named_by(db::Connection& connection, std::string_view source) {
    TRY_LET(statement, connection.prepare("SELECT target FROM link WHERE source = $1"));
    statement.bind(1, source);
    return read_ids(statement);
}

Result<std::int64_t> count_records(db::Connection& connection) {
    return connection.number("SELECT count(*) FROM record");
}

Result<std::vector<std::string>> ids_of_type(db::Connection& connection, std::string_view type) {
    TRY_LET(statement, connection.prepare("SELECT id FROM record WHERE type = $1 ORDER BY no"));
    statement.bind(1, type);
    return read_ids(statement);
}

Result<std::vector<std::string>> ids_of_type_near(db::Connection& connection, std::string_view type,
                                                  std::string_view unit) {
    // By unit, and by id: looked for by type (hence the +), a centre of two hundred posyandu would
    // go through all households two hundred times.
    TRY_LET(statement,
            connection.prepare(
                "SELECT id FROM (SELECT no, id FROM record WHERE unit = $2 AND +type = $1 UNION "
                "SELECT no, id FROM record WHERE +type = $1 AND id IN (SELECT record FROM move "
                "UNION SELECT target FROM link WHERE source IN (SELECT record FROM move))) "
                "ORDER BY no"));
    statement.bind(1, type).bind(2, unit);
    return read_ids(statement);
}

Status each_of_type(db::Connection& connection, std::string_view type, const VisitRecord& visit) {
    TRY_LET(statement, connection.prepare("SELECT " RECORD_COLUMNS
                                          " FROM record WHERE type = $1 ORDER BY no"));
    statement.bind(1, type);
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return base::Done{};
        TRY_LET(stored, read_record(statement));
        TRY(open_fields(stored));
        visit(stored.record);
    }
}

}  // namespace server_store
