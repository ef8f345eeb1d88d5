#include "client/store/sendings.h"

namespace store {

Result<std::vector<WaitingRecord>> waiting_records(Store& store) {
    TRY_LET(statement, store.connection().prepare(
                           "SELECT record, count(*), min(made_at) FROM outbox WHERE state = "
                           "'waiting' AND state <> 'done' GROUP BY record ORDER BY min(n)"));
    std::vector<WaitingRecord> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(
            {RecordId(statement.text(0)), statement.number(1), Instant{statement.number(2)}});
    }
}

Result<std::vector<Sent>> sent_between(Store& store, std::int64_t first_n, std::int64_t last_n,
                                       std::int64_t limit) {
    TRY_LET(statement,
            store.connection().prepare(
                "SELECT n, record, line, hash, state, outcome FROM outbox WHERE n >= $1 AND n <= "
                "$2 AND state <> 'waiting' ORDER BY n LIMIT $3"));
    statement.bind(1, first_n).bind(2, last_n).bind(3, limit);
    std::vector<Sent> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(Sent{statement.number(0), RecordId(statement.text(1)), statement.text(2),
                             statement.text(3), statement.text(4), statement.text(5)});
    }
}

Result<bool> is_newer_waiting(Store& store, std::string_view record, std::int64_t n) {
    TRY_LET(statement, store.connection().prepare("SELECT 1 FROM outbox WHERE record = $1 AND n > "
                                                  "$2 AND state = 'waiting' LIMIT 1"));
    TRY_LET(has_row, statement.bind(1, record).bind(2, n).step());
    return has_row;
}

}  // namespace store
