// What the rules refuse (accept, merge, importing ...), in the words of whoever reads the page. A
// sentence that is not in the list here goes into the log; the page says a general one: add it.
#pragma once

#include "shared/base/result.h"
#include "sync-server/console/visit.h"

#include <string>
#include <string_view>

namespace console {

// Refused or Usage: the one who asked can mend it. Others are the server's trouble.
bool is_refusal(const base::Error& error);
std::string in_words(const base::Error& error);
// Of an answer that its form refuses ("field: why"), with the question's own words.
std::string in_words_of_form(const Visit& visit, std::string_view type, const base::Error& error);

}  // namespace console
