#include "shared/indicators/facts.h"

#include "shared/indicators/count/families.h"
#include "shared/indicators/programme.h"
#include "shared/indicators/residence.h"
#include "shared/indicators/unnamed.h"

#include <map>
#include <utility>

namespace indicators {

namespace {

using care::AsiStatus;
using care::Event;
using care::Family;
using care::FeedingClass;
using care::Outcome;
using care::Person;
using records::Record;

constexpr int kInfantMonths = 12;

bool are_neighbours(Month a, Month b) {
    return a == b || a == base::add_months(b, 1) || b == base::add_months(a, 1);
}

// Collects the facts of one infant in one month.
class InfantCounter {
public:
    InfantCounter(const Family& family, const Person& infant, Month month, const Settings& settings)
        : family_(family),
          infant_(infant),
          month_(month),
          first_(base::first_day(month)),
          last_(base::last_day(month)),
          settings_(settings),
          outcome_(family.outcome_of(infant)),
          residence_(residence_of(family, infant, last_)) {}

    std::vector<Fact> count() {
        if (!infant_.birth_date) {
            exclude(Indicator::Sigizi21, Reason::NoBirthDate);
            return std::move(facts_);
        }
        if (!is_near()) return {};
        count_birth();
        count_under_six_months();
        count_six_months();
        count_f1();
        return std::move(facts_);
    }

private:
    bool is_near() const;
    void count_birth();
    void count_imd();
    void count_under_six_months();
    void count_recalled(const Event& recall);
    void count_not_recalled();
    void count_six_months();
    void count_graduated();
    void count_f1();

    Reason out_of_population() const;
    Reason imd_reason() const;
    const Record& birth_evidence() const {
        return outcome_ == nullptr ? *infant_.record : *outcome_->record;
    }
    const Event* incomplete_recall() const;
    const Record* came_before_six_months() const;
    bool is_seen_early_on(Date day) const;

    void add(Indicator indicator, Part part, const Record& evidence, Reason reason = Reason::None,
             std::string_view detail = {});
    void exclude(Indicator indicator, Reason reason, std::string_view detail = {}) {
        add(indicator, Part::Excluded, *infant_.record, reason, detail);
    }
    void exclude_died(Indicator indicator) {
        exclude(indicator, Reason::Died,
                infant_.death_date ? base::to_text(*infant_.death_date) : "");
    }

