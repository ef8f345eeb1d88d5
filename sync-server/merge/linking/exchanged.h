// Given names and surnames that have changed places in a record, told by where the other records
// have them.
#pragma once

#include "sync-server/merge/linking/table.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace linking {

// The first column of own names and the first of family names that are parts of one name.
std::optional<NameColumns> names_that_change_places(const Schema& schema);
// By row: 1 where they have. A record's own words do not speak for it.
std::vector<std::uint8_t> rows_with_exchanged(const Table& table, const NameColumns& names);

}  // namespace linking
