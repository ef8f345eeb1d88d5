// What a command prints: a table for people, JSON with --json. Exit codes: 0 done, 1 refused or
// not found, 2 usage.
#pragma once

#include "shared/base/result.h"

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
void print_facts(const std::vector<std::pair<std::string, std::string>>& facts, bool as_json);

int exit_code(const base::Error& error);
// Says the error as one sentence on standard error, and gives the exit code.
int fail(const base::Error& error);

}  // namespace server_app
