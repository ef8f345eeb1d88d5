// What waits for a person's decision: how much of it there is, and where the first of it stands.
#pragma once

#include "sync-server/console/parts.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace console {

struct ToDecide {
    std::string path;   // of the first; a list's where one begins there
    const char* words;  // msgid
    std::int64_t count = 0;
};
// As this person may decide it; also of what nothing waits.
Result<std::vector<ToDecide>> decisions_waiting(const Visit& visit);

// Above a list: begin with its first. Where it is done: on to what waits else, and to what became
// of everything.
Result<Html> where_to_go_on(const Visit& visit, const std::string& first);

}  // namespace console
