// The codes of a column, with their labels: from the form in force, or from our own list.
#pragma once

#include "shared/forms/form_set.h"
#include "sync-server/reports/research/allowed.h"

#include <string>
#include <utility>
#include <vector>

namespace research {

using Labelled = std::vector<std::pair<std::string, std::string>>;  // code, label
Labelled labelled_codes(const forms::FormSet& forms, const Field& field);
std::vector<std::string> codes_in(const forms::FormSet& forms, const Field& field);

// "Indonesian / English", of the form's question or our own.
std::string label_of(const forms::FormSet& forms, const Field& field);
std::string unit_of(const forms::FormSet& forms, const Field& field);

}  // namespace research
