// Families that go to another health centre, or came from one (SYNC 16): what goes on, with which
// records, and up to which revision of each both centres know it.
#pragma once

#include "shared/base/date.h"
#include "shared/db/connection.h"
#include "shared/records/record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace server_store {

using base::Instant;
using base::Result;
using base::Status;

enum class CrossingState {
    Open,       // the file is written; the other centre has not said that it has it
    Closed,     // it has: the records are outside
    Cancelled,  // they stay, or were taken back
    Taken,      // they came here
};
struct Crossing {
    std::string id;      // of the file; both centres have it under this
    bool is_out = true;  // they go from here
    std::string family;  // of a further file: the crossing that it comes after; else its own id
    std::string record;  // who was named: a person or household
    std::string centre;  // the other one's name
    std::string unit;    // here
    std::string since;   // the day from which they are there: "2026-03-01"
    CrossingState state = CrossingState::Open;
    std::string receipt;  // out: its hash
    Instant began_at = {};
    std::string began_by;  // a user's id, or kCommandLine
    std::optional<Instant> ended_at = {};
    std::string reason;

    bool is_further() const { return family != id; }
};
// `file`: sealed; empty for one that came.
Status add_crossing(db::Connection& connection, const Crossing& crossing, std::string_view file);
// Its file is no longer needed and let go.
Status end_crossing(db::Connection& connection, const std::string& id, CrossingState state,
                    Instant at);
Result<std::optional<Crossing>> find_crossing(db::Connection& connection, std::string_view id);
Result<std::optional<Crossing>> crossing_of_receipt(db::Connection& connection,
                                                    std::string_view hash);
Result<std::vector<Crossing>> crossings(db::Connection& connection);  // newest first
// The sealed file; empty once it was let go.
Result<std::string> crossing_file(db::Connection& connection, std::string_view id);

struct CrossingRecord {
    std::string record;
    records::Revision revision;  // here, of what the other centre has too
    std::string origin;          // JSON; of one that came
};
Status put_crossing_record(db::Connection& connection, const std::string& crossing,
                           const CrossingRecord& record);
Result<std::vector<CrossingRecord>> crossing_records(db::Connection& connection,
                                                     std::string_view crossing);
// Up to which revision of it another centre has it too; nullopt: it never crossed.
Result<std::optional<records::Revision>> known_outside(db::Connection& connection,
                                                       std::string_view record);
// The newest one that went from here and has this record in it.
Result<std::optional<Crossing>> last_way_out(db::Connection& connection, std::string_view record);

struct CrossingChange {
    std::int64_t device = 0, n = 0;
};
Status put_crossing_change(db::Connection& connection, const std::string& crossing,
                           const CrossingChange& change);
Result<std::vector<CrossingChange>> crossing_changes(db::Connection& connection,
                                                     std::string_view crossing);

// Is any record outside?
Result<bool> has_outside(db::Connection& connection);
// It is erased: no sealed file with it is kept, and nothing says that it crossed.
Status forget_crossings(db::Connection& connection, const std::string& record);

}  // namespace server_store
