// Facts of one person in one month, placed where she counts: unit, sex and age come from here.
#pragma once

#include "shared/indicators/facts.h"
#include "shared/indicators/residence.h"

#include <string_view>
#include <vector>

namespace indicators {

class Placed {
public:
    // Of an infant the age on the last day of the month goes with every fact.
    Placed(const care::Family& family, const care::Person& person, Month month);

    // Of a figure that takes the age on another day.
    void set_age(int months) { age_months_ = months; }

    void add(Indicator indicator, Part part, const records::Record& evidence,
             Reason reason = Reason::None, std::string_view detail = {});
    // In the numerator where there is no reason why not.
    void judge(Indicator indicator, const records::Record& evidence, Reason reason,
               std::string_view detail = {});
    void exclude(Indicator indicator, const records::Record& evidence, Reason reason,
                 std::string_view detail = {}) {
        add(indicator, Part::Excluded, evidence, reason, detail);
    }

    const care::Person& person() const { return person_; }
    std::vector<Fact> take() { return std::move(facts_); }

private:
    const care::Person& person_;
    Residence residence_;
    std::optional<int> age_months_;
    std::vector<Fact> facts_;
};

}  // namespace indicators
