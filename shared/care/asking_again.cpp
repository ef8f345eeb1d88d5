#include "shared/care/asking_again.h"

#include "shared/care/home.h"

namespace care {

namespace {

using base::add_days;

constexpr int kRetryWithinDays = 2;  // of the first day on which it can be tried again
constexpr int kRetryExpiresDays = 14;
// Which birth is that of a pregnancy: from the twentieth week (earlier is no birth) to as late as
// a wrong expected date explains.
constexpr int kBirthEarliest = -140;
constexpr int kBirthLatest = 60;

const Birth* birth_of_pregnancy(const Family& family, const Person& mother, Date expected) {
    for (const Birth& birth : family.births()) {
        const bool is_hers = birth.mother == &mother;
        if (is_hers && is_birth_expected(expected, birth.delivery_date)) return &birth;
    }
    return nullptr;
}

// A pregnancy that ended otherwise keeps that word as the reason.
void close_by_outcome(Task& task, const Record& pregnancy) {
    const std::string_view outcome = code(pregnancy.fields, "outcome");
    if (outcome.empty() || outcome == "ONGOING" || outcome == "UNK") return;
    if (outcome != "BORN") {
        task.cancel_reason = outcome == "MOTHER_DIED" ? "DEATH" : outcome;
        return;
    }
    task.completed_on = date(pregnancy.fields, "ended_on").value_or(task.due_to);
    task.completed_by = &pregnancy;
}

Task birth_question(const Family& family, const Record& pregnancy, const Person& mother,
                    Date expected) {
    Task task;
    task.code = "BIRTH_ASK";
    task.id = task_id(code(pregnancy.fields, "mother_id"), task.code, pregnancy.id.text());
    task.person = &mother;
    task.due_from = add_days(expected, -kAskBeforeDays);
    task.due_to = expected;
    task.expires_on = add_days(expected, kPostpartumDays);
    if (const Birth* birth = birth_of_pregnancy(family, mother, expected)) {
        task.completed_on = birth->delivery_date;
        task.completed_by = birth->record;
        task.is_on_time = true;
        return task;
    }
    close_by_outcome(task, pregnancy);
    task.is_on_time = task.completed_on.has_value();
    if (mother.is_dead && !task.completed_on) task.cancel_reason = "DEATH";
    return task;
}

// Of those alive in the house: a mother, else an infant, else anybody.
const Person* whom_to_see(const Family& family, std::string_view household) {
    const Person* best = nullptr;
    const auto rank = [](const Person& person) {
        return person.is_mother ? 0 : person.is_infant ? 1 : 2;
    };
    for (const Person& person : family.persons()) {
        if (!lives_in(family, person, household) || person.is_dead) continue;
        if (best == nullptr || rank(person) < rank(*best)) best = &person;
    }
    return best;
}

bool met_nobody(const Visit& visit) {
    const std::string_view outcome = code(visit.record->fields, "outcome");
    return outcome == "NOT_HOME" || outcome == "POSTPONED";
}

const Visit* next_visit(const Family& family, const Visit& visit, std::string_view household) {
    for (const Visit& later : family.visits()) {  // sorted by day and hour
        if (&later <= &visit) continue;
        if (is_of_household(family, *later.record, household)) return &later;
    }
    return nullptr;
}

}  // namespace

void add_birth_questions(const Family& family, std::vector<Task>& tasks) {
    for (const Record* pregnancy : family.pregnancies()) {
        const Person* mother = family.person(pregnancy->fields, "mother_id");
        const auto expected = date(pregnancy->fields, "expected_date");
        if (mother == nullptr || !expected) continue;
        tasks.push_back(birth_question(family, *pregnancy, *mother, *expected));
    }
}

void add_visits_to_try_again(const Family& family, std::vector<Task>& tasks) {
    for (const Visit& visit : family.visits()) {
        const Fields& fields = visit.record->fields;
        const std::string_view household = code(fields, "household_id");
        const Person* person = whom_to_see(family, household);
        if (!met_nobody(visit) || person == nullptr) continue;
        Task task;
        task.code = "RETRY";
        task.id = task_id(household, task.code, visit.record->id.text());
        task.person = person;
        task.due_from = date(fields, "next_visit_date").value_or(add_days(visit.on, 1));
        task.due_to = add_days(task.due_from, kRetryWithinDays);
        task.expires_on = add_days(task.due_from, kRetryExpiresDays);
        if (const Visit* later = next_visit(family, visit, household)) {
            task.completed_on = later->on;
            task.completed_by = later->record;
            task.is_on_time = later->on <= task.due_to;
        }
        tasks.push_back(std::move(task));
    }
}

bool is_birth_expected(Date expected, Date delivered) {
    const int day = base::days_between(expected, delivered);
    return day >= kBirthEarliest && day <= kBirthLatest;
}

}  // namespace care
