#include "client/app/window/stops.h"

#include "shared/base/text.h"
#include "shared/care/home.h"
#include "shared/care/schedule.h"

#include <algorithm>
#include <string_view>

namespace client_app {

using screens::AgendaTask;
using screens::Stop;

namespace {

// A person can call off only what still waits; what the records themselves ended is not shown.
bool is_open(const care::Task& task, base::Date today) {
    care::Task as_if_standing = task;
    const bool by_a_person = task.statement != nullptr &&
                             task.statement->fields.text("cancel_reason") == task.cancel_reason;
    if (by_a_person) as_if_standing.cancel_reason.clear();
    const care::TaskStatus status = care::status_on(as_if_standing, today);
    return status == care::TaskStatus::Due || status == care::TaskStatus::Overdue;
}

AgendaTask agenda_task(const care::Task& task, base::Date today) {
    AgendaTask shown;
    shown.id = task.id;
    shown.code = task.code;
    shown.person = task.person->id().text();
    shown.person_name = task.person->record->fields.text("full_name");
    if (task.birth != nullptr) shown.birth = task.birth->record->id.text();
    shown.due_from = task.due_from;
    shown.due_to = task.due_to;
    shown.expires_on = task.expires_on;
    shown.is_overdue = today > task.due_to;
    shown.is_danger = task.is_danger_follow_up;
    shown.postponed_to = task.postponed_to;
    shown.cancel_reason = task.cancel_reason;
    if (task.statement != nullptr) shown.note = task.statement->fields.text("note");
    return shown;
}

void add_people(Stop& stop, const care::Family& family) {
    for (const care::Person& person : family.persons()) {
        if (person.is_dead || !lives_in(family, person, stop.family)) continue;
        const std::string name = person.record->fields.text("full_name");
        if (person.is_mother && stop.mother.empty()) stop.mother = name;
        if (person.is_infant) stop.babies.push_back(name);
        if (stop.name.empty()) stop.name = name;
    }
}

void add_tasks(Stop& stop, const care::Family& family, base::Date today) {
    for (const care::Task& task : care::tasks(family, today)) {
        if (task.person == nullptr || !lives_in(family, *task.person, stop.family)) continue;
        if (task.status == care::TaskStatus::NotYet) {
            stop.next_due = std::min(stop.next_due.value_or(task.due_from), task.due_from);
        }
        if (is_open(task, today)) stop.tasks.push_back(agenda_task(task, today));
    }
}

// RW 2 before RW 10; what is no number goes by its letters.
std::string padded(const std::string& text) {
    constexpr std::size_t kDigits = 6;
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const std::string_view number = std::string_view(text).substr(0, digits);
    const std::size_t zeros = std::min(number.find_first_not_of('0'), number.size());
    const std::string bare(number.substr(zeros));
    const std::string before(bare.size() < kDigits ? kDigits - bare.size() : 0, '0');
    return before + bare + text.substr(digits) + '|';
}

bool was_seen(const care::Family& family, const std::string& household, base::Date today) {
    return std::any_of(family.visits().begin(), family.visits().end(),
                       [&](const care::Visit& visit) {
                           const bool is_here = is_of_household(family, *visit.record, household);
                           return is_here && visit.on == today && visit.is_contact;
                       });
}

}  // namespace

std::optional<Stop> stop_of(const std::string& household, std::span<const records::Record> records,
                            base::Date today) {
    const care::Family family{records};
    const records::Record* house = family.record(household);
    if (house == nullptr || records::is_retracted(*house)) return std::nullopt;
    if (house->id.text() != household) return std::nullopt;  // joined: a stop of the other
    Stop stop;
    stop.family = household;
    stop.name = house->fields.text("head_name");
    stop.unit = house->unit;
    stop.rt = house->fields.text("rt");
    stop.rw = house->fields.text("rw");
    stop.address = house->fields.text("address_line");
    add_people(stop, family);
    add_tasks(stop, family, today);
    stop.along = padded(stop.rw) + padded(stop.rt) + base::folded(stop.name) + '|' + stop.family;
    stop.was_visited_today = was_seen(family, household, today);
    stop.massages = indicators::practices_of(family, household, today);
    const bool has_work =
        !stop.tasks.empty() || stop.next_due || stop.was_visited_today || !stop.massages.empty();
    return has_work ? std::optional(std::move(stop)) : std::nullopt;
}

}  // namespace client_app
