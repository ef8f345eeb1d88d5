// A home as it was on a day of before: who moved counts in a month where she was on its last day,
// and stands in that posyandu's tables (DOMAIN 6.7). The health centre counts so, and a laptop.
#pragma once

#include "shared/base/date.h"
#include "shared/records/moves.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace indicators {

// A person, or a tally of infants without a name: it stands for itself.
bool is_counted(const records::Record& record);
// Where a person is counted from: her household, or herself if it has not arrived.
std::string home_of(const records::Record& counted);

using Found = std::vector<const records::Record*>;
// By place among the records: the moves of the households and persons that ever moved.
using Moves = std::map<std::size_t, std::vector<records::Move>>;

// The records as they were on that day.
std::vector<records::Record> records_on(const Found& records, const Moves& moved, base::Date day);
// Who is counted from this home, by where the home was for them: who moved says so herself, for she
// may live in a household that never did; of the others the home says it.
std::map<std::string, std::set<std::string>> counted_by_unit(const Found& records,
                                                             const Moves& moved,
                                                             const std::string& home);

// Those of a household who moved by themselves, and where each was on that day: she may live now
// where the household always was.
using Movers = std::map<std::string, std::string>;
// The records for the tables of that posyandu, of a household that was in `home_unit`: who was in
// another one does not live there.
std::vector<records::Record> records_in(const std::string& unit,
                                        std::vector<records::Record> records,
                                        const std::string& household, const std::string& home_unit,
                                        const Movers& movers);

}  // namespace indicators
