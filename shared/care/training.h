// Training in the massage: what came of one, until when it holds, who is due again, and how many of
// a health centre's people are trained (DOMAIN 2.5, 8.3 cadre_training). It judges no person and
// ranks no unit.
#pragma once

#include "shared/care/massage.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace care {

inline constexpr std::string_view kCadreTraining = "cadre_training";  // the type of its records
inline constexpr std::string_view kMassageTopic = "PIJAT_OKSITOSIN";
inline constexpr int kTrainingMonths = 24;  // it holds so long; a refresher gives as much again
inline constexpr int kRefresherDays = 60;   // before the end: time to plan one

inline Date valid_until_of(Date ended) {
    return base::add_months(ended, kTrainingMonths);
}
int attended_pct(int came, int sessions);  // half up; 0 without a session

// The practical on the sheet of the family's return demonstration. `pct` is cut, not rounded: what
// is written as 80 has reached 80. nullopt: no step was scored.
struct Practical {
    int pct = 0;
    bool is_critical_ok = false;
    bool is_passed = false;
};
std::optional<Practical> practical_of(std::span<const StepScore> scores,
                                      const Procedure& procedure = shipped_procedure());

// Of a training in the massage. Without a practical, or for somebody who did not come, nothing is
// assessed. How much she attended and what she knew is shown beside it and decides nothing.
Competence training_result(int attended_pct, const std::optional<Practical>& practical);

enum class TrainingState { Never, NotPassed, Valid, DueSoon, Expired };
std::string_view to_code(TrainingState state);  // "NEVER", "NOT_PASSED", "VALID" ...
inline bool is_trained(TrainingState state) {
    return state == TrainingState::Valid || state == TrainingState::DueSoon;
}

struct Standing {
    TrainingState state = TrainingState::Never;
    std::optional<Date> valid_until;  // the last day; of what was passed
    std::optional<Date> last_ended;   // the newest training, passed or not
};

// Everybody's trainings in one topic, out of all cadre_training records.
class Trainings {
public:
    explicit Trainings(std::span<const Record> records, std::string_view topic = kMassageTopic);
    Standing of(std::string_view user, Date today) const;
    std::optional<Date> valid_until(std::string_view user) const;

private:
    std::map<std::string, Standing, std::less<>> by_user_;  // without a state
};

struct Worker {
    std::string id, name;
    std::string role;                // KADER, BIDAN, KOORD ...
    std::vector<std::string> units;  // codes
    bool has_left = false;
};

struct CoverageCount {
    int workers = 0;   // active
    int trained = 0;   // and it holds today
    int due_soon = 0;  // of the trained
    int expired = 0;
    int not_yet = 0;  // never, or not passed
};
struct CoverageRow {
    std::string unit;  // code
    CoverageCount cadres, midwives;
};
struct TrainingCoverage {
    std::vector<CoverageRow> units;  // in the order given
    CoverageCount cadres, midwives;  // each person once, also who is of several units or none
};
TrainingCoverage training_coverage(std::span<const Worker> workers, const Trainings& trainings,
                                   std::span<const std::string> units, Date today);

}  // namespace care
