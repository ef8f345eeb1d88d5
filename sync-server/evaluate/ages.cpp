#include "sync-server/evaluate/ages.h"

#include "shared/care/growth.h"

#include <cmath>

namespace evaluate {

namespace {

using base::Error;
using base::ErrorCode;

constexpr double kAgeMax = 100'000;

Age missing(std::string_view why) {
    Age age;
    age.note = why;
    age.is_missing = true;
    return age;
}

Age of_days(double days) {
    Age age;
    if (days < 0) {
        age.note = "age below zero";
        return age;
    }
    age.exact_days = days;
    age.days = static_cast<int>(std::floor(days + 0.5));
    age.months = static_cast<int>(std::floor(days / care::kDaysOfMonth));
    return age;
}

Age of_months(double months) {
    Age age;
    if (months < 0) {
        age.note = "age below zero";
        return age;
    }
    age.exact_days = months * care::kDaysOfMonth;
    age.days = static_cast<int>(std::floor(*age.exact_days + 0.5));
    age.months = static_cast<int>(std::floor(months));
    return age;
}

Age between(Date birth, Date visit, AgeRule rule, bool is_by_month_only) {
    Age age;
    if (visit < birth) {
        age.note = "born after the visit";
        return age;
    }
    age.days = base::days_between(birth, visit);
    age.exact_days = *age.days;
    const bool by_calendar = rule == AgeRule::Months || is_by_month_only;
    age.months = by_calendar ? base::age_months(birth, visit)
                             : static_cast<int>(std::floor(*age.days / care::kDaysOfMonth));
    return age;
}

}  // namespace

Status check_ages(const RecordMap& map) {
    const bool has_dates = map.has("birth_date") && map.has("visit_date");
    const bool has_half = map.has("birth_date") != map.has("visit_date");
    const int ways =
        (has_dates ? 1 : 0) + (map.has("age_days") ? 1 : 0) + (map.has("age_months") ? 1 : 0);
    if (ways == 1 && !has_half) return base::Done{};
    return Error{ErrorCode::Malformed,
                 "the map must name birth_date and visit_date, or age_days, or age_months, and "
                 "only one of these"};
}

Result<Age> age_of(const base::csv::Row& row, const RecordMap& map, AgeRule rule) {
    if (const Source* birth_source = map.find("birth_date")) {
        const Source& visit_source = *map.find("visit_date");
        TRY_LET(birth, date_of(row, *birth_source));
        TRY_LET(visit, date_of(row, visit_source));
        if (!birth || !visit) return missing(birth ? "no visit date" : "no birth date");
        return between(*birth, *visit, rule, birth_source->coding == "cmc");
    }
    const Source* days = map.find("age_days");
    const Source* source = days != nullptr ? days : map.find("age_months");
    TRY_LET(number, number_of(row, *source));
    if (!number) return missing("no age");
    // Beyond any life: a code for "not known" that the map does not call missing.
    if (*number > kAgeMax) return unreadable(row, *source, 0, "no age; call it \"missing\"");
    return days != nullptr ? of_days(*number) : of_months(*number);
}

}  // namespace evaluate
