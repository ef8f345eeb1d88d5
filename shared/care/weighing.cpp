#include "shared/care/weighing.h"

#include "shared/care/growth.h"

#include <algorithm>
#include <cstdlib>

namespace care {

namespace {

constexpr int kMonthDays = 30;
constexpr int kTermWeeks = 37;

Weighing weighing_of(const Person& infant, const Event& check, std::int64_t grams) {
    Weighing weighing{&check, date(check.fields(), "weighed_on").value_or(check.on), grams, {}, {}};
    if (!infant.birth_date) return weighing;
    weighing.age_days = base::days_between(*infant.birth_date, weighing.on);
    if (*weighing.age_days < 0) weighing.is_plausible = false;
    if (is_yes(check.fields(), "oedema")) return weighing;
    weighing.z =
        weight_for_age_z(infant.sex, *weighing.age_days, static_cast<double>(grams) / 1000);
    if (weighing.z && !is_plausible_weight_z(*weighing.z)) weighing.is_plausible = false;
    return weighing;
}

using base::Month;

// Of the plausible ones before `number` the first; nullptr if none.
const Weighing* first_before(const std::vector<Weighing>& all, std::size_t number) {
    for (std::size_t i = 0; i < number; ++i) {
        if (all[i].is_plausible) return &all[i];
    }
    return nullptr;
}

bool was_weighed_in(const std::vector<Weighing>& all, Month month) {
    return std::any_of(all.begin(), all.end(), [&](const Weighing& each) {
        return each.is_plausible && base::month_of(each.on) == month;
    });
}

// Of last month's weighings 20 to 45 days earlier the one nearest to a month; nullptr if none.
const Weighing* last_months(const std::vector<Weighing>& all, std::size_t number) {
    const Month month = base::add_months(base::month_of(all[number].on), -1);
    const Weighing* found = nullptr;
    const auto distance = [&](const Weighing& each) {
        return std::abs(base::days_between(each.on, all[number].on) - kMonthDays);
    };
    for (std::size_t i = 0; i < number; ++i) {
        if (!all[i].is_plausible || base::month_of(all[i].on) != month) continue;
        const int days = base::days_between(all[i].on, all[number].on);
        if (days < kCardDaysLeast || days > kCardDaysMost) continue;
        if (found == nullptr || distance(all[i]) <= distance(*found)) found = &all[i];
    }
    return found;
}

CardLetter letter_without_gain(const std::vector<Weighing>& all, std::size_t number) {
    const Month month = base::month_of(all[number].on);
    const Weighing* first = first_before(all, number);
    const bool is_first_month = first == nullptr || base::month_of(first->on) == month;
    if (is_first_month) return CardLetter::First;
    return was_weighed_in(all, base::add_months(month, -1)) ? CardLetter::None
                                                            : CardLetter::NotWeighedLastMonth;
}

}  // namespace

std::vector<Weighing> weighings(const Family& family, const Person& infant) {
    std::vector<Weighing> found;
    for (const Event& check : Family::of(family.infant_checks(), infant)) {
        const auto grams = check.fields().integer("weight_g");
        if (grams) found.push_back(weighing_of(infant, check, *grams));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Weighing& a, const Weighing& b) { return a.on < b.on; });
    return found;
}

std::optional<std::int64_t> birth_weight_g(const Family& family, const Person& infant) {
    const Outcome* outcome = family.outcome_of(infant);
    if (outcome == nullptr) return std::nullopt;
    return outcome->record->fields.integer("birth_weight_g");
}

bool is_preterm(const Family& family, const Person& infant) {
    const Outcome* outcome = family.outcome_of(infant);
    if (outcome == nullptr || outcome->birth == nullptr) return false;
    const auto weeks = outcome->birth->record->fields.integer("gestation_weeks");
    return weeks && *weeks < kTermWeeks;
}

bool has_score_to_tell(const Family& family, const Person& infant, const Weighing& weighing) {
    return weighing.z && weighing.is_plausible && weighing.age_days &&
           *weighing.age_days >= kScoreFromDays && !is_preterm(family, infant);
}

CardReading card_reading(const std::vector<Weighing>& all, std::size_t number) {
    CardReading reading;
    const Weighing& now = all[number];
    if (!now.is_plausible || !now.age_days) return reading;
    reading.since = last_months(all, number);
    if (reading.since == nullptr) {
        reading.letter = letter_without_gain(all, number);
        return reading;
    }
    reading.days = base::days_between(reading.since->on, now.on);
    reading.gain_g = now.grams - reading.since->grams;
    const Date born = base::add_days(now.on, -*now.age_days);
    const auto minimum = minimum_gain_g(base::age_months(born, now.on));
    if (!minimum) return reading;
    reading.minimum_g = *minimum;
    reading.letter = reading.gain_g >= *minimum ? CardLetter::Gained : CardLetter::NotGained;
    return reading;
}

std::string to_letter(CardLetter letter) {
    switch (letter) {
        case CardLetter::None:
            return "";
        case CardLetter::First:
            return "B";
        case CardLetter::NotWeighedLastMonth:
            return "O";
        case CardLetter::Gained:
            return "N";
        case CardLetter::NotGained:
            return "T";
    }
    return "";
}

}  // namespace care
