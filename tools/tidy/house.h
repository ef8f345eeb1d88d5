// The rules of the house as data: rooms with what they may include, homes of foreign calls, limits.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace tidy {

// A folder and all below it that is not a room of its own. It may include itself and what is named;
// a name stands for everything below it, and "" for everything.
struct Room {
    std::string_view folder;
    std::vector<std::string_view> may_include;
};

struct Place {
    std::string_view folder;
    std::string_view file_ending;  // "" for any
};

// A call, or a header, that is kept in a few places. Tests may use all of them.
struct Home {
    std::string_view call;
    std::vector<Place> places;
};

struct House {
    std::vector<Room> rooms;
    std::vector<Home> homes;
    std::size_t file_lines_max = 400;
    std::size_t line_columns_max = 100;
    std::size_t readme_lines_max = 30;
    // First folders of paths that exist on one machine only.
    std::vector<std::string_view> machine_folders;
};

const House& our_house();

}  // namespace tidy
