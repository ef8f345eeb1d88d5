// The oxytocin massage: may it be given now, can the family do it, was it done as taught
// (DOMAIN 2.4, 2.5, 2.6). Never the other way round: a result here is no medical advice.
#pragma once

#include "shared/care/danger_signs.h"
#include "shared/care/family.h"
#include "shared/care/procedure.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace care {

// One line of the safety check, asked before every teaching or observed session.
struct SafetyLine {
    std::string_view code;  // "XC04"
    MassageAction action;
    std::string_view label_id;
    std::string_view label_en;
    bool is_for_midwife_only = false;  // not asked of or shown to a cadre
};
std::span<const SafetyLine> safety_lines();

enum class Safety { Go, Defer, Stop };
struct SafetyResult {
    Safety safety = Safety::Go;
    std::vector<std::string> reasons;   // the codes that decided, worst first; empty on Go
    std::vector<std::string> cautions;  // to be acknowledged one by one
    bool needs_referral = false;        // a danger sign with STOP; a mere "no" of hers does not
};
// `ticked`: codes of safety lines and of the mother's danger signs. A temperature of 37.5 to 37.9
// defers, 38.0 and above stops. Codes that this version does not know defer: somebody had a doubt.
SafetyResult check_safety(std::span<const std::string> ticked,
                          std::optional<double> mother_temp_c = std::nullopt);
std::string_view to_code(Safety safety);  // "GO", "DEFER", "STOP"

struct StepScore {
    std::string step;
    int score = 0;  // 1 to 4; 9 not assessed
};
enum class Competence { NotAssessed, Stopped, Pass, Repeat };
struct CompetenceResult {
    Competence competence = Competence::NotAssessed;
    double score_pct = 0;  // one decimal, half up
    bool is_critical_ok = false;
};
inline constexpr double kPassPct = 80;
// Which steps are critical is the procedure's word.
CompetenceResult assess(Safety safety, bool had_return_demo, std::span<const StepScore> scores,
                        const Procedure& procedure = shipped_procedure());
// From the records alone, so that every device says the same (SYNC 13). Of a teaching by another
// procedure than the shipped one, what it left out is not asked for, except her permission, the
// safety check and whether she is well; its own steps all count as critical.
CompetenceResult competence_of(const Family& family, const Event& teaching);
std::string_view to_code(Competence competence);  // "PASS", "REPEAT", "NA", "STOPPED"

// Share of the procedure's timed steps (M01 to M06) that were done, in percent; nullopt when no
// steps were recorded.
std::optional<double> adherence_pct(std::span<const std::string> steps_done,
                                    const Procedure& procedure = shipped_procedure());

inline constexpr int kSessionTargetSecondsMin = 180;
inline constexpr int kSessionTargetSecondsMax = 300;
inline constexpr int kRetestAfterDays = 7;

}  // namespace care
