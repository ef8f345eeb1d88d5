#include "shared/care/schedule.h"

#include <tuple>

namespace care {

namespace {

std::tuple<int, Date> urgency_of(const Task& task) {
    const bool is_open = task.status == TaskStatus::Due || task.status == TaskStatus::Overdue;
    if (task.is_danger_follow_up && is_open) return {0, task.expires_on};
    switch (task.status) {
        case TaskStatus::Overdue:
            return {1, task.expires_on};
        case TaskStatus::Due:
            return {2, task.due_to};
        case TaskStatus::NotYet:
            return {3, task.due_from};
        case TaskStatus::Missed:
            return {4, task.due_from};
        case TaskStatus::DoneLate:
        case TaskStatus::Done:
            return {5, task.due_from};
        case TaskStatus::Cancelled:
            return {6, task.due_from};
    }
    return {7, task.due_from};
}

}  // namespace

std::string task_id(std::string_view original_person_id, std::string_view task_code,
                    std::string_view hangs_on) {
    std::string name(original_person_id);
    name.append("|").append(task_code).append("|").append(hangs_on);
    return base::make_uuid5(name);
}

TaskStatus status_on(const Task& task, Date today) {
    if (!task.cancel_reason.empty()) return TaskStatus::Cancelled;
    if (task.completed_on) return task.is_on_time ? TaskStatus::Done : TaskStatus::DoneLate;
    if (today < task.due_from) return TaskStatus::NotYet;
    if (today <= task.due_to) return TaskStatus::Due;
    const bool can_be_caught_up = today <= task.expires_on && !task.was_late_when_registered;
    return can_be_caught_up ? TaskStatus::Overdue : TaskStatus::Missed;
}

void sort_for_work(std::vector<Task>& tasks) {
    const auto key = [](const Task& task) {
        return std::tuple_cat(urgency_of(task),
                              std::tuple(task.person->record->fields.text("full_name"), task.code,
                                         std::string_view(task.id)));
    };
    std::sort(tasks.begin(), tasks.end(),
              [&](const Task& a, const Task& b) { return key(a) < key(b); });
}

std::string_view to_code(TaskStatus status) {
    switch (status) {
        case TaskStatus::NotYet:
            return "NOT_YET";
        case TaskStatus::Due:
            return "DUE";
        case TaskStatus::Overdue:
            return "OVERDUE";
        case TaskStatus::Missed:
            return "MISSED";
        case TaskStatus::Done:
            return "DONE";
        case TaskStatus::DoneLate:
            return "DONE_LATE";
        case TaskStatus::Cancelled:
            return "CANCEL";
    }
    return "";
}

}  // namespace care
