// Records that went from one posyandu to another (SYNC 15): their tombstones in the feed of the
// unit that they left, and where each was at a revision and on a day.
#pragma once

#include "shared/records/moves.h"
#include "sync-server/store/records/records.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace server_store {

// Where the records are of families that went to another health centre (SYNC 16): no posyandu, no
// laptop has its feed, and no report counts it.
inline constexpr const char* kOutside = "@luar";

using records::Move;
using records::unit_on;

// The record's next revision is in the feed of the other unit, a tombstone in that of the one that
// it left; both units' agreements stay true. Writers and fields are as they were.
Status move_record(db::Connection& connection, StoredRecord& stored, const std::string& to,
                   records::Revision next, std::string_view since);

Result<bool> has_moves(db::Connection& connection);  // any record at all
Result<std::vector<Move>> moves_of(db::Connection& connection,
                                   std::string_view record);  // in order
// Where the record was, as somebody saw it at that revision; `now`: where it is.
std::string unit_at(const std::vector<Move>& moves, records::Revision seen, const std::string& now);

// Households and persons that came to the unit or left it, ever.
struct Mover {
    std::string id, type;
};
Result<std::vector<Mover>> movers_of(db::Connection& connection, std::string_view unit);

// What left the unit and has not come back.
struct MovedAway {
    std::string id;
    records::Revision revision;
};
Result<std::vector<MovedAway>> moved_away(db::Connection& connection, std::string_view unit);
Result<std::vector<std::string>> units_left(db::Connection& connection, std::string_view record);
// It is erased: nothing says any more where it was.
Status forget_moves(db::Connection& connection, std::string_view record);

}  // namespace server_store
