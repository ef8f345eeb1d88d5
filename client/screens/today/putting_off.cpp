// The part of the model where a stop is put off or called off, and taken back.
#include "client/screens/today/today_model.h"

#include <algorithm>
#include <array>

namespace screens {

using words::later;
using words::tr;

namespace {

constexpr std::array<int, 3> kDaysOff = {1, 3, 7};

}  // namespace

void TodayModel::put_off_clicked(const std::string& family) {
    const Stop* found = stop(family);
    if (found == nullptr) return;
    Putting putting;
    putting.family = family;
    putting.name = found->name;
    for (const AgendaTask& task : found->tasks) {
        if (is_aside(task, ports_.today())) continue;
        putting.tasks.push_back(task);
        putting.tasks.back().seen = ports_.records.base_now(task.id);
        if (!task.is_danger) putting.chosen.push_back(task.id);
    }
    putting_ = std::move(putting);
}

void TodayModel::what_chosen(Putting::What what) {
    putting_->what = what;
    putting_->problem = {};
}

// Not past the day on which the first of the tasks expires; tomorrow always.
std::vector<Date> TodayModel::days_to_put_off() const {
    std::vector<Date> days;
    if (!putting_) return days;
    std::optional<Date> last;
    for (const AgendaTask& task : putting_->tasks) {
        const auto& chosen = putting_->chosen;
        if (std::find(chosen.begin(), chosen.end(), task.id) == chosen.end()) continue;
        last = std::min(last.value_or(task.expires_on), task.expires_on);
    }
    for (const int later_by : kDaysOff) {
        const Date day = base::add_days(ports_.today(), later_by);
        if (later_by == 1 || !last || day <= *last) days.push_back(day);
    }
    return days;
}

std::string TodayModel::line_of(const AgendaTask& task) const {
    return title_of(task);
}

void TodayModel::task_ticked(const std::string& id) {
    auto& chosen = putting_->chosen;
    const auto found = std::find(chosen.begin(), chosen.end(), id);
    if (found == chosen.end()) {
        chosen.push_back(id);
    } else {
        chosen.erase(found);
    }
    const auto days = days_to_put_off();
    const bool fits = std::any_of(days.begin(), days.end(),
                                  [&](Date day) { return base::to_text(day) == putting_->day; });
    if (!fits) putting_->day.clear();
}

bool TodayModel::say(const Stop& stop, const AgendaTask& task, const TaskWord& word) {
    const base::Status said = ports_.agenda.say(stop, task, word);
    if (said.ok()) return true;
    if (putting_)
        putting_->problem = {later("Not saved: the laptop's disk refused. Try again."), {}};
    return false;
}

bool TodayModel::putting_confirmed() {
    Putting& putting = *putting_;
    const bool is_off = putting.what == Putting::What::Off;
    putting.problem = {};
    if (putting.chosen.empty()) putting.problem = {later("Tick at least one task."), {}};
    if (is_off && putting.day.empty()) putting.problem = {later("Choose a day."), {}};
    if (!is_off && putting.reason.empty()) putting.problem = {later("Choose a reason."), {}};
    if (!is_off && putting.reason == "OTHER" && putting.note.empty()) {
        putting.problem = {later("Write the reason."), {}};
    }
    if (!putting.problem.empty()) return false;
    TaskWord word;
    if (is_off) word.postponed_to = base::parse_date(putting.day);
    if (!is_off) word.cancel_reason = putting.reason;
    if (!is_off) word.note = putting.note;
    for (const AgendaTask& task : putting.tasks) {
        const auto& chosen = putting.chosen;
        if (std::find(chosen.begin(), chosen.end(), task.id) == chosen.end()) continue;
        const Stop* where = stop(putting.family);  // saying changes the list
        if (where == nullptr) break;
        const Stop there = *where;
        if (!say(there, task, word)) return false;
    }
    putting_.reset();
    read();
    return true;
}

bool TodayModel::undo_clicked(const std::string& family) {
    const Stop* found = stop(family);
    if (found == nullptr) return false;
    const Stop there = *found;  // a copy: saying changes the list
    for (AgendaTask task : there.tasks) {
        if (!is_aside(task, ports_.today())) continue;
        task.seen = ports_.records.base_now(task.id);
        if (!say(there, task, {})) return false;
    }
    read();
    return true;
}

}  // namespace screens
