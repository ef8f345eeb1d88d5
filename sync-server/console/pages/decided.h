// What became of what waited: the latest decisions of one page, with who decided and why.
#pragma once

#include "sync-server/console/parts.h"

#include <string>
#include <vector>

namespace console {

inline constexpr std::size_t kDecidedShown = 30;

// Who it was: a user's name, or the command line.
Result<Html> decided_by(const Visit& visit, const std::string& actor);

// Who took the decision that closed something at that moment, when, and with what words.
Result<std::vector<std::pair<std::string, Html>>> decision_words(const Visit& visit,
                                                                 const std::string& what,
                                                                 const std::string& subject,
                                                                 base::Instant closed_at);

// Of these kinds of the audit ("conflict_decided", ...); nothing where none was made yet.
Result<Html> decided_lately(const Visit& visit, const std::vector<std::string>& kinds);

}  // namespace console
