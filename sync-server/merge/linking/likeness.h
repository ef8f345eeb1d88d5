// How like two texts are, letter by letter; made to be called millions of times.
#pragma once

#include <string_view>

namespace linking {

// 0 to 1 (Winkler's bonus for a common beginning). Looks at the first 64 bytes.
double jaro_winkler(std::string_view a, std::string_view b);

// Letters to add, drop, change or exchange with their neighbour; `most` + 1 if there are more.
int edits(std::string_view a, std::string_view b, int most);

}  // namespace linking
