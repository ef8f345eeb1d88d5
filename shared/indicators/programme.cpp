#include "shared/indicators/programme.h"

#include "shared/base/json.h"
#include "shared/care/massage.h"
#include "shared/indicators/count/placed.h"
#include "shared/indicators/massages.h"
#include "shared/indicators/milk_onset.h"

#include <algorithm>
#include <map>

namespace indicators {

namespace {

using care::Birth;
using care::Event;
using care::Family;
using care::Person;
using records::Record;

// Observed and reported: the same question, never the same figure.
struct Pair {
    Indicator observed, reported;
    Indicator of(const Event& session) const { return is_observed(session) ? observed : reported; }
};
constexpr Pair kHusband{Indicator::PrHusbandObserved, Indicator::PrHusbandReported};
constexpr Pair kFirst{Indicator::PrFirstDaysObserved, Indicator::PrFirstDaysReported};
constexpr Pair kAdherence{Indicator::PrAdherenceObserved, Indicator::PrAdherenceReported};
constexpr Pair kHarm{Indicator::PrHarmObserved, Indicator::PrHarmReported};
constexpr Pair kHarmUnknown{Indicator::PrHarmUnknownObserved, Indicator::PrHarmUnknownReported};

class MotherCounter {
public:
    MotherCounter(const Family& family, const Person& mother, Month month)
        : family_(family),
          mother_(mother),
          first_(base::first_day(month)),
          last_(base::last_day(month)),
          birth_(birth_before(family, mother, last_)),
          placed_(family, mother, month) {}

    std::vector<Fact> count() {
        for (const Event* each : between(family_.sessions(), mother_, first_, last_)) {
            count_session(*each);
        }
        if (mother_.died_before(first_)) return placed_.take();
        count_taught();
        count_learners();
        count_first_days();
        count_milk();
        return placed_.take();
    }

private:
    void count_taught();
    void count_competent_family(const Event& taught);
    void count_learners();
    void count_learner(const Event& teaching);
    void count_session(const Event& session);
    void count_adherence(const Event& session);
    void count_harm(const Event& session);
    void count_first_days();
    void count_milk();

    bool is_seen_at(const care::Visit& visit) const;
    const care::Visit* last_visit() const;
    Reason why_not_taught() const;
    bool has_living() const { return has_living_infant(family_, *birth_, last_); }
    Date learns_from() const { return base::add_days(birth_->delivery_date, -kPregnancyDays); }
    Date last_day_counted() const {
        return base::add_days(birth_->delivery_date, kPostpartumDaysCounted);
    }
    Date taught_until() const { return std::min(last_, last_day_counted()); }

