#include "tests/client/desk/desk_agenda.h"

#include <stdexcept>

namespace desk {

base::Status DeskAgenda::say(const screens::Stop& stop, const screens::AgendaTask& task,
                             const screens::TaskWord& word) {
    if (disk_refuses) return base::Error{base::ErrorCode::DiskFull, "the disk refused"};
    said.push_back({stop.family, task.id, word});
    for (screens::Stop& each : all) {
        for (screens::AgendaTask& known : each.tasks) {
            if (known.id != task.id) continue;
            known.postponed_to = word.postponed_to;
            known.cancel_reason = word.cancel_reason;
            known.note = word.note;
        }
    }
    ++changes;
    return base::Done{};
}

screens::Stop& DeskAgenda::add(screens::Stop stop) {
    ++changes;
    all.push_back(std::move(stop));
    return all.back();
}

screens::Stop& DeskAgenda::at(const std::string& family) {
    for (screens::Stop& each : all) {
        if (each.family == family) return each;
    }
    throw std::runtime_error("no such family on the work list: " + family);
}

screens::AgendaTask task(const std::string& code, const std::string& who, base::Date today,
                         int days_left) {
    screens::AgendaTask task;
    task.id = code + " " + who;
    task.code = code;
    task.person_name = who;
    task.due_to = base::add_days(today, days_left);
    task.due_from = base::add_days(today, std::min(days_left, 0) - 3);
    task.expires_on = base::add_days(task.due_to, 7);
    task.is_overdue = days_left < 0;
    task.is_danger = code == "REFERRAL_FU";
    return task;
}

}  // namespace desk
