// How long a form lets a text be.
#pragma once

#include "shared/forms/form.h"

#include <cstddef>
#include <optional>

namespace forms {

// The most characters that the question's constraint takes: 40 of "string-length(.) <= 40", alone
// or joined to others by `and`. Absent: it sets no such bound.
std::optional<std::size_t> characters_max(const Question& question);

}  // namespace forms
