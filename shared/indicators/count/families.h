// The families of indicators, each a pure function of one person's history (facts.h). Their
// definitions and sources stand in words/ and on top of the file that counts.
#pragma once

#include "shared/indicators/count/placed.h"

namespace indicators {

// What every one of them is given. `person` lives in `family` and is the record's own, not merged
// away.
struct Counted {
    const care::Family& family;
    const care::Person& person;
    Month month;
    const Settings& settings;

    Date first() const { return base::first_day(month); }
    Date last() const { return base::last_day(month); }
    bool is_now(Date day) const { return base::month_of(day) == month; }
};

void count_births(const Counted& of, Placed& placed);     // births.cpp
void count_contacts(const Counted& of, Placed& placed);   // contacts.cpp
void count_mother(const Counted& of, Placed& placed);     // mothers.cpp
void count_growth(const Counted& of, Placed& placed);     // growing.cpp
void count_infant(const Counted& of, Placed& placed);     // infants.cpp
void count_recalls(const Counted& of, Placed& placed);    // recalls.cpp
void count_following(const Counted& of, Placed& placed);  // following.cpp

// All of them, of a person who was not merged away.
std::vector<Fact> count_families(const care::Family& family, const records::Record& person,
                                 Month month, const Settings& settings);

// Was she seen at that visit: as its mother, among the persons seen, or by a check or recall of it?
bool was_seen_at(const care::Family& family, const care::Person& person, const care::Visit& visit);
// The visits of the month at which she was seen, by day.
std::vector<const care::Visit*> visits_in(const Counted& of);

}  // namespace indicators