    const Family& family_;
    const Person& infant_;
    Month month_;
    Date first_, last_;
    const Settings& settings_;
    const Outcome* outcome_;
    Residence residence_;
    std::vector<Fact> facts_;
};

bool InfantCounter::is_near() const {
    const Month born = base::month_of(*infant_.birth_date);
    if (born > base::add_months(month_, 1)) return false;
    return base::age_months(*infant_.birth_date, first_) < kInfantMonths;
}

void InfantCounter::add(Indicator indicator, Part part, const Record& evidence, Reason reason,
                        std::string_view detail) {
    Fact fact;
    fact.indicator = indicator;
    fact.part = part;
    fact.reason = reason;
    fact.detail = detail;
    if (residence_.counts_nowhere && part != Part::Excluded) {
        fact.part = Part::Excluded;
        fact.reason = Reason::TemporaryResident;
        fact.detail = residence_.domicile;
    }
    fact.person = infant_.id();
    fact.evidence = evidence.id;
    fact.unit = residence_.unit;
    fact.listed_in = residence_.listed_in;
    fact.sex = infant_.sex;
    const bool is_born = infant_.birth_date && *infant_.birth_date <= last_;
    if (is_born) fact.age_months = base::age_months(*infant_.birth_date, last_);
    facts_.push_back(std::move(fact));
}

void InfantCounter::count_birth() {
    const Month born = base::month_of(*infant_.birth_date);
    if (!are_neighbours(born, month_)) return;
    if (born == month_) {
        add(Indicator::Sigizi14, Part::Numerator, birth_evidence());
        count_imd();
        return;
    }
    const Reason reason = born > month_ ? Reason::NotYetBorn : Reason::BornInAnotherMonth;
    for (const Indicator each : {Indicator::Sigizi14, Indicator::Sigizi20, Indicator::IdImd}) {
        exclude(each, reason);
    }
}

Reason InfantCounter::imd_reason() const {
    if (outcome_ == nullptr) return Reason::ImdUnknown;
    const care::Answer imd = care::answer(outcome_->record->fields, "imd");
    if (imd == care::Answer::Yes) return Reason::None;
    return imd == care::Answer::No ? Reason::ImdNo : Reason::ImdUnknown;
}

// IMD is skin to skin for an hour; when the first suck came does not enter (AMENDMENTS).
void InfantCounter::count_imd() {
    const Reason reason = imd_reason();
    const Record& evidence = birth_evidence();
    const bool had_imd = reason == Reason::None;
    add(Indicator::Sigizi20, had_imd ? Part::Numerator : Part::Excluded, evidence, reason);
    add(Indicator::IdImd, had_imd ? Part::Numerator : Part::Denominator, evidence, reason);
}

// SIGIZI takes the age on the last day of the month (AMENDMENTS Definitions).
Reason InfantCounter::out_of_population() const {
    if (*infant_.birth_date > last_) return Reason::NotYetBorn;
    if (infant_.died_by(last_)) return Reason::Died;
    const int age = base::age_months(*infant_.birth_date, last_);
    return age >= care::kExclusiveMonths ? Reason::OlderThanFiveMonths : Reason::None;
}

void InfantCounter::count_under_six_months() {
    const Reason reason = out_of_population();
    if (reason != Reason::None) {
        for (const Indicator each : {Indicator::Sigizi21, Indicator::Sigizi22, Indicator::Sigizi23,
                                     Indicator::IdRecall, Indicator::IdAsi05}) {
            reason == Reason::Died ? exclude_died(each) : exclude(each, reason);
        }
        return;
    }
    add(Indicator::Sigizi21, Part::Numerator, *infant_.record);
    const Event* recall = care::latest_complete_recall(family_, infant_, first_, last_);
    recall == nullptr ? count_not_recalled() : count_recalled(*recall);
}

void InfantCounter::count_recalled(const Event& recall) {
    const FeedingClass feeding = care::feeding_class(recall.fields());
    add(Indicator::Sigizi22, Part::Numerator, *recall.record);
    add(Indicator::IdRecall, Part::Numerator, *recall.record);
    if (feeding == FeedingClass::Ebf) {
        add(Indicator::Sigizi23, Part::Numerator, *recall.record);
        add(Indicator::IdAsi05, Part::Numerator, *recall.record);
        return;
    }
    const bool is_breastfed = feeding != FeedingClass::NotBf;
    const Reason reason = is_breastfed ? Reason::OtherYesterday : Reason::NotBreastfed;
    const std::string_view detail = care::to_code(feeding);
    add(Indicator::Sigizi23, Part::Excluded, *recall.record, reason, detail);
    add(Indicator::IdAsi05, Part::Denominator, *recall.record, reason, detail);
}

const Event* InfantCounter::incomplete_recall() const {
    const Event* latest = nullptr;
    for (const Event& recall : Family::of(family_.recalls(), infant_)) {
        if (recall.on >= first_ && recall.on <= last_ && !infant_.died_before(recall.on)) {
            latest = &recall;
        }
    }
    return latest;
}

void InfantCounter::count_not_recalled() {
    const Event* incomplete = incomplete_recall();
    const Record& evidence = incomplete == nullptr ? *infant_.record : *incomplete->record;
    const Reason reason = incomplete == nullptr ? Reason::NotRecalled : Reason::AnswerUnknown;
    std::string_view detail;
    if (incomplete != nullptr) detail = care::undecided_item(incomplete->fields());
    add(Indicator::Sigizi22, Part::Excluded, evidence, reason, detail);
    add(Indicator::Sigizi23, Part::Excluded, evidence, reason, detail);
    add(Indicator::IdRecall, Part::Denominator, evidence, reason, detail);
    add(Indicator::IdAsi05, Part::Excluded, evidence, reason, detail);
}

void InfantCounter::count_six_months() {
    const Date reached = *care::six_month_day(infant_);
    if (!are_neighbours(base::month_of(reached), month_)) return;
    const bool is_now = base::month_of(reached) == month_;
    if (is_now && !infant_.died_before(reached)) {
        add(Indicator::Sigizi24, Part::Numerator, *infant_.record);
        add(Indicator::IdF1Row4, Part::Numerator, *infant_.record);
        count_graduated();
        return;
    }
    for (const Indicator each : {Indicator::Sigizi24, Indicator::Sigizi25, Indicator::IdAsi6,
                                 Indicator::IdF1Row4, Indicator::IdF1Row5}) {
        is_now ? exclude_died(each) : exclude(each, Reason::SixMonthsInAnotherMonth);
    }
}

// Reaching six months counts for everybody; graduating needs to be seen on or after the day.
void InfantCounter::count_graduated() {
    const AsiStatus status = care::asi_month_status(family_, infant_, month_, settings_.f1_row1);
    const Event* contact = care::first_contact_at_six_months(family_, infant_);
    const bool was_seen = contact != nullptr && contact->on <= last_;
    const Event* recall =
        was_seen ? contact : care::latest_complete_recall(family_, infant_, first_, last_);
    const Record& evidence = recall == nullptr ? *infant_.record : *recall->record;
    Reason reason = was_seen ? Reason::SinceBirthUnknown : Reason::NotSeenAfterSixMonths;
    const Date known_on = was_seen ? contact->on : last_;
    const auto given = care::given_other_since_birth(family_, infant_, known_on);
    if (given == care::Answer::Yes) reason = Reason::OtherSinceBirth;
    const bool is_graduate = status == AsiStatus::G;
    if (is_graduate) reason = Reason::None;
    const Part counted = is_graduate ? Part::Numerator : Part::Excluded;
    add(Indicator::Sigizi25, counted, evidence, reason);
    add(Indicator::IdF1Row5, counted, evidence, reason);
    add(Indicator::IdAsi6, is_graduate ? Part::Numerator : Part::Denominator, evidence, reason);
}

// In the month, when still under six months and alive.
bool InfantCounter::is_seen_early_on(Date day) const {
    const Date reached = *care::six_month_day(infant_);
    return day >= first_ && day <= last_ && day < reached && !infant_.died_before(day);
}

// Came: was checked or asked on such a day, or is among those whom a visit saw.
const Record* InfantCounter::came_before_six_months() const {
    for (const care::Events* list : {&family_.infant_checks(), &family_.recalls()}) {
        for (const Event& event : Family::of(*list, infant_)) {
            const bool is_seen = event.visit == nullptr || event.visit->is_contact;
            if (is_seen && is_seen_early_on(event.on)) return event.record;
        }
    }
    for (const care::Visit& visit : family_.visits()) {
        const bool is_early = is_seen_early_on(visit.on);
        if (is_early && was_seen_at(family_, infant_, visit)) return visit.record;
    }
    return nullptr;
}

// Rows 1 to 3 take the age on the day of the event (AMENDMENTS Definitions).
void InfantCounter::count_f1() {
    const Date reached = *care::six_month_day(infant_);
    if (*infant_.birth_date > last_ || reached <= first_ || infant_.died_before(first_)) return;
    const AsiStatus status = care::asi_month_status(family_, infant_, month_, settings_.f1_row1);
    const Event* recall = care::latest_complete_recall(family_, infant_, first_, last_);
    if (status == AsiStatus::E) {
        add(Indicator::IdF1Row1, Part::Numerator, *recall->record);
    } else if (status == AsiStatus::X) {
        const FeedingClass feeding = care::feeding_class(recall->fields());
        const bool is_clock_b = feeding == FeedingClass::Ebf;
        add(Indicator::IdF1Row1, Part::Excluded, *recall->record,
            is_clock_b ? Reason::OtherSinceBirth : Reason::OtherYesterday,
            is_clock_b ? "" : care::to_code(feeding));
        add(Indicator::IdF1Row2, Part::Numerator, *recall->record);
    } else if (recall == nullptr) {
        const Record* came = came_before_six_months();
        if (came == nullptr) return exclude(Indicator::IdF1Row1, Reason::DidNotCome);
        exclude(Indicator::IdF1Row1, Reason::NotRecalled);
        add(Indicator::IdF1Row3, Part::Numerator, *came);
    }
}

Fact outcome_fact(const Person& mother, const Outcome& outcome, Indicator indicator) {
    Fact fact;
    fact.indicator = indicator;
    fact.reason = Reason::Stillborn;
    fact.person = mother.id();
    fact.evidence = outcome.record->id;
    fact.unit = mother.record->unit;
    const std::string_view sex = care::code(outcome.record->fields, "sex");
    if (sex == "L" || sex == "P") fact.sex = sex[0];
    return fact;
}

// A stillborn child has no person of its own: it is its mother's fact, and counts nowhere.
void add_stillbirths(const Family& family, const Person& mother, Month month,
                     std::vector<Fact>& facts) {
    for (const Outcome& outcome : family.outcomes()) {
        if (outcome.kind != Outcome::Kind::Stillborn || outcome.birth->mother != &mother) continue;
        if (base::month_of(outcome.birth->delivery_date) != month) continue;
        facts.push_back(outcome_fact(mother, outcome, Indicator::Sigizi14));
    }
}

// The record that was merged away says where its infant is counted now.
std::vector<Fact> merged_facts(const records::Record& record, std::string_view winner,
                               Month month) {
    const auto birth_date = care::date(record.fields, "birth_date");
    if (!care::is_yes(record.fields, "is_infant") || !birth_date) return {};
    const int age = base::age_months(*birth_date, base::last_day(month));
    if (age < 0 || age > care::kExclusiveMonths) return {};
    std::vector<Fact> facts;
    for (const Indicator each : {Indicator::Sigizi14, Indicator::Sigizi21, Indicator::Sigizi24}) {
        Fact fact;
        fact.indicator = each;
        fact.reason = Reason::Merged;
        fact.detail = winner;
        fact.person = record.id;
        fact.evidence = record.id;
        fact.unit = record.unit;
        const std::string_view sex = care::code(record.fields, "sex");
        if (sex == "L" || sex == "P") fact.sex = sex[0];
        facts.push_back(std::move(fact));
    }
    return facts;
}

}  // namespace

std::vector<Fact> count(const Family& family, const Record& record, Month month,
                        const Settings& settings) {
    if (record.type != "person" || records::is_retracted(record)) return {};
    const std::string_view winner = care::code(record.fields, "merged_into");
    if (!winner.empty()) return merged_facts(record, winner, month);
    const Person* person = family.person(record.id.text());
    if (person == nullptr) return {};
    std::vector<Fact> facts;
    if (person->is_infant) facts = InfantCounter(family, *person, month, settings).count();
    add_stillbirths(family, *person, month, facts);
    return facts;
}

namespace {

// After a merge two births or checks of one person may rest on one record: it counts once, and
// where it would count in any part, there.
void drop_repeats(std::vector<Fact>& facts) {
    std::map<std::pair<Indicator, RecordId>, std::size_t> first;
    std::vector<Fact> kept;
    for (Fact& fact : facts) {
        const auto [known, is_new] =
            first.try_emplace({fact.indicator, fact.evidence}, kept.size());
        if (is_new) {
            kept.push_back(std::move(fact));
        } else if (fact.part < kept[known->second].part) {
            kept[known->second] = std::move(fact);
        }
    }
    facts = std::move(kept);
}

}  // namespace

std::vector<Fact> count_everything(const Family& family, const Record& record, Month month,
                                   const Settings& settings) {
    if (record.type == "tally") return count_unnamed(record, month);
    std::vector<Fact> facts = count(family, record, month, settings);
    const auto append = [&](std::vector<Fact> more) {
        facts.insert(facts.end(), std::make_move_iterator(more.begin()),
                     std::make_move_iterator(more.end()));
    };
    append(count_programme(family, record, month));
    append(count_families(family, record, month, settings));
    drop_repeats(facts);
    return facts;
}

std::vector<Fact> count_all(const Family& family, Month month, const Settings& settings) {
    std::vector<Fact> facts;
    for (const Person& person : family.persons()) {
        for (Fact& fact : count(family, *person.record, month, settings)) {
            facts.push_back(std::move(fact));
        }
    }
    return facts;
}

}  // namespace indicators
