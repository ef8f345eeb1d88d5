// The oxytocin massage step by step, as data (DOMAIN 2.2, 2.3): the document "massage_procedure"
// among the forms. A health centre may hand out its own steps, order, seconds and words; the
// program carries one of its own for whoever has none or a broken one.
#pragma once

#include "shared/base/result.h"
#include "shared/forms/form_set.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace care {

inline constexpr std::string_view kProcedureForm = "massage_procedure";

enum class Phase { Prepare, Massage, Close };

struct ProcedureStep {
    std::string code;  // "P01", as massage_teaching_step.step_code
    Phase phase = Phase::Prepare;
    forms::Label label;      // what is done, one sentence
    forms::Label technique;  // how, in a few words; may be empty
    forms::Label family;     // the same in very few words, for the family's side of the screen
    std::string picture;     // "P01": the code of its picture; may be empty
    int target_seconds = 0;  // 0: as long as it takes
    int least_seconds = 0;
    bool is_critical = false;         // must be scored, and with 3 or more (DOMAIN 2.5)
    bool goes_on_throughout = false;  // M07: kept in sight during the whole massage

    bool is_timed() const { return target_seconds > 0; }
};

struct Procedure {
    std::string sop_version;  // "S1-3to5": what teachings and sessions are stamped with
    forms::Label title;
    forms::Label safety;                 // the line shown before anybody is touched
    std::array<forms::Label, 3> phases;  // the names of Prepare, Massage, Close
    std::vector<ProcedureStep> steps;

    const ProcedureStep* find(std::string_view code) const;  // nullptr if it has none such
    bool is_critical(std::string_view code) const;
    int target_seconds() const;  // of all timed steps together
    const forms::Label& name_of(Phase phase) const {
        return phases[static_cast<std::size_t>(phase)];
    }
};

// The one in force among these forms; the shipped one where they have none or a broken one.
Procedure procedure_in(const forms::FormSet& forms);
const Procedure& shipped_procedure();

// Why a document is no procedure, naming its row: "massage_procedure, row 12,
// bind::kawan:target_seconds: ...". Every procedure asks her permission (P01), makes the safety
// check (P02) before the first massage step, and asks on during it (M07); all three are critical.
base::Result<Procedure> read_procedure(const forms::Form& form);

}  // namespace care
