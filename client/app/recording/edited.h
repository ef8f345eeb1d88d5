// What saving makes of the answers given: those that do not apply are left out, but an edit takes
// out nothing that the person did not touch, and nothing goes because another record is not here.
#pragma once

#include "shared/base/fields.h"
#include "shared/forms/check.h"
#include "shared/forms/form.h"

#include <string>
#include <vector>

namespace client_app {

// Of a new record. What hangs on a record that has not arrived is kept.
base::Fields first_answers(const forms::Form& form, const base::Fields& answers,
                           const forms::Context& context);

// Of a record that stands as `before`; a null in `changes` takes out. Of the rest only what applied
// before and through these changes no longer applies goes.
base::Fields edited(const forms::Form& form, const base::Fields& before,
                    const base::Fields& changes, const forms::Context& context);

// Fields of the groups (SYNC 10) of what was touched that were not touched themselves.
std::vector<std::string> tied_to(const forms::Form& form, const base::Fields& touched);

// An edit is blocked by the errors it brings and those in what it touches (or ties to, SYNC 10);
// errors that stood before are another day's work.
bool blocks_edit(const forms::Form& form, const base::Fields& touched,
                 const std::vector<forms::Problem>& before,
                 const std::vector<forms::Problem>& after);

}  // namespace client_app
