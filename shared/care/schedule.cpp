#include "shared/care/schedule.h"

#include "shared/care/asking_again.h"
#include "shared/care/feeding.h"
#include "shared/care/massage.h"

#include <array>
#include <chrono>

namespace care {

namespace {

using base::add_days;
using base::add_months;

struct DayPlan {
    std::string_view code;
    int due_from, due_to, expires;  // days after delivery
};
constexpr std::array<DayPlan, 6> kHomeVisits = {{{"KV1", 0, 1, 2},
                                                 {"KV2", 2, 3, 5},
                                                 {"KV3", 6, 8, 11},
                                                 {"KV4", 12, 16, 20},
                                                 {"KV5", 26, 30, 35},
                                                 {"KV6", 40, 44, 60}}};
constexpr std::array<DayPlan, 4> kMotherContacts = {
    {{"KF1", 0, 2, 2}, {"KF2", 3, 7, 7}, {"KF3", 8, 28, 28}, {"KF4", 29, 42, 42}}};
constexpr std::array<DayPlan, 3> kInfantContacts = {
    {{"KN1", 0, 2, 2}, {"KN2", 3, 7, 7}, {"KN3", 8, 28, 28}}};

struct MonthPlan {
    std::string_view code;
    int month;
};
constexpr std::array<MonthPlan, 4> kRecallVisits = {
    {{"KV7", 3}, {"KV8", 4}, {"KV9", 5}, {"KV10", 6}}};
constexpr int kRecallVisitDays = 14;
constexpr int kGraduationDays = 30;
constexpr Date kEver = std::chrono::year{9999} / 12 / 31;

// The day that a record was made, by the clock of the laptop that made it (UUIDv7); a label, which
// decides nothing but whether a missed window is blamed on somebody.
std::optional<Date> day_made(const Record& record) {
    const std::string& id = record.id.text();
    if (id.size() != 36 || id[14] != '7') return std::nullopt;
    std::int64_t ms = 0;
    for (const char c : id.substr(0, 8) + id.substr(9, 4)) {
        ms = ms * 16 + (c <= '9' ? c - '0' : c - 'a' + 10);
    }
    return base::date_in(base::Instant{ms}, base::Zone{});
}

std::string_view id_of(const Birth* birth) {
    if (birth == nullptr) return {};
    return birth->record->id.text();
}

class Planner {
public:
    Planner(const Family& family, Date today, const ScheduleSettings& settings)
        : family_(family), today_(today), settings_(settings) {}

    std::vector<Task> plan() {
        for (const Birth& birth : family_.births()) plan_birth(birth);
        for (const Person& person : family_.persons()) {
            if (!person.is_infant || !person.birth_date || family_.outcome_of(person)) continue;
            plan_infant(person, person.id().text(), nullptr, *person.birth_date);
        }
        for (Task& task : tasks_) task.was_late_when_registered = is_late_registration(task);
        plan_retests();
        plan_deferrals();
        plan_referrals();
        add_birth_questions(family_, tasks_);
        add_visits_to_try_again(family_, tasks_);
        for (Task& task : tasks_) settle(task);
        return std::move(tasks_);
    }

private:
    void plan_birth(const Birth& birth);
    void plan_home_visits(const Birth& birth, std::string_view mother_id);
    void plan_infant(const Person& infant, std::string_view original_id, const Birth* birth,
                     Date born);
    std::string_view why_not_massaged(const Event& teaching) const;
    void plan_retests();
    void plan_deferrals();
    void plan_referrals();
    void settle(Task& task);

    Task& add(std::string_view code, const Person& person, std::string_view original_id,
              const Birth* birth, std::string_view hangs_on);
    Task& add_days_task(const DayPlan& plan, const Person& person, std::string_view original_id,
                        const Birth* birth, Date born);
    void complete(Task& task, const Event& by, Date on);
    void complete_by_contact(Task& task);
    void complete_by_recall(Task& task, const Person& infant, Date from, Date to);
    const Event* first_joint_visit(const Birth& birth, Date from, Date to) const;
    bool saw_an_infant(const Birth& birth, const Visit& visit) const;
    bool is_late_registration(const Task& task) const;

