// What importing refuses, in the words of its reader.
#pragma once

#include "shared/base/result.h"

#include <string>

namespace console {

std::string import_refusal_words(const base::Error& error);

}  // namespace console
