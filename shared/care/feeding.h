// What an infant was fed, and what that makes of a month (DOMAIN 6.3, 6.5; AMENDMENTS Definitions).
//
// Two clocks, never mixed: A is the recall of yesterday (the class), B is since birth.
#pragma once

#include "shared/care/family.h"

namespace care {

enum class FeedingClass { Ebf, BfWater, BfNonMilk, BfMilk, BfFood, NotBf, Unknown };
FeedingClass feeding_class(const Fields& recall);
std::string_view to_code(FeedingClass feeding);  // "EBF", "BF_WATER", ... as in the choice list
// The first question whose answer is missing or "tidak tahu", so that the class is unknown:
// bf_yesterday, a liquid or f_any; "" if none.
std::string_view undecided_item(const Fields& recall);

// Complete: its class is known.
inline bool is_complete(const Event& recall) {
    return feeding_class(recall.fields()) != FeedingClass::Unknown;
}
// The latest complete recall with from <= day <= to, before a death; nullptr if none.
const Event* latest_complete_recall(const Family& family, const Person& infant, Date from, Date to);

// Clock B: was anything but breast milk ever given in the first six months, as far as was known on
// `on`? Sticky: one record that says so (other_ever, a liquid or food, before the second day)
// outweighs any "no". Food first given on the six-month day or later is none (other_first_age_d).
Answer given_other_since_birth(const Family& family, const Person& infant, Date on);

inline constexpr int kExclusiveMonths = 6;
std::optional<Date> six_month_day(const Person& infant);
// The first complete recall on the six-month day or later; it alone decides whether she graduates.
const Event* first_contact_at_six_months(const Family& family, const Person& infant);

// E still only breast milk, X given other, U not known, G graduated, F reached six months but not
// exclusively; NotApplicable: not born, dead, or past the first contact after six months.
enum class AsiStatus { NotApplicable, E, X, U, G, F };
enum class F1Row1 { Both, ClockA };  // what E needs: DOMAIN 6.5 lets the district choose
AsiStatus asi_month_status(const Family& family, const Person& infant, base::Month month,
                           F1Row1 rule = F1Row1::Both);
std::string_view to_code(AsiStatus status);  // "E" ... ; "" if not applicable

// The register's cell for one month of age, 0 to 5: clock A alone.
enum class Mark { NotYet, Exclusive, Other, NotKnown };
Mark mark_at_age(const Family& family, const Person& infant, int month_of_age, Date today);
std::string_view to_sign(Mark mark);  // "√", "X", "A", ""

// The register's word on the first half year: clock B.
enum class HalfYear { Running, Graduated, NotGraduated, NotKnown };
HalfYear half_year(const Family& family, const Person& infant, Date today);
std::string_view to_words(HalfYear recap);  // Indonesian

}  // namespace care
