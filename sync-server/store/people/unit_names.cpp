#include "sync-server/store/people/unit_names.h"

namespace server_store {

base::Result<std::string> unit_name(db::Connection& connection, std::string_view code) {
    TRY_LET(row, connection.prepare("SELECT name FROM unit WHERE code = $1"));
    TRY_LET(has_row, row.bind(1, code).step());
    return has_row ? row.text(0) : std::string();
}

}  // namespace server_store
