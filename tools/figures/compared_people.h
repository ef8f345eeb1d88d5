// A demo's records put into a health centre's database to be compared: as they stand, without the
// rules that took them.
#pragma once

#include "shared/db/connection.h"
#include "shared/records/record.h"
#include "tools/demo/centre.h"

#include <map>
#include <string>

namespace figures {

using PeopleRecords = std::map<std::string, records::Record>;

// `only_compared`: of persons, households and births alone.
PeopleRecords records_of(const demo::Centre& centre, bool only_compared);
void put(db::Connection& connection, const records::Record& record, std::int64_t no);
void fill(db::Connection& connection, const PeopleRecords& records);

}  // namespace figures
