// What a database held when it was copied, as text inside its backup; and the difference in words.
#pragma once

#include "sync-server/store/keeping/holdings.h"

#include <map>
#include <string>
#include <string_view>

namespace backup {

using base::Result;

// The health centre's settings beside the database (data_folder.h): file name -> text.
using Settings = std::map<std::string, std::string>;

std::string to_json(const server_store::Holdings& holdings, const Settings& settings);
Result<server_store::Holdings> parse_manifest(std::string_view json);
// Empty where an older program made it. Names that are no settings are left out.
Result<Settings> parse_settings(std::string_view manifest);

// The first thing that differs, as the end of a sentence; empty: nothing does.
std::string difference(const server_store::Holdings& expected, const server_store::Holdings& found);

}  // namespace backup
