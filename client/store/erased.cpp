#include "client/store/erased.h"

#include "client/store/outbox.h"

namespace store {

namespace {

Status run_with(Store& store, const char* sql, const std::string& record) {
    TRY_LET(statement, store.connection().prepare(sql));
    return statement.bind(1, record).run();
}

}  // namespace

Result<bool> is_erased(Store& store, std::string_view record) {
    TRY_LET(statement, store.connection().prepare("SELECT 1 FROM erased WHERE id = $1"));
    return statement.bind(1, record).step();
}

Result<bool> forget_erased(Store& store, const std::string& record, Confirming& confirming) {
    TRY_LET(was_known, is_erased(store, record));
    // What came of it before its tombstone, or was typed since, goes as well.
    TRY(confirming.drop(record));
    for (const char* sql : {
             "DELETE FROM record WHERE id = $1",  // takes its history along
             "DELETE FROM draft WHERE record = $1 OR instr(answers, $1) > 0 OR instr(id, $1) > 0",
             "DELETE FROM link WHERE source = $1 OR target = $1",
             "DELETE FROM was WHERE id = $1",
             "UPDATE outbox SET in_overlay = 0, before = NULL WHERE record = $1",
             "INSERT INTO erased (id) VALUES ($1) ON CONFLICT DO NOTHING",
         }) {
        TRY(run_with(store, sql, record));
    }
    return !was_known;
}

Status blank_change(Store& store, std::int64_t n) {
    TRY_LET(statement,
            store.connection().prepare("UPDATE outbox SET line = '', before = NULL, state = "
                                       "'erased', outcome = '{\"outcome\":\"erased\",\"n\":' || n "
                                       "|| '}', epoch = 0, counter = 0, in_overlay = 0 WHERE "
                                       "n = $1"));
    return statement.bind(1, n).run();
}

Status blank_erased(Store& store, std::int64_t acknowledged) {
    TRY_LET(statement,
            store.connection().prepare("UPDATE outbox SET line = '', before = NULL, state = "
                                       "'erased', outcome = '{\"outcome\":\"erased\",\"n\":' || n "
                                       "|| '}', epoch = 0, counter = 0, in_overlay = 0 WHERE "
                                       "record IN (SELECT id FROM erased) AND n <= $1 AND "
                                       "line <> ''"));
    return statement.bind(1, acknowledged).run();
}

}  // namespace store
