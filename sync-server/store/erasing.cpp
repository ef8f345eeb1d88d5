#include "sync-server/store/erasing.h"

#include "shared/records/agreement.h"

namespace server_store {

using base::Done;

namespace {

Status run_with(db::Connection& connection, const char* sql, const std::string& id) {
    TRY_LET(statement, connection.prepare(sql));
    return statement.bind(1, id).run();
}

// The row goes, and with it its part of the unit's agreement.
Result<bool> take_record_out(db::Connection& connection, const std::string& id) {
    TRY_LET(row,
            connection.prepare("SELECT unit, epoch, counter, fields FROM record WHERE id = $1"));
    TRY_LET(has_row, row.bind(1, id).step());
    if (!has_row) return false;
    const std::uint64_t hash = records::row_hash(id, {row.number(1), row.number(2)}, row.text(3));
    TRY_LET(state, connection.prepare("SELECT count, hash FROM unit_state WHERE unit = $1"));
    TRY_LET(has_state, state.bind(1, row.text(0)).step());
    records::Agreement agreement;
    if (has_state) agreement = {state.number(0), static_cast<std::uint64_t>(state.number(1))};
    agreement.remove(hash);
    TRY_LET(update,
            connection.prepare("UPDATE unit_state SET count = $2, hash = $3 WHERE unit = $1"));
    TRY(update.bind(1, row.text(0))
            .bind(2, agreement.count)
            .bind(3, static_cast<std::int64_t>(agreement.hash))
            .run());
    row.reset();
    TRY(run_with(connection, "DELETE FROM record WHERE id = $1", id));
    return true;
}

}  // namespace

Result<std::int64_t> apply_erased(db::Connection& connection, const std::vector<std::string>& ids) {
    std::int64_t found = 0;
    for (const std::string& id : ids) {
        TRY_LET(was_here, take_record_out(connection, id));
        if (was_here) ++found;
        for (const char* sql : {
                 "DELETE FROM link WHERE source = $1",
                 "DELETE FROM fact WHERE person = $1",
                 "DELETE FROM fact WHERE evidence = $1",
                 "DELETE FROM dirty WHERE person = $1",
                 "DELETE FROM contender WHERE record = $1",
                 "DELETE FROM quarantine WHERE record = $1",
                 "UPDATE change SET line = '', before = '{}', "
                 "outcome = '{\"outcome\":\"erased\",\"n\":' || n || '}' WHERE record = $1",
             }) {
            TRY(run_with(connection, sql, id));
        }
    }
    return found;
}

}  // namespace server_store
