#include "client/screens/today/today_list.h"

#include "client/screens/frame/names.h"
#include "client/screens/frame/task_words.h"
#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace screens {

using words::tr;

namespace {

constexpr int kWeekDays = 7;

std::string number(int count) {
    return std::to_string(count);
}

std::string late_text(const AgendaTask& task, Date today) {
    const std::string days = number(base::days_between(task.due_to, today));
    if (task.code == "BIRTH_ASK") return tr("{0} days past the expected day", {days});
    return tr("{0} days late", {days});
}

std::string until_text(const AgendaTask& task, Date today) {
    // Not by the word of a clock that was set back since: "-5904 days late" helps nobody.
    if (task.is_overdue && task.due_to < today) return late_text(task, today);
    if (task.code == "BIRTH_ASK") {
        return tr("expected {0}", {words::day_and_month(task.due_to, today)});
    }
    if (task.due_to == today) return tr("last day today");
    return tr("until {0}", {words::day_and_month(task.due_to, today)});
}

std::string reason_text(const AgendaTask& task) {
    if (task.cancel_reason == "MOVED") return tr("not visited: has moved away");
    if (task.cancel_reason == "REFUSED") return tr("not visited: does not want it");
    if (!task.note.empty()) return tr("not visited: {0}", {task.note});
    return tr("not visited");
}

std::string aside_text(const AgendaTask& task, Date today) {
    if (!task.cancel_reason.empty()) return reason_text(task);
    return tr("put off to {0}", {words::day_and_month(*task.postponed_to, today)});
}

ui::Tone tone_of(When when) {
    if (when == When::Urgent) return ui::Tone::Bad;
    return when == When::Today ? ui::Tone::Warn : ui::Tone::Info;
}

auto urgency_of(const TodayRow& row) {
    return std::tuple<When, bool, Date, const std::string&, const std::string&>(
        row.when, !row.is_danger, row.by, row.stop->name, row.stop->family);
}

std::string families_text(std::size_t count) {
    return tr("{0} families", {std::to_string(count)});
}

void add_row(std::vector<TodayGroup>& groups, const std::string& title, const TodayRow& row) {
    if (groups.empty() || groups.back().title != title) groups.push_back({title, {}, {}});
    groups.back().rows.push_back(row);
}

std::vector<TodayGroup> noted(std::vector<TodayGroup> groups) {
    for (TodayGroup& group : groups) group.note = families_text(group.rows.size());
    return groups;
}

}  // namespace

bool is_aside(const AgendaTask& task, Date today) {
    if (!task.cancel_reason.empty()) return true;
    return task.postponed_to && *task.postponed_to > today;
}

When when_of(const AgendaTask& task, Date today) {
    if (task.is_danger || task.is_overdue) return When::Urgent;
    const bool came_back = task.postponed_to && *task.postponed_to <= today;
    if (task.due_to <= today || came_back) return When::Today;
    return base::days_between(today, task.due_to) < kWeekDays ? When::Week : When::Later;
}

std::string title_of(const AgendaTask& task) {
    const std::string what = task_title(task.code);
    return task.person_name.empty() ? what : tr("{0}: {1}", {task.person_name, what});
}

TodayRow row_of(const Stop& stop, Date today) {
    TodayRow row;
    row.stop = &stop;
    for (const AgendaTask& task : stop.tasks) {
        if (is_aside(task, today)) {
            ++row.set_aside;
            continue;
        }
        const When when = when_of(task, today);
        const bool is_first = row.open == 0;
        const bool is_sooner = when < row.when || (when == row.when && task.due_to < row.by);
        if (is_first || (is_sooner && !row.is_danger)) {
            row.when = when;
            row.by = task.due_to;
        }
        row.is_danger = row.is_danger || task.is_danger;
        ++row.open;
    }
    return row;
}

TodayWords words_of(const Stop& stop, Date today) {
    TodayWords words;
    for (const AgendaTask& task : stop.tasks) {
        if (is_aside(task, today)) {
            words.aside.push_back({task.id, title_of(task), aside_text(task, today)});
            continue;
        }
        words.lines.push_back(
            {task.id, title_of(task), until_text(task, today), tone_of(when_of(task, today))});
    }
    return words;
}

void sort_by_urgency(std::vector<TodayRow>& rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const TodayRow& a, const TodayRow& b) {
        return urgency_of(a) < urgency_of(b);
    });
}

std::vector<TodayGroup> grouped_by_urgency(const std::vector<TodayRow>& rows) {
    constexpr std::array<const char*, 4> kTitles = {words::later("Urgent"), words::later("Today"),
                                                    words::later("This week"),
                                                    words::later("There is still time")};
    std::vector<TodayGroup> groups;
    for (const TodayRow& row : rows) {
        add_row(groups, tr(kTitles[static_cast<std::size_t>(row.when)]), row);
    }
    return noted(std::move(groups));
}

std::vector<TodayGroup> grouped_by_place(const std::vector<TodayRow>& rows) {
    std::vector<TodayGroup> groups;
    for (const TodayRow& row : rows) {
        const std::string place = place_text(row.stop->rt, row.stop->rw);
        add_row(groups, place.empty() ? tr("RT not known") : place, row);
    }
    return noted(std::move(groups));
}

}  // namespace screens
