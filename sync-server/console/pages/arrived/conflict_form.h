// The form of one open conflict: both answers with who wrote them, another one in her own words,
// and what is asked again where it is not clear which of them she means.
#pragma once

#include "sync-server/accept/desk/deciding.h"
#include "sync-server/console/parts.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/records/records.h"

#include <optional>
#include <string>

namespace console {

struct Conflict {
    server_store::Contender contender;
    server_store::StoredRecord standing;
    base::Fields mine;
};
// The labels of its questions.
std::string words_of_fields(const Visit& visit, const Conflict& conflict);

// Why the page comes back. Where she wrote another answer beside the one that she marked, nothing
// is marked: she says which of them she means.
struct Again {
    std::string problem = {};
    bool asks_which = false;
};
Result<Html> decision_form(const Visit& visit, const Conflict& conflict, const Again& again);

// What was written as another answer: what differs from what stands.
base::Fields written_besides(const Visit& visit, const Conflict& conflict);
// It says what came later.
bool is_what_came(const Conflict& conflict, const base::Fields& third);
// What the page asks before anything is decided; nothing to ask: no problem.
Again asked_again(const Visit& visit, const Conflict& conflict,
                  const std::optional<accept::Choice>& marked, const base::Fields& third);

}  // namespace console
