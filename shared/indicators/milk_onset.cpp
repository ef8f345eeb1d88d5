#include "shared/indicators/milk_onset.h"

#include "shared/indicators/programme.h"

#include <algorithm>

namespace indicators {

namespace {

using When = MilkOnset::When;

constexpr int kDay = 24 * 60;
constexpr int kLate = kMilkLateHours * 60;

// The minutes from the birth to a moment: at least and at most. Of a day without its hour both ends
// of the day are possible.
struct Minutes {
    int least = 0, most = 0;
};

Minutes since(const care::Birth& birth, base::Date day, std::optional<int> minute) {
    const int days = base::days_between(birth.delivery_date, day) * kDay;
    const int last = kDay - 1;
    return {days + minute.value_or(0) - birth.delivery_minute.value_or(last),
            days + minute.value_or(last) - birth.delivery_minute.value_or(0)};
}

When when_of(const Minutes& minutes) {
    if (minutes.least > kLate) return When::Late;
    return minutes.most <= kLate ? When::InTime : When::HourUnknown;
}

// "2026-09-05T14:05:00+07:00": the local hour, as it was written down.
std::optional<int> local_minute(const base::Fields& fields, std::string_view name) {
    const std::string_view text = care::code(fields, name);
    if (text.size() < 16) return std::nullopt;
    base::Fields hour;
    hour.set("hour", text.substr(11, 5));
    return care::minute_of_day(hour, "hour");
}

// One check: that the milk came in at that hour, or by then, or not by then.
When when_said(const care::Birth& birth, const care::Event& check) {
    const care::Answer milk_in = care::answer(check.fields(), "milk_in");
    if (milk_in == care::Answer::Yes) {
        const auto day = care::date(check.fields(), "milk_in_at");
        if (day) return when_of(since(birth, *day, local_minute(check.fields(), "milk_in_at")));
    }
    if (check.visit == nullptr) return When::NotKnown;
    const auto minute = local_minute(check.visit->record->fields, "started_at");
    const When asked = when_of(since(birth, check.on, minute));
    if (milk_in == care::Answer::Yes) return asked == When::InTime ? asked : When::NotKnown;
    const bool is_not_yet = milk_in == care::Answer::No && asked == When::Late;
    return is_not_yet ? When::Late : When::NotKnown;
}

// A check that names no birth is of hers where she has only this one.
bool is_of(const care::Family& family, const care::Event& check, const care::Birth& birth) {
    if (check.birth != nullptr) return check.birth == &birth;
    const auto& births = family.births();
    const auto hers = std::count_if(births.begin(), births.end(), [&](const care::Birth& each) {
        return each.mother == birth.mother;
    });
    const int days = base::days_between(birth.delivery_date, check.on);
    return hers == 1 && days >= 0 && days <= kPostpartumDaysCounted;
}

}  // namespace

// The first check that says it for certain; an uncertain one only where none does.
MilkOnset milk_onset(const care::Family& family, const care::Birth& birth) {
    MilkOnset onset;
    for (const care::Event& check : care::Family::of(family.mother_checks(), *birth.mother)) {
        if (!is_of(family, check, birth)) continue;
        const When said = when_said(birth, check);
        if (said == When::InTime || said == When::Late) return {said, check.record};
        if (said == When::HourUnknown && onset.when == When::NotKnown) onset = {said, check.record};
    }
    return onset;
}

}  // namespace indicators
