// The sheet of a practical: each step of the procedure in force with its mark (DOMAIN 2.5), the
// same for a cadre as for a family.
#pragma once

#include "shared/base/fields.h"
#include "shared/care/training.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace screens {

class StepSheet {
public:
    explicit StepSheet(care::Procedure procedure) : procedure_(std::move(procedure)) {}

    const care::Procedure& procedure() const { return procedure_; }
    // 9 not assessed, which a critical step may not be; 1 to 4.
    static std::vector<int> marks_for(const care::ProcedureStep& step);
    int mark(const std::string& step) const;               // 0: none yet
    void mark_pressed(const std::string& step, int mark);  // again: taken back
    bool is_begun() const { return !marks_.empty(); }
    int unmarked() const;
    std::optional<care::Practical> practical() const;  // nullopt until every step is marked

    void keep(base::Fields& draft, const std::string& before) const;  // names begin so
    void restore(const base::Fields& draft, const std::string& before);

private:
    care::Procedure procedure_;
    std::map<std::string, int> marks_;
};

}  // namespace screens
