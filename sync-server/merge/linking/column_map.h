// MAP.json: which column of a file is which of our fields.
//
// {"id": "rec_id", "given_name": "fname", "surname": "lname", "birth_date": ["year", "month",
// "day"], "nik": "soc_sec_id", "address": ["address_1", "address_2"], "other": ["remarks"]}
#pragma once

#include "sync-server/merge/linking/record_file.h"
#include "sync-server/merge/linking/table.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace linking {

struct ColumnMap {
    std::size_t id = 0;                 // column of the file
    std::optional<std::size_t> source;  // which table a record is from: only across them is linked
    Schema schema;
    std::vector<std::vector<std::size_t>> from;  // of each column of the schema; joined by a space
    std::vector<bool> is_sex;                    // M, male, L, laki-laki are one
};

// Refuses, in a sentence: what is no JSON object, a column that the file has not, a map without an
// id or without anything to compare.
base::Result<ColumnMap> read_map(std::string_view json, const RecordFile& file);

std::vector<std::string> cells_of(const ColumnMap& map, const std::vector<std::string>& row);
// All fields that a map may name, with what they are, for --help.
std::string fields_help();

}  // namespace linking
