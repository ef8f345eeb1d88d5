#include "sync-server/store/people/former_units.h"

namespace server_store {

Status remove_user_unit(db::Connection& connection, const UserId& user, std::string_view unit) {
    for (const char* sql : {
             "DELETE FROM user_unit WHERE user = $1 AND unit = $2",
             "INSERT INTO former_unit (user, unit) VALUES ($1, $2) ON CONFLICT DO NOTHING",
             "DELETE FROM former_unit_of_device WHERE unit = $2 AND device IN "
             "(SELECT no FROM device WHERE user = $1)",
         }) {
        TRY_LET(statement, connection.prepare(sql));
        TRY(statement.bind(1, user.text()).bind(2, unit).run());
    }
    return base::Done{};
}

Result<std::vector<FormerUnit>> former_units(db::Connection& connection, const UserId& user,
                                             std::int64_t device, std::int64_t incarnation) {
    TRY_LET(statement,
            connection.prepare("SELECT f.unit, d.last_n FROM former_unit f LEFT JOIN "
                               "former_unit_of_device d ON d.unit = f.unit AND d.device = $2 AND "
                               "d.incarnation = $3 WHERE f.user = $1 ORDER BY f.unit"));
    statement.bind(1, user.text()).bind(2, device).bind(3, incarnation);
    std::vector<FormerUnit> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        FormerUnit former{statement.text(0), std::nullopt};
        if (!statement.is_null(1)) former.last_n = statement.number(1);
        found.push_back(std::move(former));
    }
}

Status set_last_n(db::Connection& connection, std::string_view unit, std::int64_t device,
                  std::int64_t incarnation, std::int64_t last_n) {
    TRY_LET(statement, connection.prepare(
                           "INSERT INTO former_unit_of_device (device, unit, incarnation, last_n) "
                           "VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"));
    return statement.bind(1, device).bind(2, unit).bind(3, incarnation).bind(4, last_n).run();
}

}  // namespace server_store
