// Which families practise the massage and which need a second visit, on a day: one pure function
// for the cadre's page and the health centre's list.
//
// Groups say what to do next, they rank nobody and set no target (DOMAIN 10.5). A mother without a
// living infant, or who died, is in none (DOMAIN 5.4).
#pragma once

#include "shared/care/family.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace indicators {

enum class PracticeGroup { SecondVisit, Practises, NoPractice, NotTaught, Declined };
inline constexpr std::array kPracticeGroups = {PracticeGroup::SecondVisit, PracticeGroup::Practises,
                                               PracticeGroup::NoPractice, PracticeGroup::NotTaught,
                                               PracticeGroup::Declined};
std::string_view to_code(PracticeGroup group);  // "SECOND_VISIT" ...
std::string_view name_id(PracticeGroup group);
std::string_view name_en(PracticeGroup group);

// Why she needs a second visit, the weightiest first.
enum class SecondVisit {
    Complaint,      // a massage with a complaint, and no safety check said "go" since
    Withheld,       // a danger sign stopped the last teaching
    Deferred,       // the last teaching was put off
    RetestOverdue,  // a learner was to show it again, and the time for it has passed
    ShowAgain,      // a learner is to show it again
};
std::string_view to_code(SecondVisit why);
std::string_view name_id(SecondVisit why);
std::string_view name_en(SecondVisit why);

struct WhyVisit {
    SecondVisit why = SecondVisit::ShowAgain;
    base::Date since;      // the day it hangs on
    std::string learner;   // who is to show it again, by name; may be empty
    std::string relation;  // the learner's to the mother, a code; may be empty
    bool operator==(const WhyVisit&) const = default;
};

// Told apart always: what was seen and what was told.
struct Massages {
    int observed = 0, reported = 0;
    bool any() const { return observed + reported > 0; }
    bool operator==(const Massages&) const = default;
};

struct MotherPractice {
    records::RecordId mother;
    std::string name;
    PracticeGroup group = PracticeGroup::NotTaught;
    std::vector<WhyVisit> reasons;  // of SecondVisit, the weightiest first
    std::optional<base::Date> born;
    std::optional<base::Date> taught_on;     // first, for this birth
    bool has_competent = false;              // somebody of the family can do it
    Massages last_14, last_30;               // of the days up to and with that day
    std::optional<base::Date> last_massage;  // seen or told
    bool operator==(const MotherPractice&) const = default;
};

inline constexpr int kPractisesDays = 14;
inline constexpr int kLooksBackDays = 30;
inline constexpr int kMonthsAfterBirth = 6;  // then nobody is spoken of any more

// nullopt: she is in no group. Before a birth only who needs a second visit is.
std::optional<MotherPractice> practice_of(const care::Family& family, const care::Person& mother,
                                          base::Date on);
// Of the mothers who live in that household, by name.
std::vector<MotherPractice> practices_of(const care::Family& family, std::string_view household,
                                         base::Date on);

}  // namespace indicators
