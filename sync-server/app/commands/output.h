// What a command prints: a table for people, JSON with --json. Exit codes: 0 done, 1 refused or
// not found, 2 usage.
#pragma once

#include "shared/base/result.h"
#include "shared/records/record.h"

#include <string>
#include <utility>
#include <vector>

namespace server_app {

struct Rows {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
};
void print(const Rows& rows, bool as_json);
// One thing's facts: "name: value" lines, or one JSON object.
using Facts = std::vector<std::pair<std::string, std::string>>;
void print_facts(const Facts& facts, bool as_json);
// How many records of each type, each name with `word` before it.
void add_counts(const std::string& word, const std::vector<records::Record>& records, Facts& facts);

int exit_code(const base::Error& error);
// Says the error as one sentence on standard error, and gives the exit code.
int fail(const base::Error& error);

}  // namespace server_app
