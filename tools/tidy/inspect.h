// One file's text against the rules of the house. Reads no disk.
#pragma once

#include "tools/tidy/house.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tidy {

struct Finding {
    std::string path;  // from the root of the tree
    std::size_t line = 0;
    std::string what;
};
std::string to_text(const Finding& finding);  // "path:line: what"

// `path` is from the root, with /. What is looked at depends on the ending: sources have rooms,
// homes, columns and lines; scripts columns and lines; a README of a room its length; all of them
// machine paths.
std::vector<Finding> inspect(const House& house, std::string_view path, std::string_view text);

// The room of that path: the longest that fits; nullptr if none.
const Room* room_of(const House& house, std::string_view path);
bool is_below(std::string_view path, std::string_view folder);
bool is_source(std::string_view path);  // C++

}  // namespace tidy
