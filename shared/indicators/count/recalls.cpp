// WHO/UNICEF 2021 (DOMAIN 6.1) and PNC_IND3, from routine records: a survey asks every child once;
// here those stand for it who were asked in the month.
//
// Historic recall (EvBF, EIBF, EBF2D): living children aged 0-23 months on the last day; who was
// never breastfed, and of whom nobody knows, stays in the denominator.
// The previous day (EBF, MixMF, CBF, ISSSF, BoF, AG): the latest complete recall of the month, else
// the latest incomplete one; age on the day she was asked; "don't know" is not counted and stays in
// the denominator. Clock A alone. Whoever was not asked is in neither part.
// PNC_IND3: the denominator is whoever had a contact in the month, asked or not; age on the day of
// that contact: 0-5 months, under 28 days, 2-3 months.
#include "shared/indicators/count/families.h"
#include "shared/indicators/feeding_answers.h"

namespace indicators {

namespace {

using care::Event;
using care::Family;

constexpr int kChildMonths = 24;
constexpr int kNewbornDays = 28;

struct AgeFigure {
    Indicator indicator;
    int from, to;  // completed months
    Verdict (*judge)(const base::Fields& recall);
    std::string_view item;  // what must have been answered
};
constexpr AgeFigure kAgeFigures[] = {
    {Indicator::WhoEbf, 0, 5, exclusive_yesterday, ""},
    {Indicator::WhoMixmf, 0, 5, mixed_milk_yesterday, "l_formula"},
    {Indicator::WhoCbf, 12, 23, breastfed_yesterday, "bf_yesterday"},
    {Indicator::WhoIsssf, 6, 8, solids_yesterday, "f_any"},
    {Indicator::WhoBof, 0, 23, bottle_yesterday, "bottle_yesterday"},
};

void judge(Indicator indicator, Verdict verdict, const records::Record& evidence,
           std::string_view item, Placed& placed) {
    if (verdict == Verdict::Yes) return placed.add(indicator, Part::Numerator, evidence);
    const Reason reason = verdict == Verdict::No ? Reason::AnswersSayNo : Reason::AnswerUnknown;
    placed.add(indicator, Part::Denominator, evidence, reason,
               verdict == Verdict::No ? std::string_view() : item);
}

const Event* latest_recall(const Counted& of) {
    const Event* complete =
        care::latest_complete_recall(of.family, of.person, of.first(), of.last());
    if (complete != nullptr) return complete;
    const Event* latest = nullptr;
    for (const Event& recall : Family::of(of.family.recalls(), of.person)) {
        const bool is_alive = !of.person.died_before(recall.on);
        if (is_alive && of.is_now(recall.on) && recall.on >= *of.person.birth_date) {
            latest = &recall;
        }
    }
    return latest;
}

// The three questions of a lifetime: the outcome's answers, and whether any recall ever said yes.
void count_historic(const Counted& of, Placed& placed) {
    const care::Outcome* outcome = of.family.outcome_of(of.person);
    const base::Fields none;
    const base::Fields& birth = outcome == nullptr ? none : outcome->record->fields;
    base::Fields recalled;
    for (const Event& recall : Family::of(of.family.recalls(), of.person)) {
        if (recall.on > of.last()) break;
        const std::string_view said = care::code(recall.fields(), "bf_ever");
        const bool was_yes = care::is_yes(recalled, "bf_ever");
        if (!said.empty() && !was_yes) recalled.set("bf_ever", said);
        if (breastfed_yesterday(recall.fields()) == Verdict::Yes) recalled.set("bf_ever", "1");
    }
    const auto& evidence = outcome == nullptr ? *of.person.record : *outcome->record;
    judge(Indicator::WhoEvbf, ever_breastfed(birth, recalled), evidence, "bf_ever", placed);
    judge(Indicator::WhoEibf, early_initiation(birth, recalled), evidence, "bf_start_unit", placed);
    judge(Indicator::WhoEbf2d, exclusive_two_days(birth, recalled), evidence, "prelacteal_2d",
          placed);
}

void count_day_before(const Counted& of, const Event* recall, Placed& placed) {
    const Date on = recall == nullptr ? of.last() : recall->on;
    const int age = base::age_months(*of.person.birth_date, on);
    placed.set_age(age);
    for (const AgeFigure& each : kAgeFigures) {
        if (age < each.from || age > each.to) continue;
        if (recall == nullptr) {
            placed.exclude(each.indicator, *of.person.record, Reason::NotRecalled);
            continue;
        }
        std::string_view item = each.item;
        if (item.empty()) item = care::undecided_item(recall->fields());
        judge(each.indicator, each.judge(recall->fields()), *recall->record, item, placed);
    }
    if (recall == nullptr || age >= kChildMonths) return;
    placed.add(Indicator::WhoAreaGraph, Part::Numerator, *recall->record, Reason::None,
               care::to_code(care::feeding_class(recall->fields())));
}

// The last day of the month on which somebody saw her: a visit, or a health worker's contact. One
// dated before her birth or after her death is none, and takes nothing from those before it.
std::optional<Date> last_contact(const Counted& of) {
    std::optional<Date> last;
    const auto note = [&](Date day) {
        const bool lived = day >= *of.person.birth_date && !of.person.died_before(day);
        if (lived && of.is_now(day) && (!last || *last < day)) last = day;
    };
    for (const care::Visit* visit : visits_in(of)) note(visit->on);
    for (const Event& contact : Family::of(of.family.contacts(), of.person)) note(contact.on);
    for (const Event& recall : Family::of(of.family.recalls(), of.person)) note(recall.on);
    return last;
}

void count_contact(const Counted& of, const Event* recall, Placed& placed) {
    const auto contact = last_contact(of);
    if (!contact) return;
    const int months = base::age_months(*of.person.birth_date, *contact);
    if (months >= care::kExclusiveMonths) return;
    placed.set_age(months);
    const auto count = [&](Indicator indicator) {
        if (recall == nullptr) {
            return placed.add(indicator, Part::Denominator, *of.person.record, Reason::NotRecalled);
        }
        judge(indicator, exclusive_yesterday(recall->fields()), *recall->record,
              care::undecided_item(recall->fields()), placed);
    };
    count(Indicator::PncInd3);
    const int days = base::days_between(*of.person.birth_date, *contact);
    if (days < kNewbornDays) count(Indicator::PncInd3Newborn);
    if (months == 2 || months == 3) count(Indicator::PncInd3Months2To3);
}

}  // namespace

void count_recalls(const Counted& of, Placed& placed) {
    const care::Person& child = of.person;
    if (!child.is_infant || !child.birth_date || *child.birth_date > of.last()) return;
    if (base::age_months(*child.birth_date, of.first()) >= kChildMonths) return;
    const bool is_alive = !child.died_by(of.last());
    if (is_alive && base::age_months(*child.birth_date, of.last()) < kChildMonths) {
        count_historic(of, placed);
    }
    const Event* recall = latest_recall(of);
    if (recall != nullptr || is_alive) count_day_before(of, recall, placed);
    count_contact(of, recall, placed);
}

}  // namespace indicators
