#include "sync-server/store/records/moves.h"

#include <algorithm>
#include <array>

namespace server_store {

namespace {

// The next place in the unit's feed, with what it gains or loses.
Result<std::int64_t> draw(db::Connection& connection, const std::string& unit,
                          const records::Agreement& delta) {
    TRY_LET(state, unit_state(connection, unit));
    TRY_LET(statement, connection.prepare(
                           "INSERT INTO unit_state (unit, seq, count, hash) VALUES ($1, $2, $3, "
                           "$4) ON CONFLICT (unit) DO UPDATE SET seq = excluded.seq, "
                           "count = excluded.count, hash = excluded.hash"));
    TRY(statement.bind(1, unit)
            .bind(2, state.seq + 1)
            .bind(3, state.agreement.count + delta.count)
            .bind(4, static_cast<std::int64_t>(state.agreement.hash + delta.hash))
            .run());
    return state.seq + 1;
}

Status put_record_there(db::Connection& connection, const StoredRecord& stored) {
    TRY_LET(statement, connection.prepare("UPDATE record SET unit = $2, seq = $3, epoch = $4, "
                                          "counter = $5 WHERE no = $1"));
    return statement.bind(1, stored.no)
        .bind(2, stored.record.unit)
        .bind(3, stored.seq)
        .bind(4, stored.record.revision.epoch)
        .bind(5, stored.record.revision.counter)
        .run();
}

// A later tombstone takes the place of an earlier one; where the record is now, it has none.
Status put_tombstone(db::Connection& connection, const StoredRecord& stored,
                     const std::string& from, std::int64_t seq) {
    const records::Record& record = stored.record;
    TRY_LET(clear, connection.prepare("DELETE FROM moved WHERE id = $1 AND unit = $2"));
    TRY(clear.bind(1, record.id.text()).bind(2, record.unit).run());
    TRY_LET(put, connection.prepare(
                     "INSERT INTO moved (id, unit, seq, to_unit, epoch, counter) VALUES ($1, $2, "
                     "$3, $4, $5, $6) ON CONFLICT (id, unit) DO UPDATE SET seq = excluded.seq, "
                     "to_unit = excluded.to_unit, epoch = excluded.epoch, "
                     "counter = excluded.counter"));
    return put.bind(1, record.id.text())
        .bind(2, from)
        .bind(3, seq)
        .bind(4, record.unit)
        .bind(5, record.revision.epoch)
        .bind(6, record.revision.counter)
        .run();
}

Status put_move(db::Connection& connection, const records::Record& record, const std::string& from,
                std::string_view since) {
    TRY_LET(put, connection.prepare("INSERT INTO move (record, epoch, counter, from_unit, to_unit, "
                                    "since) VALUES ($1, $2, $3, $4, $5, $6)"));
    return put.bind(1, record.id.text())
        .bind(2, record.revision.epoch)
        .bind(3, record.revision.counter)
        .bind(4, from)
        .bind(5, record.unit)
        .bind(6, since)
        .run();
}

}  // namespace

Status move_record(db::Connection& connection, StoredRecord& stored, const std::string& to,
                   records::Revision next, std::string_view since) {
    const std::string from = stored.record.unit;
    const std::string& id = stored.record.id.text();
    records::Agreement leaving, coming;
    leaving.remove(records::row_hash(id, stored.record.revision, stored.fields_text));
    coming.add(records::row_hash(id, next, stored.fields_text));
    // In the order of their names, so that two moves cannot wait for each other.
    std::int64_t grave = 0;
    std::array<std::string, 2> units = {from, to};
    std::sort(units.begin(), units.end());
    for (const std::string& unit : units) {
        TRY_LET(seq, draw(connection, unit, unit == from ? leaving : coming));
        (unit == from ? grave : stored.seq) = seq;
    }
    stored.record.unit = to;
    stored.record.revision = next;
    TRY(put_record_there(connection, stored));
    TRY(put_tombstone(connection, stored, from, grave));
    return put_move(connection, stored.record, from, since);
}

Result<bool> has_moves(db::Connection& connection) {
    TRY_LET(statement, connection.prepare("SELECT 1 FROM move LIMIT 1"));
    return statement.step();
}

Result<std::vector<Move>> moves_of(db::Connection& connection, std::string_view record) {
    TRY_LET(statement, connection.prepare("SELECT epoch, counter, from_unit, to_unit, since FROM "
                                          "move WHERE record = $1 ORDER BY epoch, counter"));
    statement.bind(1, record);
    std::vector<Move> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back({{statement.number(0), statement.number(1)},
                         statement.text(2),
                         statement.text(3),
                         statement.text(4)});
    }
}

std::string unit_at(const std::vector<Move>& moves, records::Revision seen,
                    const std::string& now) {
    for (const Move& move : moves) {
        if (move.revision > seen) return move.from;
    }
    return now;
}

Result<std::vector<Mover>> movers_of(db::Connection& connection, std::string_view unit) {
    TRY_LET(statement, connection.prepare("SELECT id, type FROM record WHERE type IN ('household', "
                                          "'person') AND id IN (SELECT record FROM move WHERE "
                                          "from_unit = $1 OR to_unit = $1) ORDER BY no"));
    statement.bind(1, unit);
    std::vector<Mover> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back({statement.text(0), statement.text(1)});
    }
}

Result<std::vector<MovedAway>> moved_away(db::Connection& connection, std::string_view unit) {
    TRY_LET(statement, connection.prepare("SELECT id, epoch, counter FROM moved WHERE unit = $1"));
    statement.bind(1, unit);
    std::vector<MovedAway> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back({statement.text(0), {statement.number(1), statement.number(2)}});
    }
}

Result<std::vector<std::string>> units_left(db::Connection& connection, std::string_view record) {
    TRY_LET(statement, connection.prepare("SELECT unit FROM moved WHERE id = $1 ORDER BY unit"));
    statement.bind(1, record);
    std::vector<std::string> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(statement.text(0));
    }
}

Status forget_moves(db::Connection& connection, std::string_view record) {
    TRY_LET(tombstones, connection.prepare("DELETE FROM moved WHERE id = $1"));
    TRY(tombstones.bind(1, record).run());
    TRY_LET(moves, connection.prepare("DELETE FROM move WHERE record = $1"));
    return moves.bind(1, record).run();
}

}  // namespace server_store
