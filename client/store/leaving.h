// What is no longer this laptop's: records that went to another posyandu, and those of a posyandu
// that was taken from its user (SYNC 15).
//
// They leave when nothing of her own is pending on them, neither a change without its last word nor
// a draft. Until then they stay as she sees them.
#pragma once

#include "client/store/store.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace store {

// The revision that a record got when it last went away; zero: it never did, as far as known here.
Result<records::Revision> moved_at(Store& store, std::string_view record);
Status remember_move(Store& store, std::string_view record, records::Revision revision);
// Set once the health centre has told all moves of before (moves.h).
inline constexpr std::string_view kMovesTold = "moves_told";
// Everything is told anew, from the first record on.
Status forget_moves(Store& store);

// Lets go of what is of none of the units, inside the caller's transaction; returns how many
// records. A unit that comes back later is sent anew.
Result<std::int64_t> let_go(Store& store, const std::set<std::string>& units);

}  // namespace store
