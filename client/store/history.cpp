#include "client/store/history.h"

#include "client/store/outbox.h"
#include "shared/protocol/limits.h"

namespace store {

namespace {

Status put_author(Store& store, const std::string& id) {
    TRY_LET(statement, store.connection().prepare("INSERT INTO author (id) VALUES ($1) "
                                                  "ON CONFLICT DO NOTHING"));
    return statement.bind(1, id).run();
}

Status insert(Store& store, std::string_view record, const ArrivedChange& change) {
    TRY_LET(statement,
            store.connection().prepare(
                "INSERT INTO history (record, epoch, counter, from_epoch, from_counter, author, "
                "at, ours, before, after) SELECT r.no, $2, $3, $4, $5, a.no, $7, $8, $9, $10 FROM "
                "record r, author a WHERE r.id = $1 AND a.id = $6 ON CONFLICT DO NOTHING"));
    return statement.bind(1, record)
        .bind(2, change.revision.epoch)
        .bind(3, change.revision.counter)
        .bind(4, change.from.epoch)
        .bind(5, change.from.counter)
        .bind(6, change.by)
        .bind(7, change.at.unix_ms)
        .bind(8, change.is_ours ? 1 : 0)
        .bind(9, change.before.to_json())
        .bind(10, change.after.to_json())
        .run();
}

Status drop_oldest(Store& store, std::string_view record) {
    TRY_LET(statement,
            store.connection().prepare(
                "DELETE FROM history WHERE record = (SELECT no FROM record WHERE id = $1) AND "
                "(epoch, counter) < (SELECT h.epoch, h.counter FROM history h WHERE h.record = "
                "history.record ORDER BY h.epoch DESC, h.counter DESC LIMIT 1 OFFSET $2)"));
    return statement.bind(1, record).bind(2, kHistoryMax - 1).run();
}

Result<ArrivedChange> read_change(const db::Statement& row) {
    ArrivedChange change;
    change.revision = {row.number(0), row.number(1)};
    change.from = {row.number(2), row.number(3)};
    change.by = row.text(4);
    change.at = Instant{row.number(5)};
    change.is_ours = row.number(6) != 0;
    TRY_LET(before, Fields::parse(row.text(7)));
    TRY_LET(after, Fields::parse(row.text(8)));
    change.before = std::move(before);
    change.after = std::move(after);
    return change;
}

bool is_far(std::int64_t ms) {
    return ms > protocol::kClockDoubtMs || ms < -protocol::kClockDoubtMs;
}

}  // namespace

Status put_arrived(Store& store, std::string_view record, const ArrivedChange& change) {
    TRY(insert(store, record, change));
    if (store.connection().changes() == 0) {  // a new author, seldom
        TRY(put_author(store, change.by));
        TRY(insert(store, record, change));
    }
    return change.from.is_zero() ? Status(base::Done{}) : drop_oldest(store, record);
}

Status forget_history(Store& store, std::string_view record) {
    TRY_LET(statement, store.connection().prepare("DELETE FROM history WHERE record = (SELECT no "
                                                  "FROM record WHERE id = $1)"));
    return statement.bind(1, record).run();
}

Result<std::vector<ArrivedChange>> arrived_changes(Store& store, std::string_view record) {
    TRY_LET(
        statement,
        store.connection().prepare(
            "SELECT h.epoch, h.counter, h.from_epoch, h.from_counter, a.id, h.at, h.ours, "
            "h.before, h.after FROM record r JOIN history h ON h.record = r.no JOIN author a ON "
            "a.no = h.author WHERE r.id = $1 ORDER BY h.epoch DESC, h.counter DESC"));
    statement.bind(1, record);
    std::vector<ArrivedChange> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        TRY_LET(change, read_change(statement));
        found.push_back(std::move(change));
    }
}

Result<bool> is_clock_doubtful(Store& store, std::int64_t n) {
    TRY_LET(statement,
            store.connection().prepare(
                "SELECT o.made_at, o.state, (SELECT made_at FROM outbox WHERE n = $1 - 1), "
                "(SELECT MIN(at) FROM receipt WHERE first_n <= $1 AND last_n >= $1) "
                "FROM outbox o WHERE o.n = $1"));
    TRY_LET(has_row, statement.bind(1, n).step());
    if (!has_row) return false;
    const std::int64_t made = statement.number(0);
    constexpr std::int64_t kDoubt = protocol::kClockDoubtMs;
    if (!statement.is_null(2) && made < statement.number(2) - kDoubt) return true;
    if (!statement.is_null(3) && made > statement.number(3) + kDoubt) return true;
    if (statement.text(1) != kWaiting) return false;
    TRY_LET(progress, store.progress());
    return is_far(progress.clock_offset_ms);
}

}  // namespace store
