// Families out of the server's records: shared/care/closure on the database.
#pragma once

#include "shared/db/connection.h"
#include "shared/records/record.h"

#include <string_view>
#include <vector>

namespace reports {

base::Result<std::vector<records::Record>> closure_of(db::Connection& connection,
                                                      std::string_view seed);

}  // namespace reports
