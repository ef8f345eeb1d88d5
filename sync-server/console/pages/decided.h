// What became of what waited: the latest decisions of one page, with who decided and why.
#pragma once

#include "shared/records/record.h"
#include "sync-server/console/parts.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace console {

// Of each kind: a morning of each list.
inline constexpr std::size_t kDecidedShown = 50;

// Who it was: a user's name, or the command line.
Result<Html> decided_by(const Visit& visit, const std::string& actor);

// What a decision closes is closed in one transaction, and noted a moment after.
inline constexpr std::int64_t kDecidedWithinMs = 2000;

// Who took the decision that closed something at that moment, when, and with what words.
Result<std::vector<std::pair<std::string, Html>>> decision_words(const Visit& visit,
                                                                 const std::string& what,
                                                                 const std::string& subject,
                                                                 base::Instant closed_at);

// A cadre whose words it was about.
struct Author {
    std::string user;  // id
    std::string name;
};
// One decision: about whom and what, whose words, what became of it and where it is looked at
// again, why, by whom, when.
struct DecidedRow {
    base::Instant at;
    Html whom, outcome;
    std::string reason, actor;
    Html kind = {};  // of record, as a link to it
    std::vector<Author> authors = {};
};
// Whoever wrote that change; each once. The health centre's own word has nobody to be found by.
Status add_author(const Visit& visit, std::int64_t device, std::int64_t n, DecidedRow& row);
// The latest first; `empty_text` where there is none.
Result<Html> decided_table(const Visit& visit, std::vector<DecidedRow> rows,
                           const std::string& empty_text);
// Of these kinds of the audit ("conflict_decided", ...).
Result<std::vector<DecidedRow>> decided_rows(const Visit& visit,
                                             const std::vector<std::string>& kinds);

// Of two that were joined: what the one that stays says where the other said something else, or
// where it took the other's answer: the names of these.
Html what_stands(const Visit& visit, const records::Record& kept, const records::Record& other,
                 const std::set<std::string>& taken);

}  // namespace console
