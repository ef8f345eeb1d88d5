// Records that may be one person or one household (DOMAIN 8.7): the list a coordinator works
// through, best first, and one pair side by side. Only ever proposes; joining two is accept's.
//
// What laptops brought since is compared before a list is read; a list that says `waiting` > 0 is
// true but not complete, and the next reading goes on.
#pragma once

#include "sync-server/merge/reasons.h"

#include "shared/base/clock.h"
#include "shared/base/id.h"
#include "shared/db/connection.h"
#include "shared/records/record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace merge {

using base::Instant;
using base::Result;
using base::Status;

enum class Kind { Mother, Infant, Person, Household };
enum class State { Open, Dismissed, Merged };
std::string_view to_code(Kind kind);  // "mother" ...
std::string_view to_code(State state);
std::optional<Kind> kind_of(std::string_view code);
std::optional<State> state_of(std::string_view code);

struct Side {
    std::string id;
    std::string unit;
    std::string name;  // of a household: its head; empty if the record is gone
};

struct Candidate {
    Side a, b;  // a.id < b.id
    Kind kind = Kind::Person;
    double score = 0;             // how probable it is that they are one, 0 to 1
    std::vector<Reason> reasons;  // what speaks most for it first, then what speaks against it
    Instant found_at;
    State state = State::Open;
    std::optional<Instant> decided_at;  // of a dismissed or merged one
    std::string decided_by, decision;   // by whom (id), and the words given
};

struct Filter {
    State state = State::Open;
    std::optional<Kind> kind;
    std::vector<std::string> units;  // codes; one side is of one of them. Empty: every unit
    std::int64_t offset = 0;
    std::int64_t limit = 50;
};
struct Page {
    std::vector<Candidate> candidates;
    std::int64_t total = 0;    // that the filter lets through
    std::int64_t waiting = 0;  // touched records that are not compared yet
};
Result<Page> list(db::Connection& connection, const base::Clock& clock, const Filter& filter);
// Those of one record, whatever their state, best first.
Result<std::vector<Candidate>> list_of(db::Connection& connection, const base::Clock& clock,
                                       std::string_view record);

// How two values of one field stand to each other.
enum class Agreement { Same, Alike, Different, OneMissing, BothMissing };
struct FieldPair {
    std::string field;  // of the form: full_name, birth_date ...; or husband, mother, children
    std::string a, b;   // as they are written
    Agreement agreement = Agreement::BothMissing;
};
struct Comparison {
    Candidate candidate;
    records::Revision revision_a, revision_b;  // a form carries them, so that a stale page is told
    std::vector<FieldPair> fields;
    // Why the two are not to be merged, or not yet (twins, one household, events first).
    std::optional<Reason> guard;
};
// Any two persons or two households, also a pair that is on no list. Absent: one is not here, or
// they are not of one type.
Result<std::optional<Comparison>> one(db::Connection& connection, const base::Clock& clock,
                                      std::string_view a, std::string_view b);

// "Bukan data ganda": stays away until what is compared of one of them changes. False: there is no
// such pair of records.
struct Dismissal {
    std::string a, b;
    std::string actor;  // a user's id, or server_store::kCommandLine
    std::string reason;
};
Result<bool> dismiss(db::Connection& connection, const base::Clock& clock,
                     const Dismissal& dismissal);

}  // namespace merge
