#include "client/screens/course/course_parts.h"

#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"

namespace screens {

using words::tr;

std::optional<int> CourseOf::day_of(Date on) const {
    if (birth == nullptr || on < birth->delivery_date) return std::nullopt;
    return base::days_between(birth->delivery_date, on);
}

std::string CourseOf::day_text(Date on) const {
    const auto day = day_of(on);
    const std::string date = words::day_and_month(on, context.today);
    if (!day) return date;
    return tr("Day {0}", {std::to_string(*day)}) + "  ·  " + date;
}

std::vector<ExpectedNow> expected_on(const CourseOf& of, Date today) {
    std::vector<ExpectedNow> all;
    const auto day = of.day_of(today);
    if (!day) return all;
    const bool is_id = words::language() == words::Language::Indonesian;
    const care::Involution* band = care::involution_on(*day);
    if (band != nullptr) {
        all.push_back({tr("Bleeding after the birth"),
                       std::string(is_id ? band->lochia_id : band->lochia_en)});
    }
    if (band != nullptr && of.is_midwife) {
        all.push_back({tr("The womb"), std::string(is_id ? band->fundus_id : band->fundus_en)});
    }
    if (of.is_grieving) return all;
    if (*day <= care::kMilkLateHours / 24) {
        all.push_back({tr("Milk"), tr("comes in within 72 hours (3 days)")});
    }
    const auto wet = care::least_wet_nappies(*day);
    constexpr int kWetAskedDays = 183;
    if (wet && *day <= kWetAskedDays) {
        all.push_back(
            {tr("Wet nappies"), tr("at least {0} times in 24 hours", {std::to_string(*wet)})});
    }
    return all;
}

}  // namespace screens
