// Under what a record is found by those that may be the same: pairs of small things that it has,
// each of them hard to miss by a slip of the pen (how a word sounds, a year, half of a number).
#pragma once

#include "sync-server/merge/linking/going.h"
#include "sync-server/merge/linking/table.h"

#include <cstdint>
#include <vector>

namespace linking {

struct Atom {
    std::uint64_t hash = 0;
    std::uint16_t source = 0;   // atoms of one source tell the same twice
    bool may_be_alone = false;  // says enough by itself, if few have it
};
std::vector<Atom> atoms_of(const Table& table, std::size_t row);

// Records with an equal key, in numbers from the table's rows.
struct Key {
    std::uint64_t hash = 0;
    std::uint32_t row = 0;
};
// Every two atoms of different sources make a key, and every one that may stand alone.
std::vector<std::uint64_t> keys_of(const std::vector<Atom>& atoms);

struct Reach {
    std::size_t block_most = 60;          // a key that more records share is too common
    std::size_t all_pairs_up_to = 2'200;  // records: so few are all compared
    std::size_t pairs_most = 12'000'000;
    std::size_t neighbours = 8;  // in the order of names, from their beginning and from their end
};
// Pairs of rows worth comparing: a < b, each once. Not all of them if it was left.
std::vector<std::uint64_t> pairs_to_compare(const Table& table, const Reach& reach, Going& going);
inline std::uint32_t first_of(std::uint64_t pair) {
    return static_cast<std::uint32_t>(pair >> 32);
}
inline std::uint32_t second_of(std::uint64_t pair) {
    return static_cast<std::uint32_t>(pair);
}

}  // namespace linking
