#include "sync-server/store/changes/waiting_rows.h"

namespace server_store {

namespace {

template <class Row>
Result<std::vector<Row>> read_all(db::Statement& statement, Row (*read)(const db::Statement&)) {
    std::vector<Row> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(read(statement));
    }
}

}  // namespace

Contender read_contender(const db::Statement& row) {
    return Contender{row.text(0),
                     row.text(1),
                     row.text(2),
                     row.number(3),
                     row.number(4),
                     row.text(5),
                     Instant{row.number(6)},
                     row.is_null(7),
                     row.text(8),
                     Instant{row.is_null(7) ? 0 : row.number(7)}};
}

Result<std::vector<Contender>> read_contenders(db::Statement& statement) {
    return read_all(statement, read_contender);
}

Quarantined read_quarantined(const db::Statement& row) {
    return Quarantined{row.number(0),
                       row.number(1),
                       row.text(2),
                       row.text(3),
                       row.text(4),
                       row.text(5),
                       row.text(6),
                       Instant{row.number(7)},
                       row.is_null(8),
                       row.text(9),
                       Instant{row.is_null(8) ? 0 : row.number(8)}};
}

Result<std::vector<Quarantined>> read_quarantine(db::Statement& statement) {
    return read_all(statement, read_quarantined);
}

}  // namespace server_store
