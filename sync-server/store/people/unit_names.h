// What one posyandu is called: asked for every row of a list, so without reading all of them.
#pragma once

#include "shared/db/connection.h"

#include <string>
#include <string_view>

namespace server_store {

// Empty: there is none of that code.
base::Result<std::string> unit_name(db::Connection& connection, std::string_view code);

}  // namespace server_store
