// Joining two records of one person, household or birth, and taking it back weeks later (SYNC 17).
//
// The loser gets an alias, `merged_into`. What names her is never rewritten: whoever reads resolves
// whom it means. Every function is one transaction; each write is a change of the console's device
// and carries the merge's id. A page that was drawn before somebody changed what it shows is
// Refused: `seen` says the revisions that it showed.
#pragma once

#include "shared/base/fields.h"
#include "shared/records/record.h"
#include "sync-server/accept/desk/desk.h"
#include "sync-server/accept/desk/reverting.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace joining {

using accept::Desk;
using base::Instant;
using base::Result;
using base::Status;

// By record's id; a record that is not in it is not compared.
using Seen = std::map<std::string, records::Revision>;

enum class Side { Winner, Loser };

// A field in which the two differ. Values are JSON, null where there is none.
struct FieldPair {
    std::string field;
    std::string winner, loser;
    std::string group;              // fields of one group are taken together (SYNC 10)
    Side suggested = Side::Winner;  // the loser's where the winner says nothing, or where it sticks
    bool sticks_from_loser = false;  // a death: taken unless the request says otherwise
};

// Why the two are not to be joined, or not without a second look (DOMAIN 8.7).
struct Objection {
    std::string code;   // "twins", "mother_and_child", "other_unit", "merged_already" ...
    std::string words;  // in English; a page says it by its code
    bool can_be_forced = false;
};

struct Preview {
    records::Record winner, loser;
    std::vector<FieldPair> fields;
    // What is the winner's from then on, by type: whatever names the loser, and what hangs on that.
    std::map<std::string, std::int64_t> moving;
    std::map<std::string, std::int64_t> held;   // what is the winner's already
    std::string winner_visited, loser_visited;  // when the last visit of each began; empty: none
    std::vector<Objection> objections;
};
// NotFound: one is not here. Refused: they are not of one type that can be joined.
Result<Preview> preview(const Desk& desk, std::string_view winner, std::string_view loser);

struct Request {
    std::string winner, loser;
    std::map<std::string, Side> take;  // a field of a group stands for its group
    base::Fields third;                // values of neither
    std::string reason;                // kept in the merge's record: why they are one
    std::string actor;                 // a user's id, or server_store::kCommandLine
    bool is_forced = false;            // somebody has looked twice at what can be forced
    Seen seen;
};
// Gives the merge's id, which is its merge_log record's. Refused, with a sentence.
Result<std::string> join(const Desk& desk, const Request& request);

struct Merge {
    std::string id;
    std::string type;  // person, household, birth_event
    std::string winner, loser;
    std::string unit;
    std::string reason, decided_by;
    Instant decided_at;
    std::optional<Instant> undone_at;
};
// Newest first, no more than `most`.
Result<std::vector<Merge>> merges(db::Connection& connection,
                                  std::size_t most = static_cast<std::size_t>(-1));

using accept::Reverting;
struct UndoPreview {
    Merge merge;
    records::Record winner, loser;
    std::vector<Reverting> fields;
    std::vector<records::Record> added;  // recorded of the winner since: whose are they?
};
Result<UndoPreview> preview_undo(const Desk& desk, std::string_view merge);

struct UndoRequest {
    std::string merge;
    std::vector<std::string> move;  // of `added`: these are the loser's
    std::string reason;
    std::string actor;
    Seen seen;
};
struct Undone {
    std::int64_t reverted = 0, kept = 0, moved = 0;
};
Result<Undone> undo(const Desk& desk, const UndoRequest& request);

// What came since from laptops that had not heard of the undo, and names the winner: whose is it?
struct LateWords {
    Merge merge;
    records::Record winner, loser;
    std::vector<records::Record> records;
};
Result<LateWords> late_words(db::Connection& connection, std::string_view merge);
// Those that `seen` says were looked at wait no more: `move` are the loser's, the others stay the
// winner's. Gives how many went over.
Result<std::int64_t> settle_late_words(const Desk& desk, const UndoRequest& request);

}  // namespace joining
