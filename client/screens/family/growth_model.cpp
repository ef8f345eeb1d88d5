#include "client/screens/family/growth_model.h"

#include "client/screens/record/beside_answers.h"
#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"
#include "shared/base/text.h"
#include "shared/care/growth.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace screens {

using care::CardLetter;
using words::tr;

namespace {

constexpr double kLowestNormal = -2, kVeryLow = -3, kHighestNormal = 1;

std::string score_text(double z) {
    const double tenth = std::round(z * 10) / 10;
    std::string text = std::to_string(std::abs(tenth));
    text.resize(text.find('.') + 2);
    return (tenth < 0 ? "-" : tenth > 0 ? "+" : "") + with_comma(text);
}

std::string signed_grams(std::int64_t grams) {
    return (grams > 0 ? "+" : "") + std::to_string(grams) + " g";
}

// How much is told of an infant's weighings.
struct Telling {
    const std::vector<care::Weighing>& all;
    std::optional<std::int64_t> at_birth;
    bool is_preterm = false;
};

std::string percent_of_birth(std::int64_t grams, std::int64_t at_birth) {
    const double change =
        100.0 * static_cast<double>(grams - at_birth) / static_cast<double>(at_birth);
    const long percent = std::lround(change);
    return (percent > 0 ? "+" : "") + std::to_string(percent) + " %";
}

void tell_gain(const Telling& telling, std::size_t number, WeightRow& row) {
    const care::Weighing& now = telling.all[number];
    const bool is_newborn = now.age_days && *now.age_days < care::kScoreFromDays;
    if (is_newborn && telling.at_birth) {
        row.change =
            tr("{0} of the birth weight", {percent_of_birth(now.grams, *telling.at_birth)});
        return;
    }
    const care::CardReading reading = care::card_reading(telling.all, number);
    if (telling.is_preterm) return;
    row.letter = letter_text(reading.letter);
    row.is_low_gain = reading.letter == CardLetter::NotGained;
    if (reading.since == nullptr) return;
    row.change = tr("{0} in {1} days (at least {2} g)",
                    {signed_grams(reading.gain_g), std::to_string(reading.days),
                     std::to_string(reading.minimum_g)});
}

WeightRow row_of(const Telling& telling, std::size_t number) {
    const care::Weighing& weighing = telling.all[number];
    WeightRow row;
    row.record = weighing.check->record->id.text();
    row.day = words::short_date(weighing.on);
    row.weight = in_kilograms(static_cast<double>(weighing.grams));
    row.kg = static_cast<double>(weighing.grams) / 1000;
    row.is_doubtful = !weighing.is_plausible;
    if (weighing.age_days && *weighing.age_days >= 0) {
        row.age = age_text(base::add_days(weighing.on, -*weighing.age_days), weighing.on);
        row.months = *weighing.age_days / care::kDaysOfMonth;
    }
    if (row.is_doubtful) {
        row.letter = tr("Weigh again");
        return row;
    }
    const bool is_scored = weighing.z && *weighing.age_days >= care::kScoreFromDays;
    if (is_scored && !telling.is_preterm) row.score = score_text(*weighing.z);
    tell_gain(telling, number, row);
    return row;
}

const care::Weighing* last_plausible(const std::vector<care::Weighing>& all) {
    for (std::size_t i = all.size(); i-- > 0;) {
        if (all[i].is_plausible) return &all[i];
    }
    return nullptr;
}

void add_headline(const Telling& telling, InfantGrowth& growth) {
    const care::Weighing* last = last_plausible(telling.all);
    if (last == nullptr) {
        growth.headline.push_back(tr("Not weighed yet."));
        return;
    }
    const auto row = std::find_if(
        growth.rows.begin(), growth.rows.end(),
        [&](const WeightRow& each) { return each.record == last->check->record->id.text(); });
    std::vector<std::string> first = {tr("Last {0}, {1}", {row->weight, row->day})};
    const bool is_scored = !row->score.empty();
    if (is_scored) first.push_back(tr("{0} ({1} SD)", {weight_class(*last->z), row->score}));
    growth.headline.push_back(base::joined(first, "  ·  "));
    std::vector<std::string> second = {row->letter, row->change};
    std::erase(second, std::string());
    if (!second.empty()) growth.headline.push_back(base::joined(second, "  ·  "));
    const bool is_outside = is_scored && (*last->z < kLowestNormal || *last->z > kHighestNormal);
    growth.asks_midwife = row->is_low_gain || is_outside;
}

int months_to_show(const std::vector<WeightRow>& rows, const care::Person& infant, Date today) {
    double oldest = infant.birth_date ? base::age_months(*infant.birth_date, today) : 0;
    for (const WeightRow& row : rows) oldest = std::max(oldest, row.months);
    return oldest < 6 ? 6 : oldest < 12 ? 12 : 24;
}

void add_curves(const care::Person& infant, InfantGrowth& growth) {
    if (!infant.birth_date || infant.sex == 0) return;
    const int last =
        std::min(care::kGrowthTableDays,
                 static_cast<int>(std::ceil(growth.months_shown * care::kDaysOfMonth)));
    const int step = std::max(7, last / 48);
    std::vector<int> days;
    for (int day = 0; day < last; day += step) days.push_back(day);
    days.push_back(last);
    for (const int day : days) growth.curve_months.push_back(day / care::kDaysOfMonth);
    for (int z = -3; z <= 3; ++z) {
        GrowthCurve curve{z, {}};
        for (const int day : days) curve.kg.push_back(*care::weight_at_z(infant.sex, day, z));
        growth.curves.push_back(std::move(curve));
    }
}

std::string caveat_of(const care::Person& infant, bool is_preterm) {
    if (!infant.birth_date) return tr("The lines need the birth date. Please fill it in.");
    if (infant.sex == 0) return tr("The lines need to know: boy or girl? Please fill it in.");
    if (is_preterm) {
        return tr(
            "Born before 37 weeks: these lines do not fit yet. Look at the weight together with "
            "the midwife.");
    }
    return {};
}

void add_birth_row(std::int64_t grams, const care::Person& infant, InfantGrowth& growth) {
    WeightRow row;
    row.day = infant.birth_date ? words::short_date(*infant.birth_date) : std::string();
    row.age = tr("at birth");
    row.weight = in_kilograms(static_cast<double>(grams));
    row.kg = static_cast<double>(grams) / 1000;
    growth.rows.push_back(std::move(row));
}

InfantGrowth growth_of(const care::Person& infant, const FamilyContext& context) {
    InfantGrowth growth;
    growth.id = infant.id().text();
    growth.name = infant.record->fields.text("full_name");
    const auto all = care::weighings(context.known, infant);
    const Telling telling{all, care::birth_weight_g(context.known, infant),
                          care::is_preterm(context.known, infant)};
    if (infant.birth_date) growth.born = tr("Born {0}", {words::short_date(*infant.birth_date)});
    for (std::size_t i = all.size(); i-- > 0;) growth.rows.push_back(row_of(telling, i));
    add_headline(telling, growth);
    if (telling.at_birth) add_birth_row(*telling.at_birth, infant, growth);
    growth.caveat = caveat_of(infant, telling.is_preterm);
    growth.months_shown = months_to_show(growth.rows, infant, context.today);
    add_curves(infant, growth);
    return growth;
}

}  // namespace

std::string weight_class(double z) {
    if (z < kVeryLow) return tr("weight far too low");
    if (z < kLowestNormal) return tr("weight too low");
    return z <= kHighestNormal ? tr("weight normal") : tr("weight may be too high");
}

std::string letter_text(CardLetter letter) {
    switch (letter) {
        case CardLetter::None:
            return tr("Cannot be told yet");
        case CardLetter::First:
            return tr("First weighing (B)");
        case CardLetter::NotWeighedLastMonth:
            return tr("Cannot be told: not weighed last month (O)");
        case CardLetter::Gained:
            return tr("Gained (N)");
        case CardLetter::NotGained:
            return tr("Not gained (T)");
    }
    return {};
}

std::vector<InfantGrowth> growth_of(const FamilyContext& context) {
    std::vector<InfantGrowth> all;
    for (const care::Person& person : context.known.persons()) {
        if (!person.is_infant || person.is_dead || !lives_here(person, context)) continue;
        all.push_back(growth_of(person, context));
    }
    return all;
}

}  // namespace screens
