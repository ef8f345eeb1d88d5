// What is to be done for a family, and when (DOMAIN 4). Computed, never stored (SYNC 13): two
// devices that know the same records compute the same tasks with the same ids.
#pragma once

#include "shared/care/family.h"

#include <string>

namespace care {

enum class TaskStatus { NotYet, Due, Overdue, Missed, Done, DoneLate, Cancelled };
std::string_view to_code(TaskStatus status);  // "NOT_YET", "DUE", ... as in the choice list

// How a contact's time decides which KF or KN it is (DOMAIN 0.4, 4.1). Without a known hour all
// three decide by the day.
enum class KfRule { ByDate, ByHours, ByHoursStrict };
struct ScheduleSettings {
    KfRule kf_rule = KfRule::ByDate;
};

// 'M': KF, 'N': KN. `hours` since delivery where known. "KF1".."KF4", "KN0".."KN3", "" if none.
enum class ContactSeries { Kf, Kn };
std::string_view contact_code(ContactSeries series, int day, std::optional<double> hours,
                              KfRule rule);
// The birth that a contact belongs to: named in it, or the infant's own, or the mother's latest.
const Birth* birth_of(const Family& family, const Event& contact);
// The code that a contact's own date gives it; "" if it lies outside all windows or has no birth.
std::string_view window_code(const Family& family, const Event& contact, KfRule rule);

struct Task {
    std::string id;    // uuid5 of the original person's id, the code and what the task hangs on
    std::string code;  // "KV1".."KV10", "KF1".., "KN1".., "ASI0".."ASI6", "RETEST", ...
    const Person* person = nullptr;
    const Birth* birth = nullptr;  // nullptr: an infant of whom only the birth date is known
    Date due_from;
    Date due_to;
    Date expires_on;
    std::optional<Date> completed_on;  // the day of the service
    const Record* completed_by = nullptr;
    bool is_on_time = false;                // completed inside its window
    bool is_danger_follow_up = false;       // a referral waits for its outcome
    bool was_late_when_registered = false;  // its window had passed before anybody knew
    std::string cancel_reason;              // "DEATH", "STILLBIRTH", or a person's word
    std::optional<Date> postponed_to;       // a person's word; changes neither status nor order
    std::string assigned_to;
    const Record* statement = nullptr;       // the followup_task that says so
    TaskStatus status = TaskStatus::NotYet;  // on the day asked for
};

std::string task_id(std::string_view original_person_id, std::string_view task_code,
                    std::string_view hangs_on);

// Every task of the family, with its status on `today`, in the order of DOMAIN 4.4: danger-sign
// follow-ups, then overdue by expires_on, then due by due_to, then the rest by due_from; names
// break ties.
std::vector<Task> tasks(const Family& family, Date today, const ScheduleSettings& settings = {});
void sort_for_work(std::vector<Task>& tasks);
TaskStatus status_on(const Task& task, Date today);

inline constexpr int kPostpartumDays = 42;
inline constexpr int kNeonatalDays = 28;

}  // namespace care
