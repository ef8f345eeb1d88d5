// What a database held when it was copied, as text inside its backup; and the difference in words.
#pragma once

#include "sync-server/store/holdings.h"

#include <string>
#include <string_view>

namespace backup {

using base::Result;

std::string to_json(const server_store::Holdings& holdings);
Result<server_store::Holdings> parse_manifest(std::string_view json);

// The first thing that differs, as the end of a sentence; empty: nothing does.
std::string difference(const server_store::Holdings& expected, const server_store::Holdings& found);

}  // namespace backup
