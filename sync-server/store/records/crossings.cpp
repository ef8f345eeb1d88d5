#include "sync-server/store/records/crossings.h"

#include "sync-server/store/records/moves.h"

#include <array>

namespace server_store {

namespace {

#define CROSSING_COLUMNS                                                                       \
    "id, direction, family, record, centre, unit, since, state, receipt, began_at, began_by, " \
    "ended_at, reason"

struct Word {
    CrossingState state;
    const char* word;
};
constexpr std::array<Word, 4> kWords = {{{CrossingState::Open, "open"},
                                         {CrossingState::Closed, "closed"},
                                         {CrossingState::Cancelled, "cancelled"},
                                         {CrossingState::Taken, "taken"}}};

const char* word_of(CrossingState state) {
    for (const Word& each : kWords) {
        if (each.state == state) return each.word;
    }
    return "";
}

CrossingState state_of(const std::string& word) {
    for (const Word& each : kWords) {
        if (word == each.word) return each.state;
    }
    return CrossingState::Cancelled;
}

Crossing read_crossing(const db::Statement& row) {
    Crossing crossing;
    crossing.id = row.text(0);
    crossing.is_out = row.text(1) == "out";
    crossing.family = row.text(2);
    crossing.record = row.text(3);
    crossing.centre = row.text(4);
    crossing.unit = row.text(5);
    crossing.since = row.text(6);
    crossing.state = state_of(row.text(7));
    crossing.receipt = row.text(8);
    crossing.began_at = Instant{row.number(9)};
    crossing.began_by = row.text(10);
    if (!row.is_null(11)) crossing.ended_at = Instant{row.number(11)};
    crossing.reason = row.text(12);
    return crossing;
}

Result<std::optional<Crossing>> one(db::Statement& statement) {
    TRY_LET(has_row, statement.step());
    if (!has_row) return std::optional<Crossing>();
    return std::optional(read_crossing(statement));
}

}  // namespace

Status add_crossing(db::Connection& connection, const Crossing& crossing, std::string_view file) {
    TRY_LET(put, connection.prepare("INSERT INTO crossing (" CROSSING_COLUMNS ", file) VALUES "
                                    "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, "
                                    "$14)"));
    put.bind(1, crossing.id)
        .bind(2, crossing.is_out ? "out" : "in")
        .bind(3, crossing.family)
        .bind(4, crossing.record)
        .bind(5, crossing.centre)
        .bind(6, crossing.unit)
        .bind(7, crossing.since)
        .bind(8, word_of(crossing.state))
        .bind(9, crossing.receipt)
        .bind(10, crossing.began_at.unix_ms)
        .bind(11, crossing.began_by)
        .bind_null(12)
        .bind(13, crossing.reason);
    if (crossing.ended_at) put.bind(12, crossing.ended_at->unix_ms);
    if (file.empty()) {
        put.bind_null(14);
    } else {
        put.bind_blob(14, file);
    }
    return put.run();
}

Status end_crossing(db::Connection& connection, const std::string& id, CrossingState state,
                    Instant at) {
    TRY_LET(end, connection.prepare("UPDATE crossing SET state = $2, ended_at = $3, file = NULL "
                                    "WHERE id = $1"));
    return end.bind(1, id).bind(2, word_of(state)).bind(3, at.unix_ms).run();
}

Result<std::optional<Crossing>> find_crossing(db::Connection& connection, std::string_view id) {
    TRY_LET(find, connection.prepare("SELECT " CROSSING_COLUMNS " FROM crossing WHERE id = $1"));
    return one(find.bind(1, id));
}

Result<std::optional<Crossing>> crossing_of_receipt(db::Connection& connection,
                                                    std::string_view hash) {
    TRY_LET(find, connection.prepare("SELECT " CROSSING_COLUMNS " FROM crossing WHERE "
                                     "receipt = $1 AND direction = 'out'"));
    return one(find.bind(1, hash));
}

Result<std::vector<Crossing>> crossings(db::Connection& connection) {
    TRY_LET(all, connection.prepare("SELECT " CROSSING_COLUMNS " FROM crossing ORDER BY no DESC"));
    std::vector<Crossing> found;
    for (;;) {
        TRY_LET(has_row, all.step());
        if (!has_row) return found;
        found.push_back(read_crossing(all));
    }
}

Result<std::string> crossing_file(db::Connection& connection, std::string_view id) {
    TRY_LET(find, connection.prepare("SELECT file FROM crossing WHERE id = $1"));
    TRY_LET(has_row, find.bind(1, id).step());
    return has_row && !find.is_null(0) ? find.blob(0) : std::string();
}

Status put_crossing_record(db::Connection& connection, const std::string& crossing,
                           const CrossingRecord& record) {
    TRY_LET(put, connection.prepare("INSERT INTO crossing_record (crossing, record, epoch, "
                                    "counter, origin) VALUES ($1, $2, $3, $4, $5) ON CONFLICT "
                                    "(record, crossing) DO UPDATE SET epoch = excluded.epoch, "
                                    "counter = excluded.counter"));
    return put.bind(1, crossing)
        .bind(2, record.record)
        .bind(3, record.revision.epoch)
        .bind(4, record.revision.counter)
        .bind(5, record.origin)
        .run();
}

Result<std::vector<CrossingRecord>> crossing_records(db::Connection& connection,
                                                     std::string_view crossing) {
    TRY_LET(all, connection.prepare("SELECT record, epoch, counter, origin FROM crossing_record "
                                    "WHERE crossing = $1 ORDER BY record"));
    all.bind(1, crossing);
    std::vector<CrossingRecord> found;
    for (;;) {
        TRY_LET(has_row, all.step());
        if (!has_row) return found;
        found.push_back({all.text(0), {all.number(1), all.number(2)}, all.text(3)});
    }
}

Result<std::optional<records::Revision>> known_outside(db::Connection& connection,
                                                       std::string_view record) {
    TRY_LET(find, connection.prepare("SELECT r.epoch, r.counter FROM crossing_record r JOIN "
                                     "crossing c ON c.id = r.crossing WHERE r.record = $1 AND "
                                     "c.state IN ('closed', 'taken') ORDER BY r.epoch DESC, "
                                     "r.counter DESC LIMIT 1"));
    TRY_LET(has_row, find.bind(1, record).step());
    if (!has_row) return std::optional<records::Revision>();
    return std::optional(records::Revision{find.number(0), find.number(1)});
}

Result<std::optional<Crossing>> last_way_out(db::Connection& connection, std::string_view record) {
    TRY_LET(find, connection.prepare("SELECT " CROSSING_COLUMNS " FROM crossing WHERE direction = "
                                     "'out' AND id IN (SELECT crossing FROM crossing_record WHERE "
                                     "record = $1) ORDER BY no DESC LIMIT 1"));
    return one(find.bind(1, record));
}

Status put_crossing_change(db::Connection& connection, const std::string& crossing,
                           const CrossingChange& change) {
    TRY_LET(put, connection.prepare("INSERT INTO crossing_change (crossing, device, n) VALUES "
                                    "($1, $2, $3) ON CONFLICT DO NOTHING"));
    return put.bind(1, crossing).bind(2, change.device).bind(3, change.n).run();
}

Result<std::vector<CrossingChange>> crossing_changes(db::Connection& connection,
                                                     std::string_view crossing) {
    TRY_LET(all, connection.prepare("SELECT device, n FROM crossing_change WHERE crossing = $1 "
                                    "ORDER BY device, n"));
    all.bind(1, crossing);
    std::vector<CrossingChange> found;
    for (;;) {
        TRY_LET(has_row, all.step());
        if (!has_row) return found;
        found.push_back({all.number(0), all.number(1)});
    }
}

Result<bool> has_outside(db::Connection& connection) {
    TRY_LET(find, connection.prepare("SELECT 1 FROM unit_state WHERE unit = $1 AND count > 0"));
    return find.bind(1, kOutside).step();
}

Status forget_crossings(db::Connection& connection, const std::string& record) {
    for (const char* sql : {"UPDATE crossing SET file = NULL WHERE id IN (SELECT crossing FROM "
                            "crossing_record WHERE record = $1)",
                            "DELETE FROM crossing_record WHERE record = $1"}) {
        TRY_LET(statement, connection.prepare(sql));
        TRY(statement.bind(1, record).run());
    }
    return base::Done{};
}

}  // namespace server_store
