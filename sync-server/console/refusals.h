// What the rules refuse (accept, merge, importing ...), in the words of whoever reads the page. A
// sentence that is not in the list here is shown as it is, in English: add it.
#pragma once

#include "shared/base/result.h"

#include <string>

namespace console {

std::string in_words(const base::Error& error);

}  // namespace console
