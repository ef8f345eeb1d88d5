// What became of one change (SYNC 6). Outcomes are values; they travel on a feed per device and
// are sent again whenever they change.
#pragma once

#include "shared/base/result.h"
#include "shared/records/record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace protocol {

enum class OutcomeKind {
    Applied,      // taken; nobody else had written the record since
    Merged,       // taken beside what others wrote
    Identical,    // the same was there already
    Conflict,     // another value stands; this one is kept beside it until a person decides
    Quarantined,  // kept whole, with its reason; a person mends it
    Rejected,     // by a person, with a reason
    Erased,       // the person's data was lawfully erased
};
std::string_view name_of(OutcomeKind kind);
std::optional<OutcomeKind> parse_outcome_kind(std::string_view name);

// The change names an erased record, and its own, which another person may have seen, stays.
inline constexpr std::string_view kNamesErased = "names";
inline constexpr std::string_view kNewNamesErased = "new_names";

// One contested field or merge group.
struct Contest {
    std::string conflict;  // its id, for `decides`
    std::string group;     // the field, or the merge group
    base::Fields mine;     // what the change wanted; null where it wanted nothing there
};

struct Outcome {
    std::int64_t n = 0;
    OutcomeKind kind = OutcomeKind::Applied;
    records::Revision revision;  // of the record after it; zero if it changed nothing
    bool is_predicted = false;   // the record is what the device predicts: no record line follows
    std::string code;            // quarantined: why ("check", "scope", "held", "undecodable" ...)
                                 // erased: kNamesErased, kNewNamesErased, or empty
    std::string field;           // quarantined: where
    std::string reason;          // rejected: the person's words; quarantined: the sentence
    std::vector<Contest> contests;
};

std::string to_line(const Outcome& outcome);
base::Result<Outcome> parse_outcome(std::string_view line);

}  // namespace protocol
