// Growth of the children under two whom we know (age on the last day of the month): what the
// posyandu calls S, K, D, N, T, O, B and 2T (F1 D-M; DOMAIN 7.4).
//
// D: weighed in the month, also where the weight cannot be (it is kept, DOMAIN 7.2). The last
// plausible weighing of the month gives letter and score; the letter is care::card_reading's.
// 2T: the month's letter is T, and so was the last one's. Referred: a referral raised in the
// month on the day of the weighing or later. The red line and the green ribbon (BGM, APH) are not
// counted: which curves they are stands in no source of ours.
// Underweight is BB/U below -2 SD, not of a preterm child nor in the first two weeks (DOMAIN 7.5,
// 7.6). Under-fives beyond two years are not in this app, so SIGIZI 5-13 and 15-19 stay empty.
#include "shared/care/growth.h"
#include "shared/care/weighing.h"
#include "shared/indicators/count/families.h"
#include "shared/indicators/massages.h"

namespace indicators {

namespace {

using care::CardLetter;
using care::CardReading;
using care::Weighing;

constexpr int kChildMonths = 24;
constexpr double kUnderweight = -2;

const care::Event* referred_since(const Counted& of, Date from) {
    const auto referrals = between(of.family.referrals(), of.person, from, of.last());
    return referrals.empty() ? nullptr : referrals.front();
}

// Of the month the last plausible weighing; where none is plausible the last after birth.
std::optional<std::size_t> last_weighing(const std::vector<Weighing>& all, Month month) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool is_born = all[i].age_days && *all[i].age_days >= 0;
        if (!is_born || base::month_of(all[i].on) != month) continue;
        if (!found || all[i].is_plausible || !all[*found].is_plausible) found = i;
    }
    return found;
}

bool is_second_time(const std::vector<Weighing>& all, const CardReading& reading) {
    if (reading.letter != CardLetter::NotGained || reading.since == nullptr) return false;
    const auto before = last_weighing(all, base::month_of(reading.since->on));
    return before && care::card_reading(all, *before).letter == CardLetter::NotGained;
}

void count_letter(const Counted& of, const std::vector<Weighing>& all, std::size_t number,
                  Placed& placed) {
    const CardReading reading = care::card_reading(all, number);
    const records::Record& evidence = *all[number].check->record;
    const bool has_gained = reading.letter == CardLetter::Gained;
    placed.judge(Indicator::Gained, evidence, has_gained ? Reason::None : Reason::OtherCardLetter,
                 care::to_letter(reading.letter));
    if (reading.letter == CardLetter::NotGained) {
        placed.add(Indicator::NotGained, Part::Numerator, evidence);
    }
    if (reading.letter == CardLetter::NotWeighedLastMonth) {
        placed.add(Indicator::NotLastMonth, Part::Numerator, evidence);
    }
    if (reading.letter == CardLetter::First) {
        placed.add(Indicator::FirstWeighing, Part::Numerator, evidence);
    }
    if (!is_second_time(all, reading)) return;
    placed.add(Indicator::NotGainedTwice, Part::Numerator, evidence);
    const care::Event* referral = referred_since(of, all[number].on);
    if (referral == nullptr) return;
    placed.add(Indicator::NotGainedTwiceReferred, Part::Numerator, *referral->record);
}

void count_score(const Counted& of, const Weighing& weighing, Placed& placed) {
    const records::Record& evidence = *weighing.check->record;
    if (!care::has_score_to_tell(of.family, of.person, weighing)) {
        return placed.exclude(Indicator::Underweight, evidence, Reason::NoScore);
    }
    const bool is_low = *weighing.z < kUnderweight;
    placed.judge(Indicator::Underweight, evidence, is_low ? Reason::None : Reason::ScoreEnough);
}

// Length and weight of one day.
void count_length(const Counted& of, bool is_weighed, Placed& placed) {
    const care::Event* latest = nullptr;
    for (const auto* check : between(of.family.infant_checks(), of.person, of.first(), of.last())) {
        const auto length = check->fields().number("length_cm");
        if (length && *length > 0) latest = check;
    }
    if (latest == nullptr) return;
    placed.add(Indicator::Measured, Part::Numerator, *latest->record);
    if (is_weighed) placed.add(Indicator::WeighedMeasured, Part::Numerator, *latest->record);
}

}  // namespace

void count_growth(const Counted& of, Placed& placed) {
    if (!of.person.birth_date || *of.person.birth_date > of.last()) return;
    if (base::age_months(*of.person.birth_date, of.last()) >= kChildMonths) return;
    if (of.person.died_by(of.last())) return;
    const std::string_view book = care::code(of.person.record->fields, "kia_book");
    if (book == "SHOWN" || book == "NOT_SHOWN") {
        placed.add(Indicator::HasBook, Part::Numerator, *of.person.record);
    }
    const auto all = care::weighings(of.family, of.person);
    const auto now = last_weighing(all, of.month);
    count_length(of, now.has_value(), placed);
    if (!now) {
        placed.add(Indicator::Weighed, Part::Denominator, *of.person.record, Reason::NotWeighed);
        return;
    }
    placed.add(Indicator::Weighed, Part::Numerator, *all[*now].check->record);
    count_letter(of, all, *now, placed);
    count_score(of, all[*now], placed);
}

}  // namespace indicators