    const Family& family_;
    Date today_;
    ScheduleSettings settings_;
    std::vector<Task> tasks_;
};

Task& Planner::add(std::string_view code, const Person& person, std::string_view original_id,
                   const Birth* birth, std::string_view hangs_on) {
    Task task;
    task.id = task_id(original_id, code, hangs_on);
    task.code = code;
    task.person = &person;
    task.birth = birth;
    tasks_.push_back(std::move(task));
    return tasks_.back();
}

Task& Planner::add_days_task(const DayPlan& plan, const Person& person,
                             std::string_view original_id, const Birth* birth, Date born) {
    const std::string_view hangs_on = id_of(birth);
    Task& task = add(plan.code, person, original_id, birth, hangs_on);
    task.due_from = add_days(born, plan.due_from);
    task.due_to = add_days(born, plan.due_to);
    task.expires_on = add_days(born, plan.expires);
    return task;
}

void Planner::complete(Task& task, const Event& by, Date on) {
    task.completed_on = on;
    task.completed_by = by.record;
    task.is_on_time = on >= task.due_from && on <= task.due_to;
}

// The first contact inside the window counts; without one, the first outside (V036).
void Planner::complete_by_contact(Task& task) {
    for (const Event& contact : Family::of(family_.contacts(), *task.person)) {
        if (code(contact.fields(), "code") != task.code) continue;
        if (task.birth != nullptr && birth_of(family_, contact) != task.birth) continue;
        const bool is_inside = window_code(family_, contact, settings_.kf_rule) == task.code;
        if (task.completed_on && !is_inside) continue;
        complete(task, contact, contact.on);
        task.is_on_time = is_inside;
        if (is_inside) return;
    }
}

void Planner::complete_by_recall(Task& task, const Person& infant, Date from, Date to) {
    for (const Event& recall : Family::of(family_.recalls(), infant)) {
        if (recall.on < from || recall.on > to || !is_complete(recall)) continue;
        if (task.completed_on && *task.completed_on <= recall.on) return;
        complete(task, recall, recall.on);
        return;
    }
}

void Planner::plan_birth(const Birth& birth) {
    const std::string_view mother_id = code(birth.record->fields, "mother_id");
    for (const DayPlan& plan : kMotherContacts) {
        Task& task = add_days_task(plan, *birth.mother, mother_id, &birth, birth.delivery_date);
        complete_by_contact(task);
        if (birth.mother->is_dead && !task.completed_on) task.cancel_reason = "DEATH";
    }
    plan_home_visits(birth, mother_id);
    for (const Outcome* outcome : family_.outcomes_of(birth)) {
        if (outcome->infant == nullptr || family_.outcome_of(*outcome->infant) != outcome) continue;
        plan_infant(*outcome->infant, code(outcome->record->fields, "infant_id"), &birth,
                    birth.delivery_date);
    }
}

bool Planner::saw_an_infant(const Birth& birth, const Visit& visit) const {
    for (const Event& check : family_.infant_checks()) {
        if (check.visit != &visit) continue;
        const Outcome* outcome = family_.outcome_of(*check.person);
        if (outcome != nullptr && outcome->birth == &birth) return true;
    }
    return false;
}

// A visit at which the mother was checked, and a living infant if there is one.
const Event* Planner::first_joint_visit(const Birth& birth, Date from, Date to) const {
    const auto outcomes = family_.outcomes_of(birth);
    for (const Event& check : Family::of(family_.mother_checks(), *birth.mother)) {
        if (check.visit == nullptr || !check.visit->is_contact) continue;
        if (check.on < from || check.on > to) continue;
        const bool has_living =
            std::any_of(outcomes.begin(), outcomes.end(), [&](const Outcome* o) {
                return o->infant != nullptr && !o->infant->died_by(check.on);
            });
        if (!has_living || saw_an_infant(birth, *check.visit)) return &check;
    }
    return nullptr;
}

void Planner::plan_home_visits(const Birth& birth, std::string_view mother_id) {
    const auto outcomes = family_.outcomes_of(birth);
    const bool has_living = std::any_of(outcomes.begin(), outcomes.end(), [](const Outcome* o) {
        return o->infant != nullptr && !o->infant->is_dead;
    });
    const bool all_stillborn = std::all_of(outcomes.begin(), outcomes.end(), [](const Outcome* o) {
        return o->kind == Outcome::Kind::Stillborn;
    });
    for (const DayPlan& plan : kHomeVisits) {
        Task& task = add_days_task(plan, *birth.mother, mother_id, &birth, birth.delivery_date);
        const Event* check = first_joint_visit(birth, task.due_from, task.expires_on);
        if (check != nullptr) complete(task, *check, check->on);
        if (birth.mother->is_dead && !has_living && !check) task.cancel_reason = "DEATH";
    }
    for (const MonthPlan& plan : kRecallVisits) {
        Task& task = add(plan.code, *birth.mother, mother_id, &birth, birth.record->id.text());
        task.due_from = add_months(birth.delivery_date, plan.month);
        task.expires_on = add_days(add_months(birth.delivery_date, plan.month + 1), -1);
        task.due_to = add_days(task.due_from, kRecallVisitDays);
        for (const Outcome* outcome : outcomes) {
            if (outcome->infant == nullptr) continue;
            complete_by_recall(task, *outcome->infant, task.due_from, task.expires_on);
        }
        if (outcomes.empty() || has_living || task.completed_on) continue;
        task.cancel_reason = all_stillborn ? "STILLBIRTH" : "DEATH";
    }
}

void Planner::plan_infant(const Person& infant, std::string_view original_id, const Birth* birth,
                          Date born) {
    const std::size_t first = tasks_.size();
    for (const DayPlan& plan : kInfantContacts) {
        complete_by_contact(add_days_task(plan, infant, original_id, birth, born));
    }
    const std::string_view hangs_on = id_of(birth);
    for (int month = 0; month <= kExclusiveMonths; ++month) {
        Task& task = add("ASI" + std::to_string(month), infant, original_id, birth, hangs_on);
        task.due_from = add_months(born, month);
        task.expires_on = add_days(add_months(born, month + 1), -1);
        task.due_to = task.expires_on;
        const bool is_graduation = month == kExclusiveMonths;
        // After 28 to 31 August the thirty days are longer than the month.
        if (is_graduation) {
            task.due_to = std::min(task.expires_on, add_days(task.due_from, kGraduationDays));
        }
        complete_by_recall(task, infant, task.due_from, is_graduation ? kEver : task.expires_on);
    }
    for (std::size_t i = first; i < tasks_.size(); ++i) {
        if (infant.is_dead && !tasks_[i].completed_on) tasks_[i].cancel_reason = "DEATH";
    }
}

// The day of the closing, or the first day on which somebody could have known.
Date day_of_outcome(const Event& referral) {
    for (const std::string_view name : {"closed_at", "arrived_at"}) {
        if (const auto day = date(referral.fields(), name)) return *day;
    }
    return add_days(referral.on, 1);
}

void Planner::plan_referrals() {
    for (const Event& referral : family_.referrals()) {
        const Record& record = *referral.record;
        Task& task = add("REFERRAL_FU", *referral.person, code(record.fields, "person_id"),
                         referral.birth, record.id.text());
        task.due_from = add_days(referral.on, 1);
        task.due_to = add_days(referral.on, 2);
        task.expires_on = add_days(referral.on, 7);
        task.is_danger_follow_up = true;
        const std::string_view outcome = code(record.fields, "outcome");
        // A family that refuses is called on again the next day (DOMAIN 5.3), until it is closed.
        const bool is_refused = outcome == "REFUSED" && !date(record.fields, "closed_at");
        if (outcome.empty() || is_refused) continue;
        complete(task, referral, day_of_outcome(referral));
    }
}

// Nobody is reminded of the massage where the mother died, or no baby of the birth that it was
// taught for lives (DOMAIN 5.4). Empty: nothing speaks against it.
std::string_view Planner::why_not_massaged(const Event& teaching) const {
    if (teaching.person->is_dead) return "DEATH";
    const Birth* birth = teaching.birth;
    for (const Birth& each : family_.births()) {
        const bool is_hers = teaching.birth == nullptr && each.mother == teaching.person &&
                             teaching.on < add_months(each.delivery_date, kExclusiveMonths);
        if (is_hers && (birth == nullptr || each.delivery_date < birth->delivery_date)) {
            birth = &each;
        }
    }
    const auto outcomes =
        birth != nullptr ? family_.outcomes_of(*birth) : std::vector<const Outcome*>();
    if (outcomes.empty()) return {};
    const auto is_stillborn = [](const Outcome* each) {
        return each->kind == Outcome::Kind::Stillborn;
    };
    const auto is_lost = [&](const Outcome* each) {
        if (is_stillborn(each) || each->kind == Outcome::Kind::DiedLater) return true;
        return each->infant != nullptr && each->infant->is_dead;
    };
    if (!std::all_of(outcomes.begin(), outcomes.end(), is_lost)) return {};
    return std::all_of(outcomes.begin(), outcomes.end(), is_stillborn) ? "STILLBIRTH" : "DEATH";
}

void Planner::plan_retests() {
    for (const Event& teaching : family_.teachings()) {
        const Person* trainee = family_.person(teaching.fields(), "trainee_id");
        if (trainee == nullptr || competence_of(family_, teaching).competence != Competence::Repeat)
            continue;
        Task& task = add("RETEST", *trainee, code(teaching.fields(), "trainee_id"), teaching.birth,
                         teaching.record->id.text());
        task.due_from = add_days(teaching.on, kRetestAfterDays);
        task.due_to = add_days(teaching.on, 14);
        task.expires_on = add_days(teaching.on, 28);
        for (const Event& later : Family::of(family_.teachings(), *teaching.person)) {
            if (later.on <= teaching.on || !is_yes(later.fields(), "return_demo")) continue;
            if (family_.person(later.fields(), "trainee_id") != trainee) continue;
            complete(task, later, later.on);
            break;
        }
        if (task.completed_on) continue;
        task.cancel_reason = trainee->is_dead ? "DEATH" : why_not_massaged(teaching);
    }
}

void Planner::plan_deferrals() {
    for (const Event& teaching : family_.teachings()) {
        if (code(teaching.fields(), "safety_result") != "DEFER") continue;
        Task& task = add("DEFER_FU", *teaching.person, code(teaching.fields(), "mother_id"),
                         teaching.birth, teaching.record->id.text());
        task.due_from = add_days(teaching.on, 1);
        task.due_to = add_days(teaching.on, 3);
        task.expires_on = add_days(teaching.on, 7);
        for (const Event& later : Family::of(family_.teachings(), *teaching.person)) {
            if (later.on <= teaching.on) continue;
            complete(task, later, later.on);
            break;
        }
        if (!task.completed_on) task.cancel_reason = why_not_massaged(teaching);
    }
}

// Late: the family was first seen, or its record made, after the window (DOMAIN 4.3). Asked about
// a day before that, nobody was late yet.
bool Planner::is_late_registration(const Task& task) const {
    const bool has_birth = task.birth != nullptr;
    std::optional<Date> known = day_made(has_birth ? *task.birth->record : *task.person->record);
    if (!known) return false;
    const Date born = has_birth ? task.birth->delivery_date : *task.person->birth_date;
    for (const Visit& visit : family_.visits()) {
        if (visit.on >= born && visit.on < *known) known = visit.on;
    }
    return task.due_to < *known && *known <= today_;
}

void Planner::settle(Task& task) {
    for (const Record* note : family_.notes()) {
        if (note->id.text() != task.id) continue;
        task.statement = note;
        const std::string_view reason = code(note->fields, "cancel_reason");
        if (!task.completed_on && !reason.empty()) task.cancel_reason = reason;
        if (!task.completed_on) task.postponed_to = date(note->fields, "postponed_to");
        task.assigned_to = code(note->fields, "assigned_to");
    }
    task.status = status_on(task, today_);
}

}  // namespace

std::vector<Task> tasks(const Family& family, Date today, const ScheduleSettings& settings) {
    std::vector<Task> all = Planner(family, today, settings).plan();
    sort_for_work(all);
    return all;
}

}  // namespace care
