#include "shared/care/training.h"

#include <algorithm>
#include <cmath>

namespace care {

namespace {

// A pass whose last day was not written down holds as long as any other.
std::optional<Date> last_day_of(const Fields& fields) {
    if (code(fields, "result") != to_code(Competence::Pass)) return std::nullopt;
    if (const auto written = date(fields, "valid_until")) return written;
    const auto ended = date(fields, "end_date");
    return ended ? std::optional(valid_until_of(*ended)) : std::nullopt;
}

void take_later(std::optional<Date>& kept, std::optional<Date> other) {
    if (other && (!kept || *other > *kept)) kept = other;
}

TrainingState state_of(const Standing& standing, Date today) {
    if (!standing.valid_until) return TrainingState::NotPassed;
    const int left = base::days_between(today, *standing.valid_until);
    if (left < 0) return TrainingState::Expired;
    return left <= kRefresherDays ? TrainingState::DueSoon : TrainingState::Valid;
}

void add(CoverageCount& count, const Standing& standing) {
    ++count.workers;
    if (is_trained(standing.state)) ++count.trained;
    switch (standing.state) {
        case TrainingState::Never:
        case TrainingState::NotPassed:
            ++count.not_yet;
            break;
        case TrainingState::DueSoon:
            ++count.due_soon;
            break;
        case TrainingState::Expired:
            ++count.expired;
            break;
        case TrainingState::Valid:
            break;
    }
}

}  // namespace

int attended_pct(int came, int sessions) {
    if (sessions <= 0) return 0;
    const int counted = std::clamp(came, 0, sessions);
    return (200 * counted + sessions) / (2 * sessions);
}

std::optional<Practical> practical_of(std::span<const StepScore> scores,
                                      const Procedure& procedure) {
    const bool is_scored = std::any_of(scores.begin(), scores.end(), [](const StepScore& each) {
        return each.score >= 1 && each.score <= 4;
    });
    if (!is_scored) return std::nullopt;
    const CompetenceResult result = assess(Safety::Go, true, scores, procedure);
    return Practical{static_cast<int>(std::floor(result.score_pct)), result.is_critical_ok,
                     result.competence == Competence::Pass};
}

Competence training_result(int attended_pct, const std::optional<Practical>& practical) {
    if (attended_pct <= 0 || !practical) return Competence::NotAssessed;
    return practical->is_passed ? Competence::Pass : Competence::Repeat;
}

std::string_view to_code(TrainingState state) {
    switch (state) {
        case TrainingState::Never:
            return "NEVER";
        case TrainingState::NotPassed:
            return "NOT_PASSED";
        case TrainingState::Valid:
            return "VALID";
        case TrainingState::DueSoon:
            return "DUE_SOON";
        case TrainingState::Expired:
            return "EXPIRED";
    }
    return "";
}

Trainings::Trainings(std::span<const Record> records, std::string_view topic) {
    for (const Record& record : records) {
        if (record.type != kCadreTraining || records::is_retracted(record)) continue;
        if (code(record.fields, "topic") != topic) continue;
        const std::string_view user = code(record.fields, "participant_id");
        if (user.empty()) continue;
        Standing& standing = by_user_[std::string(user)];
        take_later(standing.last_ended, date(record.fields, "end_date"));
        take_later(standing.valid_until, last_day_of(record.fields));
    }
}

Standing Trainings::of(std::string_view user, Date today) const {
    const auto found = by_user_.find(user);
    if (found == by_user_.end()) return {};
    Standing standing = found->second;
    standing.state = state_of(standing, today);
    return standing;
}

std::optional<Date> Trainings::valid_until(std::string_view user) const {
    const auto found = by_user_.find(user);
    return found == by_user_.end() ? std::nullopt : found->second.valid_until;
}

TrainingCoverage training_coverage(std::span<const Worker> workers, const Trainings& trainings,
                                   std::span<const std::string> units, Date today) {
    TrainingCoverage coverage;
    for (const std::string& unit : units) coverage.units.push_back({unit, {}, {}});
    for (const Worker& worker : workers) {
        const bool is_cadre = worker.role == "KADER";
        if (worker.has_left || (!is_cadre && worker.role != "BIDAN")) continue;
        const Standing standing = trainings.of(worker.id, today);
        add(is_cadre ? coverage.cadres : coverage.midwives, standing);
        for (CoverageRow& row : coverage.units) {
            const bool is_here =
                std::find(worker.units.begin(), worker.units.end(), row.unit) != worker.units.end();
            if (is_here) add(is_cadre ? row.cadres : row.midwives, standing);
        }
    }
    return coverage;
}

}  // namespace care
