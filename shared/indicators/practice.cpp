#include "shared/indicators/practice.h"

#include "shared/care/massage.h"
#include "shared/indicators/massages.h"
#include "shared/indicators/programme.h"

#include <algorithm>
#include <tuple>

namespace indicators {

namespace {

using base::Date;
using care::Event;
using care::Family;
using care::Person;

constexpr int kRetestUntilDays = 14;  // after the teaching (DOMAIN 4.3)

using Teachings = std::vector<const Event*>;

// A safety check that said "go" on a later day: somebody looked again.
bool was_looked_at_since(const Teachings& teachings, Date day) {
    return std::any_of(teachings.begin(), teachings.end(),
                       [&](const Event* each) { return each->on > day && is_gone_ahead(*each); });
}

void add_complaint(MotherPractice& found, const Teachings& teachings, const Teachings& sessions,
                   Date on) {
    const Event* latest = nullptr;
    for (const Event* session : sessions) {
        const bool is_recent = base::days_between(session->on, on) <= kLooksBackDays;
        if (is_recent && complaint_of(*session) == Complaint::Some) latest = session;
    }
    if (latest == nullptr || was_looked_at_since(teachings, latest->on)) return;
    found.reasons.push_back({SecondVisit::Complaint, latest->on, {}, {}});
}

void add_last_teaching(MotherPractice& found, const Teachings& teachings) {
    if (teachings.empty()) return;
    const Event& last = *teachings.back();
    if (is_stopped(last) && !is_declined(last)) {
        found.reasons.push_back({SecondVisit::Withheld, last.on, {}, {}});
    }
    if (is_deferred(last)) found.reasons.push_back({SecondVisit::Deferred, last.on, {}, {}});
}

void add_learners(MotherPractice& found, const Family& family, const Teachings& teachings,
                  Date on) {
    for (const Event* shown : latest_shown(family, teachings)) {
        const auto competence = care::competence_of(family, *shown).competence;
        if (competence == care::Competence::Pass) found.has_competent = true;
        if (competence != care::Competence::Repeat) continue;
        const bool is_late = base::days_between(shown->on, on) > kRetestUntilDays;
        const Person* learner = family.person(shown->fields(), "trainee_id");
        found.reasons.push_back(
            {is_late ? SecondVisit::RetestOverdue : SecondVisit::ShowAgain, shown->on,
             learner != nullptr ? learner->record->fields.text("full_name") : std::string(),
             shown->fields().text("trainee_relation")});
    }
}

void add_massages(MotherPractice& found, const Teachings& sessions, Date on) {
    for (const Event* session : sessions) {
        const int days = base::days_between(session->on, on);
        const auto count = [&](Massages& massages, int window) {
            if (days < window) ++(is_observed(*session) ? massages.observed : massages.reported);
        };
        count(found.last_14, kPractisesDays);
        count(found.last_30, kLooksBackDays);
        found.last_massage = session->on;
    }
}

PracticeGroup group_of(const MotherPractice& found, const Teachings& teachings) {
    if (!found.reasons.empty()) return PracticeGroup::SecondVisit;
    if (found.last_14.any()) return PracticeGroup::Practises;
    if (!teachings.empty() && is_declined(*teachings.back())) return PracticeGroup::Declined;
    const bool knows_it = found.taught_on || found.last_massage;
    return knows_it ? PracticeGroup::NoPractice : PracticeGroup::NotTaught;
}

bool is_spoken_of(const MotherPractice& found, Date on) {
    if (!found.born) return found.group == PracticeGroup::SecondVisit;
    if (found.group != PracticeGroup::NotTaught) return true;
    return base::days_between(*found.born, on) <= kPostpartumDaysCounted;
}

struct GroupWords {
    std::string_view code, text_id, text_en;
};
constexpr std::array<GroupWords, 5> kGroupWords = {{
    {"SECOND_VISIT", "Perlu kunjungan ulang", "Need a second visit"},
    {"PRACTISES", "Mempraktikkan pijat", "Practise the massage"},
    {"NO_PRACTICE", "Sudah diajari, belum ada kabar pijat", "Taught, no massage told of"},
    {"NOT_TAUGHT", "Belum diajari", "Not taught yet"},
    {"DECLINED", "Ibu tidak ingin dipijat", "The mother does not want it"},
}};
constexpr std::array<GroupWords, 5> kWhyWords = {{
    {"COMPLAINT", "ada keluhan saat dipijat", "a complaint at a massage"},
    {"WITHHELD", "pijat ditahan karena tanda bahaya", "withheld because of a danger sign"},
    {"DEFERRED", "pijat ditunda", "the massage was put off"},
    {"RETEST_OVERDUE", "waktu mempraktikkan ulang sudah lewat",
     "the time to show it again has passed"},
    {"SHOW_AGAIN", "perlu diulang", "to be shown again"},
}};

}  // namespace

std::string_view to_code(PracticeGroup group) {
    return kGroupWords[static_cast<std::size_t>(group)].code;
}
std::string_view name_id(PracticeGroup group) {
    return kGroupWords[static_cast<std::size_t>(group)].text_id;
}
std::string_view name_en(PracticeGroup group) {
    return kGroupWords[static_cast<std::size_t>(group)].text_en;
}
std::string_view to_code(SecondVisit why) {
    return kWhyWords[static_cast<std::size_t>(why)].code;
}
std::string_view name_id(SecondVisit why) {
    return kWhyWords[static_cast<std::size_t>(why)].text_id;
}
std::string_view name_en(SecondVisit why) {
    return kWhyWords[static_cast<std::size_t>(why)].text_en;
}

std::optional<MotherPractice> practice_of(const Family& family, const Person& mother, Date on) {
    if (!mother.is_mother || mother.died_by(on)) return std::nullopt;
    const care::Birth* birth = birth_before(family, mother, on);
    Date from = base::add_days(on, -kPregnancyDays);
    MotherPractice found;
    if (birth != nullptr && on < base::add_months(birth->delivery_date, kMonthsAfterBirth)) {
        if (!has_living_infant(family, *birth, on)) return std::nullopt;
        found.born = birth->delivery_date;
        from = base::add_days(birth->delivery_date, -kPregnancyDays);
    } else if (birth != nullptr) {
        from = std::max(from, base::add_months(birth->delivery_date, kMonthsAfterBirth));
    }
    found.mother = mother.id();
    found.name = mother.record->fields.text("full_name");
    const Teachings teachings = between(family.teachings(), mother, from, on);
    const Teachings sessions = between(family.sessions(), mother, from, on);
    const Event* taught = first_taught(family, mother, from, on);
    if (taught != nullptr) found.taught_on = taught->on;
    add_complaint(found, teachings, sessions, on);
    add_last_teaching(found, teachings);
    add_learners(found, family, teachings, on);
    add_massages(found, sessions, on);
    std::stable_sort(found.reasons.begin(), found.reasons.end(),
                     [](const WhyVisit& a, const WhyVisit& b) {
                         return std::tie(a.why, a.since) < std::tie(b.why, b.since);
                     });
    found.group = group_of(found, teachings);
    if (!is_spoken_of(found, on)) return std::nullopt;
    return found;
}

std::vector<MotherPractice> practices_of(const Family& family, std::string_view household,
                                         Date on) {
    std::vector<MotherPractice> all;
    for (const Person& person : family.persons()) {
        if (care::code(person.record->fields, "household_id") != household) continue;
        auto found = practice_of(family, person, on);
        if (found) all.push_back(std::move(*found));
    }
    std::sort(all.begin(), all.end(), [](const MotherPractice& a, const MotherPractice& b) {
        return std::tie(a.name, a.mother) < std::tie(b.name, b.mother);
    });
    return all;
}

}  // namespace indicators
