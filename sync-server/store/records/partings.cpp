#include "sync-server/store/records/partings.h"

namespace server_store {

base::Status put_parting(db::Connection& connection, const Parting& parting) {
    TRY_LET(statement, connection.prepare("INSERT INTO parting (merge, winner, unit, seq) VALUES "
                                          "($1, $2, $3, $4) ON CONFLICT DO NOTHING"));
    return statement.bind(1, parting.merge)
        .bind(2, parting.winner)
        .bind(3, parting.unit)
        .bind(4, parting.seq)
        .run();
}

base::Result<std::vector<Parting>> partings(db::Connection& connection) {
    TRY_LET(rows, connection.prepare("SELECT merge, winner, unit, seq FROM parting"));
    std::vector<Parting> found;
    for (;;) {
        TRY_LET(has_row, rows.step());
        if (!has_row) return found;
        found.push_back({rows.text(0), rows.text(1), rows.text(2), rows.number(3)});
    }
}

base::Status put_late_word(db::Connection& connection, std::string_view merge,
                           std::string_view record) {
    TRY_LET(statement, connection.prepare("INSERT INTO late_word (merge, record) VALUES ($1, $2) "
                                          "ON CONFLICT DO NOTHING"));
    return statement.bind(1, merge).bind(2, record).run();
}

base::Result<std::vector<std::string>> late_words(db::Connection& connection,
                                                  std::string_view merge) {
    TRY_LET(rows, connection.prepare("SELECT l.record FROM late_word l JOIN record r ON r.id = "
                                     "l.record WHERE l.merge = $1 ORDER BY r.no"));
    rows.bind(1, merge);
    std::vector<std::string> found;
    for (;;) {
        TRY_LET(has_row, rows.step());
        if (!has_row) return found;
        found.push_back(rows.text(0));
    }
}

base::Result<std::int64_t> count_late_words(db::Connection& connection) {
    return connection.number("SELECT COUNT(*) FROM late_word");
}

base::Status settle_late_word(db::Connection& connection, std::string_view merge,
                              std::string_view record) {
    TRY_LET(statement,
            connection.prepare("DELETE FROM late_word WHERE merge = $1 AND record = $2"));
    return statement.bind(1, merge).bind(2, record).run();
}

}  // namespace server_store
