#include "sync-server/store/changes/witnesses.h"

namespace server_store {

Result<std::optional<Witness>> find_witness(db::Connection& connection, std::string_view record) {
    TRY_LET(statement, connection.prepare("SELECT epoch, counter, is_taken FROM witness WHERE "
                                          "record = $1"));
    TRY_LET(has_row, statement.bind(1, record).step());
    if (!has_row) return std::optional<Witness>();
    return std::optional<Witness>(
        Witness{{statement.number(0), statement.number(1)}, statement.number(2) != 0});
}

Result<std::map<std::string, Witness>> witnesses(db::Connection& connection) {
    TRY_LET(statement, connection.prepare("SELECT record, epoch, counter, is_taken FROM witness"));
    std::map<std::string, Witness> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found[statement.text(0)] = {{statement.number(1), statement.number(2)},
                                    statement.number(3) != 0};
    }
}

Status mark_witness_taken(db::Connection& connection, std::string_view record) {
    TRY_LET(statement, connection.prepare("UPDATE witness SET is_taken = 1 WHERE record = $1"));
    return statement.bind(1, record).run();
}

Status put_witness(db::Connection& connection, std::string_view record, const Witness& witness) {
    TRY_LET(statement,
            connection.prepare("INSERT INTO witness (record, epoch, counter, is_taken) VALUES "
                               "($1, $2, $3, $4) ON CONFLICT (record) DO UPDATE SET epoch = $2, "
                               "counter = $3, is_taken = $4 WHERE epoch < $2 OR (epoch = $2 AND "
                               "counter < $3)"));
    return statement.bind(1, record)
        .bind(2, witness.revision.epoch)
        .bind(3, witness.revision.counter)
        .bind(4, witness.is_taken ? 1 : 0)
        .run();
}

}  // namespace server_store
