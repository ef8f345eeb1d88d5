// Two texts of many words: a ware's title, a description, who wrote a book. They are one as far as
// they share what is rare; which words stand on the one side only says little.
#pragma once

#include "sync-server/merge/linking/words.h"

#include <vector>

namespace linking {

// A column whose cells have so many words on the average holds long texts: names and places have
// fewer.
inline constexpr double kLongFrom = 5;

struct SharedPart {
    double part = 0;      // of the rarity of all their words, 0 to 1
    double together = 0;  // rarity of what they share: logarithms added up
};
// `a` and `b` sorted. A word with a digit in it is a model's or a year: nearly equal is different.
SharedPart shared_part(Words& words, const std::vector<std::int32_t>& a,
                       const std::vector<std::int32_t>& b, double total);

}  // namespace linking
