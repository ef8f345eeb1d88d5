// Conflicts that somebody decided: between what, who decided what and why, and taking that back.
#pragma once

#include "sync-server/accept/desk/deciding.h"
#include "sync-server/console/page.h"

#include <string>

namespace console {

Answer decided_conflicts(const Visit& visit);      // the list, the latest first
Answer decided_conflict_page(const Visit& visit);  // not here where it is not hers, or not decided
Answer reopen_conflict(const Visit& visit);        // both values are to be decided again

std::string outcome_words(accept::Choice choice);  // which of them it was

}  // namespace console
