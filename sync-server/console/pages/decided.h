// What became of what waited: the latest decisions of one page, with who decided and why.
#pragma once

#include "sync-server/console/parts.h"

#include <string>
#include <vector>

namespace console {

// Of each kind: a morning of each list.
inline constexpr std::size_t kDecidedShown = 50;

// Who it was: a user's name, or the command line.
Result<Html> decided_by(const Visit& visit, const std::string& actor);

// Who took the decision that closed something at that moment, when, and with what words.
Result<std::vector<std::pair<std::string, Html>>> decision_words(const Visit& visit,
                                                                 const std::string& what,
                                                                 const std::string& subject,
                                                                 base::Instant closed_at);

// One decision: about whom, what became of it and where it is looked at again, why, by whom, when.
struct DecidedRow {
    base::Instant at;
    Html whom, outcome;
    std::string reason, actor;
};
// The latest first; `empty_text` where there is none.
Result<Html> decided_table(const Visit& visit, std::vector<DecidedRow> rows,
                           const std::string& empty_text);
// Of these kinds of the audit ("conflict_decided", ...).
Result<std::vector<DecidedRow>> decided_rows(const Visit& visit,
                                             const std::vector<std::string>& kinds);

}  // namespace console
