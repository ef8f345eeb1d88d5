#include "client/screens/training/step_sheet.h"

namespace screens {

namespace {

constexpr int kNotAssessed = 9;

}  // namespace

std::vector<int> StepSheet::marks_for(const care::ProcedureStep& step) {
    if (step.is_critical) return {1, 2, 3, 4};
    return {kNotAssessed, 1, 2, 3, 4};  // so that 1 to 4 stand below each other
}

int StepSheet::mark(const std::string& step) const {
    const auto found = marks_.find(step);
    return found == marks_.end() ? 0 : found->second;
}

void StepSheet::mark_pressed(const std::string& step, int mark) {
    if (this->mark(step) == mark) {
        marks_.erase(step);
    } else {
        marks_[step] = mark;
    }
}

int StepSheet::unmarked() const {
    int count = 0;
    for (const care::ProcedureStep& step : procedure_.steps) {
        if (mark(step.code) == 0) ++count;
    }
    return count;
}

std::optional<care::Practical> StepSheet::practical() const {
    if (unmarked() > 0) return std::nullopt;
    std::vector<care::StepScore> scores;
    for (const auto& [step, mark] : marks_) scores.push_back({step, mark});
    return care::practical_of(scores, procedure_);
}

void StepSheet::keep(base::Fields& draft, const std::string& before) const {
    for (const auto& [step, mark] : marks_) draft.set_integer(before + step, mark);
}

void StepSheet::restore(const base::Fields& draft, const std::string& before) {
    for (const care::ProcedureStep& step : procedure_.steps) {
        const auto mark = draft.integer(before + step.code);
        if (mark) marks_[step.code] = static_cast<int>(*mark);
    }
}

}  // namespace screens
