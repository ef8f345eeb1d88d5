#include "sync-server/store/published_forms.h"

namespace server_store {

using base::Instant;

base::Status add_published_form(db::Connection& connection, const PublishedForm& form) {
    TRY_LET(statement, connection.prepare("INSERT INTO form_version (id, version, json, "
                                          "published_at, published_by) VALUES ($1, $2, $3, $4, "
                                          "$5)"));
    return statement.bind(1, form.id)
        .bind(2, form.version)
        .bind(3, form.json)
        .bind(4, form.at.unix_ms)
        .bind(5, form.by)
        .run();
}

base::Result<std::vector<PublishedForm>> published_forms(db::Connection& connection) {
    TRY_LET(statement, connection.prepare("SELECT id, version, json, published_at, published_by "
                                          "FROM form_version ORDER BY no"));
    std::vector<PublishedForm> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back({statement.text(0), statement.text(1), statement.text(2),
                         Instant{statement.number(3)}, statement.text(4)});
    }
}

base::Result<std::int64_t> count_published_forms(db::Connection& connection) {
    return connection.number("SELECT count(*) FROM form_version");
}

}  // namespace server_store
