// The centre as files: units.csv, users.csv, CADRE.ndjson, truth/ (README).
#pragma once

#include "tools/demo/centre.h"

#include <string>

namespace demo {

std::string line_json(const Line& line);
std::string units_csv(const Centre& centre);
std::string users_csv(const Centre& centre);
std::string duplicates_csv(const Centre& centre);
std::string expected_csv(const Centre& centre);

// Refused if the folder holds another centre's cadres: two centres would be imported as one.
base::Status write_centre(const Centre& centre, const std::string& folder);

}  // namespace demo
