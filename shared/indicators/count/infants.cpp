// The ILP recap of infants 0 to 11 months (age on the last day of the month).
//
// Came: somebody saw her in the month. ASI eksklusif (0-6 bulan): the month's status is E or G
// (DOMAIN 6.5). MP-ASI: food yesterday, asked at six months or later. Immunised: as last said in
// the month. Column 6 (below the red or above the orange line) is not counted: what these lines are
// in the standard stands in no source of ours.
#include "shared/indicators/count/families.h"
#include "shared/indicators/massages.h"

#include <algorithm>

namespace indicators {

namespace {

using care::Event;
using care::Family;

constexpr int kInfantMonths = 12;

void count_visits(const Counted& of, Placed& placed) {
    const auto visits = visits_in(of);
    if (visits.empty()) {
        placed.add(Indicator::IlpInfantsCame, Part::Denominator, *of.person.record,
                   Reason::DidNotCome);
        return;
    }
    placed.add(Indicator::IlpInfantsCame, Part::Numerator, *visits.back()->record);
    for (const care::Visit* visit : visits) {
        if (!care::has_any_code(visit->record->fields, "topics")) continue;
        return placed.add(Indicator::IlpInfantsTaught, Part::Numerator, *visit->record);
    }
}

void count_food(const Counted& of, Placed& placed) {
    const Event* recall = care::latest_complete_recall(of.family, of.person, of.first(), of.last());
    if (recall == nullptr) return;
    const care::AsiStatus status =
        care::asi_month_status(of.family, of.person, of.month, of.settings.f1_row1);
    if (status == care::AsiStatus::E || status == care::AsiStatus::G) {
        placed.add(Indicator::IlpExclusive, Part::Numerator, *recall->record);
    }
    const bool is_old_enough = recall->on >= *care::six_month_day(of.person);
    if (is_old_enough && care::is_yes(recall->fields(), "f_any")) {
        placed.add(Indicator::IlpFood, Part::Numerator, *recall->record);
    }
}

void count_vaccines(const Counted& of, Placed& placed) {
    const Event* said = nullptr;
    for (const Event* check :
         between(of.family.infant_checks(), of.person, of.first(), of.last())) {
        const care::Answer answer = care::answer(check->fields(), "imm_up_to_date");
        if (answer == care::Answer::Yes || answer == care::Answer::No) said = check;
    }
    if (said == nullptr) return;
    const bool is_done = care::is_yes(said->fields(), "imm_up_to_date");
    placed.judge(Indicator::IlpImmunised, *said->record, is_done ? Reason::None : Reason::AnswerNo,
                 "imm_up_to_date");
}

}  // namespace

bool was_seen_at(const Family& family, const care::Person& person, const care::Visit& visit) {
    if (!visit.is_contact) return false;
    const base::Fields& fields = visit.record->fields;
    if (family.person(fields, "mother_id") == &person) return true;
    const auto seen = fields.codes("persons_seen");
    const bool is_listed = std::any_of(seen.begin(), seen.end(), [&](const std::string& each) {
        return family.person(each) == &person;
    });
    if (is_listed) return true;
    for (const auto* list : {&family.infant_checks(), &family.recalls(), &family.mother_checks()}) {
        const auto events = Family::of(*list, person);
        if (std::any_of(events.begin(), events.end(),
                        [&](const Event& event) { return event.visit == &visit; })) {
            return true;
        }
    }
    return false;
}

std::vector<const care::Visit*> visits_in(const Counted& of) {
    std::vector<const care::Visit*> found;
    for (const care::Visit& visit : of.family.visits()) {
        if (!of.is_now(visit.on)) continue;
        if (was_seen_at(of.family, of.person, visit)) found.push_back(&visit);
    }
    return found;
}

void count_infant(const Counted& of, Placed& placed) {
    if (!of.person.birth_date || *of.person.birth_date > of.last()) return;
    if (base::age_months(*of.person.birth_date, of.last()) >= kInfantMonths) return;
    if (of.person.died_by(of.last())) return;
    count_visits(of, placed);
    count_food(of, placed);
    count_vaccines(of, placed);
    const auto referrals = between(of.family.referrals(), of.person, of.first(), of.last());
    if (!referrals.empty()) {
        placed.add(Indicator::IlpInfantsReferred, Part::Numerator, *referrals.front()->record);
    }
}

}  // namespace indicators
