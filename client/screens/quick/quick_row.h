// A row of the paper that is being copied: what was typed, before it is records.
#pragma once

#include "client/screens/ports/ports.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

// Draft of a half row; no form has that name, so no list of forms shows it.
inline constexpr const char* kQuickDraft = "_quick";

struct QuickRow {
    std::string visit;                          // its id, given beforehand; also the draft's
    std::string day;                            // as typed
    std::string household, infant;              // chosen; no infant: the mother alone
    std::string mother_met;                     // code, "1" or "0"; empty: not answered yet
    std::string weight, temp, contacts;         // as typed
    Fields infant_check, mother_check, recall;  // answers by single keys, and nothing else

    bool is_untouched() const;  // but for the day
    Fields& answers_of(const std::string& form);
    const Fields& answers_of(const std::string& form) const;
};

Fields to_draft(const QuickRow& row);
QuickRow from_draft(const Draft& draft);

// A visit of the row's day at which somebody was met.
struct QuickVisit {
    std::string id, role;
    std::vector<std::string> seen, checked;  // persons; checked: also where it waits as a draft
    bool has_mother = false;                 // her check
    bool has_seen(const std::string& person) const;
    bool has_checked(const std::string& infant) const;
};

// Who is seen, out of the family that was chosen.
struct QuickPeople {
    std::string name;                 // of the family
    std::string mother, mother_name;  // alive; may be empty
    std::string birth;                // her latest
    std::vector<Person> infants;      // alive and under two years on that day
    std::vector<QuickVisit> met;      // on that day
    bool is_known = false;
};
QuickPeople people_of(const Ports& ports, const std::string& household, Date day);

// "4,2" and "4200" are both 4200 g: nobody of that age weighs 25 g or 25 kg and more. nullopt:
// neither can be meant.
std::optional<std::int64_t> read_weight_g(const std::string& typed);

// "kf1 3-3, kn1 3-3": what is written in the handbook, with its dates. Without a year it is the
// latest such day that is not after the visit.
struct QuickContact {
    std::string code;
    Date on;
};
std::optional<std::vector<QuickContact>> read_contacts(const std::string& typed, Date day);

}  // namespace screens
