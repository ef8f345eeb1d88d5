#include "shared/indicators/count/placed.h"

namespace indicators {

Placed::Placed(const care::Family& family, const care::Person& person, Month month)
    : person_(person), residence_(residence_of(family, person, base::last_day(month))) {
    const Date last = base::last_day(month);
    if (!person.is_infant || !person.birth_date || *person.birth_date > last) return;
    age_months_ = base::age_months(*person.birth_date, last);
}

void Placed::add(Indicator indicator, Part part, const records::Record& evidence, Reason reason,
                 std::string_view detail) {
    const bool is_elsewhere = residence_.counts_nowhere && part != Part::Excluded;
    Fact fact;
    fact.indicator = indicator;
    fact.part = is_elsewhere ? Part::Excluded : part;
    fact.reason = is_elsewhere ? Reason::TemporaryResident : reason;
    fact.detail = is_elsewhere ? residence_.domicile : std::string(detail);
    fact.person = person_.id();
    fact.evidence = evidence.id;
    fact.unit = residence_.unit;
    fact.listed_in = residence_.listed_in;
    fact.sex = person_.sex;
    fact.age_months = age_months_;
    facts_.push_back(std::move(fact));
}

void Placed::judge(Indicator indicator, const records::Record& evidence, Reason reason,
                   std::string_view detail) {
    const bool is_counted = reason == Reason::None;
    add(indicator, is_counted ? Part::Numerator : Part::Denominator, evidence, reason,
        is_counted ? std::string_view() : detail);
}

}  // namespace indicators
