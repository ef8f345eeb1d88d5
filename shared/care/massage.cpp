#include "shared/care/massage.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace care {

namespace {

constexpr std::string_view kFever = "MDS11";
constexpr std::string_view kFeverFlag = "XC06";
// Critical in every procedure (procedure.h).
constexpr std::array<std::string_view, 3> kAlways = {"P01", "P02", "M07"};

MassageAction action_of(std::string_view code) {
    if (const DangerSign* sign = find_danger_sign(code)) return sign->massage;
    for (const SafetyLine& line : safety_lines()) {
        if (line.code == code) return line.action;
    }
    return MassageAction::Defer;
}

// XC01 only repeats that a danger sign was ticked; XC02 is her own "no".
bool is_danger(std::string_view code) {
    return code == "XC01" || find_danger_sign(code) != nullptr;
}

std::vector<std::string> with_temperature(std::span<const std::string> ticked,
                                          std::optional<double> temp_c) {
    std::vector<std::string> codes(ticked.begin(), ticked.end());
    if (temp_c && *temp_c >= kMotherFeverFlagC) {
        codes.emplace_back(*temp_c >= kMotherFeverC ? kFever : kFeverFlag);
    }
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

// Every critical step was scored, and with 3 or more.
bool all_critical_ok(std::span<const StepScore> scores, const Procedure& procedure) {
    for (const ProcedureStep& step : procedure.steps) {
        if (!step.is_critical) continue;
        const bool is_able = std::any_of(scores.begin(), scores.end(), [&](const StepScore& each) {
            return each.step == step.code && (each.score == 3 || each.score == 4);
        });
        if (!is_able) return false;
    }
    return std::none_of(scores.begin(), scores.end(), [&](const StepScore& each) {
        return each.score < 3 && procedure.is_critical(each.step);
    });
}

bool is_scored(std::span<const StepScore> scores, std::string_view step) {
    return std::any_of(scores.begin(), scores.end(),
                       [&](const StepScore& each) { return each.step == step; });
}

// What a teaching is judged by; a procedure of somebody's own may not be known here.
Procedure procedure_of(std::string_view sop_version, std::span<const StepScore> scores) {
    const Procedure& shipped = shipped_procedure();
    if (sop_version.empty() || sop_version == shipped.sop_version) return shipped;
    Procedure judged;
    for (const ProcedureStep& step : shipped.steps) {
        const bool is_always =
            std::find(kAlways.begin(), kAlways.end(), step.code) != kAlways.end();
        if (is_always || is_scored(scores, step.code)) judged.steps.push_back(step);
    }
    for (const StepScore& score : scores) {
        if (shipped.find(score.step) != nullptr) continue;
        ProcedureStep own;
        own.code = score.step;
        own.is_critical = true;
        judged.steps.push_back(std::move(own));
    }
    return judged;
}

}  // namespace

SafetyResult check_safety(std::span<const std::string> ticked,
                          std::optional<double> mother_temp_c) {
    const std::vector<std::string> codes = with_temperature(ticked, mother_temp_c);
    SafetyResult result;
    for (const MassageAction worst : {MassageAction::Stop, MassageAction::Defer}) {
        for (const std::string& code : codes) {
            if (action_of(code) == worst) result.reasons.push_back(code);
        }
    }
    for (const std::string& code : codes) {
        const MassageAction action = action_of(code);
        if (action == MassageAction::Caution) result.cautions.push_back(code);
        if (action == MassageAction::Stop && is_danger(code)) result.needs_referral = true;
    }
    if (result.reasons.empty()) return result;
    const bool is_stop = action_of(result.reasons.front()) == MassageAction::Stop;
    result.safety = is_stop ? Safety::Stop : Safety::Defer;
    return result;
}

std::string_view to_code(Safety safety) {
    switch (safety) {
        case Safety::Go:
            return "GO";
        case Safety::Defer:
            return "DEFER";
        case Safety::Stop:
            return "STOP";
    }
    return "";
}

CompetenceResult assess(Safety safety, bool had_return_demo, std::span<const StepScore> scores,
                        const Procedure& procedure) {
    int sum = 0;
    int assessed = 0;
    for (const StepScore& each : scores) {
        if (each.score < 1 || each.score > 4) continue;
        sum += each.score;
        ++assessed;
    }
    CompetenceResult result;
    if (assessed > 0) {
        result.score_pct = std::floor(1000.0 * sum / (4 * assessed) + 0.5) / 10;
        result.is_critical_ok = all_critical_ok(scores, procedure);
    }
    if (safety == Safety::Stop) {
        result.competence = Competence::Stopped;
    } else if (had_return_demo) {
        const bool is_pass = result.score_pct >= kPassPct && result.is_critical_ok;
        result.competence = is_pass ? Competence::Pass : Competence::Repeat;
    }
    return result;
}

CompetenceResult competence_of(const Family& family, const Event& teaching) {
    std::vector<StepScore> scores;
    for (const Record* step : family.steps()) {
        if (family.record(code(step->fields, "teaching_id")) != teaching.record) continue;
        const std::string_view score = code(step->fields, "score");
        scores.push_back(
            {std::string(code(step->fields, "step_code")), score.size() == 1 ? score[0] - '0' : 0});
    }
    const bool is_stop = code(teaching.fields(), "safety_result") == "STOP";
    return assess(is_stop ? Safety::Stop : Safety::Go, is_yes(teaching.fields(), "return_demo"),
                  scores, procedure_of(code(teaching.fields(), "sop_version"), scores));
}

std::string_view to_code(Competence competence) {
    switch (competence) {
        case Competence::NotAssessed:
            return "NA";
        case Competence::Stopped:
            return "STOPPED";
        case Competence::Pass:
            return "PASS";
        case Competence::Repeat:
            return "REPEAT";
    }
    return "";
}

std::optional<double> adherence_pct(std::span<const std::string> steps_done,
                                    const Procedure& procedure) {
    if (steps_done.empty()) return std::nullopt;
    int timed = 0;
    int done = 0;
    for (const ProcedureStep& step : procedure.steps) {
        if (!step.is_timed()) continue;
        ++timed;
        if (std::find(steps_done.begin(), steps_done.end(), step.code) != steps_done.end()) ++done;
    }
    if (timed == 0) return std::nullopt;
    return 100.0 * done / timed;
}

}  // namespace care
