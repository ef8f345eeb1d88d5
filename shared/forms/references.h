// Which records a record names, by its form.
#pragma once

#include "shared/base/fields.h"
#include "shared/forms/form.h"

#include <string>
#include <vector>

namespace forms {

// Ids in the order of the survey; lists of several included. Users and units are no records.
std::vector<std::string> references(const Form& form, const base::Fields& fields);

}  // namespace forms