    const Family& family_;
    const Person& mother_;
    Date first_, last_;
    const Birth* birth_;
    Placed placed_;
};

bool MotherCounter::is_seen_at(const care::Visit& visit) const {
    if (!visit.is_contact) return false;
    const base::Fields& fields = visit.record->fields;
    if (family_.person(fields, "mother_id") == &mother_) return true;
    const auto seen = fields.codes("persons_seen");
    return std::any_of(seen.begin(), seen.end(),
                       [&](const std::string& each) { return family_.person(each) == &mother_; });
}

// In the month and in her first 42 days.
const care::Visit* MotherCounter::last_visit() const {
    const care::Visit* latest = nullptr;
    for (const care::Visit& visit : family_.visits()) {
        const bool is_now = visit.on >= std::max(first_, birth_->delivery_date) &&
                            visit.on <= std::min(last_, last_day_counted());
        if (is_now && is_seen_at(visit)) latest = &visit;
    }
    return latest;
}

Reason MotherCounter::why_not_taught() const {
    const auto tried = between(family_.teachings(), mother_, learns_from(), taught_until());
    if (tried.empty() || !is_stopped(*tried.back())) return Reason::NotTaught;
    return is_declined(*tried.back()) ? Reason::MassageDeclined : Reason::MassageWithheld;
}

void MotherCounter::count_taught() {
    if (birth_ == nullptr) return;
    if (last_day_counted() < first_) return;
    if (!has_living()) {
        placed_.add(Indicator::PrTaught, Part::Excluded, *birth_->record,
                    Reason::MassageNotOffered);
        return;
    }
    const care::Visit* visit = last_visit();
    if (visit == nullptr) {
        placed_.add(Indicator::PrTaught, Part::Excluded, *birth_->record, Reason::NotVisited);
        return;
    }
    const Event* taught = first_taught(family_, mother_, learns_from(), taught_until());
    placed_.judge(Indicator::PrTaught, taught != nullptr ? *taught->record : *visit->record,
                  taught != nullptr ? Reason::None : why_not_taught());
    if (taught != nullptr) count_competent_family(*taught);
}

void MotherCounter::count_competent_family(const Event& taught) {
    const auto teachings = between(family_.teachings(), mother_, learns_from(), last_);
    Reason reason = Reason::ExplainedOnly;
    const Record* evidence = taught.record;
    for (const Event* shown : latest_shown(family_, teachings)) {
        const bool can = care::competence_of(family_, *shown).competence == care::Competence::Pass;
        reason = can ? Reason::None : Reason::ToBeShownAgain;
        evidence = shown->record;
        if (can) break;
    }
    placed_.judge(Indicator::PrCompetentFamily, *evidence, reason);
}

// Each learner once a month, as she last showed it in it; who did not, as she last was taught.
void MotherCounter::count_learners() {
    std::map<std::string, const Event*> latest;
    for (const Event* each : between(family_.teachings(), mother_, first_, last_)) {
        if (!was_taught(*each)) continue;
        const Event*& kept = latest[learner_of(family_, *each)];
        const auto is_shown = [](const Event& one) {
            return care::is_yes(one.fields(), "return_demo");
        };
        if (kept == nullptr || is_shown(*each) || !is_shown(*kept)) kept = each;
    }
    for (const auto& [learner, teaching] : latest) count_learner(*teaching);
}

void MotherCounter::count_learner(const Event& teaching) {
    const std::string_view relation = care::code(teaching.fields(), "trainee_relation");
    placed_.judge(Indicator::PrHusbandLearning, *teaching.record,
                  relation == "SUAMI" ? Reason::None : Reason::ByAnother, relation);
    if (!care::is_yes(teaching.fields(), "return_demo")) {
        placed_.add(Indicator::PrCompetent, Part::Excluded, *teaching.record,
                    Reason::ExplainedOnly);
        return;
    }
    const auto competence = care::competence_of(family_, teaching).competence;
    placed_.judge(Indicator::PrCompetent, *teaching.record,
                  competence == care::Competence::Pass ? Reason::None : Reason::ToBeShownAgain);
}

void MotherCounter::count_session(const Event& session) {
    const std::string_view relation = care::code(session.fields(), "performer_relation");
    if (relation.empty()) {
        placed_.add(kHusband.of(session), Part::Excluded, *session.record, Reason::AnswerUnknown,
                    "performer_relation");
    } else {
        placed_.judge(kHusband.of(session), *session.record,
                      relation == "SUAMI" ? Reason::None : Reason::ByAnother, relation);
    }
    count_adherence(session);
    count_harm(session);
}

// All steps but one of six, and three minutes or longer (DOMAIN: PR_ADH).
void MotherCounter::count_adherence(const Event& session) {
    const Indicator indicator = kAdherence.of(session);
    const auto share = care::adherence_pct(session.fields().codes("steps_done"));
    if (!share) {
        placed_.add(indicator, Part::Excluded, *session.record, Reason::StepsNotRecorded);
        return;
    }
    const auto seconds = session.fields().integer("duration_s");
    Reason reason = Reason::None;
    std::string detail;
    if (*share < kAdherencePct) {
        reason = Reason::StepsMissed;
        detail = std::to_string(static_cast<int>(*share));
    } else if (!seconds) {
        reason = Reason::DurationUnknown;
    } else if (*seconds < care::kSessionTargetSecondsMin) {
        reason = Reason::TooShort;
        detail = std::to_string(*seconds);
    }
    placed_.judge(indicator, *session.record, reason, detail);
}

void MotherCounter::count_harm(const Event& session) {
    const Complaint complaint = complaint_of(session);
    const bool is_unknown = complaint == Complaint::Unknown;
    Reason reason = is_unknown ? Reason::ComplaintUnknown : Reason::NoComplaint;
    if (complaint == Complaint::Some) reason = Reason::None;
    placed_.judge(kHarm.of(session), *session.record, reason);
    placed_.judge(kHarmUnknown.of(session), *session.record,
                  is_unknown ? Reason::None : Reason::ComplaintAsked);
}

// Days 0 to 13, where the last of them lies in the month.
void MotherCounter::count_first_days() {
    for (const Birth& birth : family_.births()) {
        const Date end = base::add_days(birth.delivery_date, kFirstDays - 1);
        if (birth.mother != &mother_ || end < first_ || end > last_) continue;
        if (!has_living_infant(family_, birth, end)) continue;
        const Date from = base::add_days(birth.delivery_date, -kPregnancyDays);
        const Event* taught = first_taught(family_, mother_, from, end);
        if (taught == nullptr) {
            placed_.add(Indicator::PrFirstDaysMothers, Part::Excluded, *birth.record,
                        Reason::NotTaught);
            continue;
        }
        placed_.add(Indicator::PrFirstDaysMothers, Part::Numerator, *taught->record);
        for (const Event* each : between(family_.sessions(), mother_, birth.delivery_date, end)) {
            placed_.add(kFirst.of(*each), Part::Numerator, *each->record);
        }
    }
}

void MotherCounter::count_milk() {
    for (const Birth& birth : family_.births()) {
        const bool is_hers = birth.mother == &mother_;
        if (!is_hers || birth.delivery_date < first_ || birth.delivery_date > last_) continue;
        if (!has_living_infant(family_, birth, last_)) continue;
        const MilkOnset onset = milk_onset(family_, birth);
        const Record& evidence = onset.evidence != nullptr ? *onset.evidence : *birth.record;
        switch (onset.when) {
            case MilkOnset::When::Late:
                placed_.add(Indicator::PrMilkLate, Part::Numerator, evidence);
                break;
            case MilkOnset::When::InTime:
                placed_.judge(Indicator::PrMilkLate, evidence, Reason::MilkInTime);
                break;
            case MilkOnset::When::HourUnknown:
                placed_.add(Indicator::PrMilkLate, Part::Excluded, evidence,
                            Reason::MilkHourUnknown);
                break;
            case MilkOnset::When::NotKnown:
                placed_.add(Indicator::PrMilkLate, Part::Excluded, evidence,
                            Reason::MilkOnsetUnknown);
                break;
        }
    }
}

Indicator at_age(Indicator first, int months) {
    return static_cast<Indicator>(static_cast<int>(first) + months);
}

// Those of ID_ASI05 who were recalled, by month of age on the last day: the two tables add up to it
// but for infants whose mother is not on record.
std::vector<Fact> count_infant(const Family& family, const Person& infant, Month month) {
    const Date last = base::last_day(month);
    if (!infant.birth_date || *infant.birth_date > last || infant.died_by(last)) return {};
    const int age = base::age_months(*infant.birth_date, last);
    if (age >= care::kExclusiveMonths) return {};
    const Event* recall =
        care::latest_complete_recall(family, infant, base::first_day(month), last);
    if (recall == nullptr) return {};
    Placed placed(family, infant, month);
    const Person* mother = family.mother_of(infant);
    if (mother == nullptr) {
        placed.add(at_age(Indicator::PrEbfNotTaught0, age), Part::Excluded, *recall->record,
                   Reason::MotherUnknown);
        return placed.take();
    }
    const Date from = base::add_days(*infant.birth_date, -kPregnancyDays);
    const bool is_taught = first_taught(family, *mother, from, recall->on) != nullptr;
    const auto first = is_taught ? Indicator::PrEbfTaught0 : Indicator::PrEbfNotTaught0;
    const care::FeedingClass feeding = care::feeding_class(recall->fields());
    Reason reason = Reason::OtherYesterday;
    if (feeding == care::FeedingClass::Ebf) reason = Reason::None;
    if (feeding == care::FeedingClass::NotBf) reason = Reason::NotBreastfed;
    placed.judge(at_age(first, age), *recall->record, reason, care::to_code(feeding));
    return placed.take();
}

}  // namespace

std::vector<Fact> count_programme(const Family& family, const Record& record, Month month) {
    if (record.type != "person" || records::is_retracted(record)) return {};
    if (!care::code(record.fields, "merged_into").empty()) return {};
    const Person* person = family.person(record.id.text());
    if (person == nullptr) return {};
    if (person->is_infant) return count_infant(family, *person, month);
    return MotherCounter(family, *person, month).count();
}

}  // namespace indicators
