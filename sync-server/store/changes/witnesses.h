// What laptops brought back of records after the server was restored from a backup (SYNC 22).
#pragma once

#include "shared/db/connection.h"
#include "shared/records/record.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace server_store {

using base::Result;
using base::Status;

struct Witness {
    records::Revision revision;  // of the time before the restore
    bool is_taken = true;        // false: kept in quarantine
};
Result<std::optional<Witness>> find_witness(db::Connection& connection, std::string_view record);
// By record.
Result<std::map<std::string, Witness>> witnesses(db::Connection& connection);
// What was kept in quarantine stands now.
Status mark_witness_taken(db::Connection& connection, std::string_view record);
// Of a record that was brought back before, the newer revision stays.
Status put_witness(db::Connection& connection, std::string_view record, const Witness& witness);

}  // namespace server_store
