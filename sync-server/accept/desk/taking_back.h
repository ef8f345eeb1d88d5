// Taking back what was decided of a conflict or a waiting change (SYNC 8-12).
//
// Nothing is rewritten in the past: what the decision wrote goes back by a new change of the desk,
// what somebody wrote since stays, and the decision, its taking back and who did either stand in
// the log and the audit. The conflict is open again with both values; the refused change waits
// again. Each function that writes is one transaction.
#pragma once

#include "sync-server/accept/desk/deciding.h"
#include "sync-server/accept/desk/reverting.h"
#include "sync-server/accept/desk/whose_word.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/records/records.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace accept {

// One answer that was decided about.
struct DecidedAnswer {
    std::string field;
    std::string stood, came, decided, now;  // JSON; "null" for none
    bool is_written_since = false;          // so it stays when the decision is taken back
};
struct DecidedConflict {
    server_store::Contender contender;
    server_store::StoredRecord standing;
    server_store::LoggedChange decision;
    Choice choice = Choice::Standing;
    std::vector<DecidedAnswer> answers;
    Word stood = {};  // whose word what stood there was
};
// Nothing: it is open, or by whose change it was closed is not known (erased, or nobody's).
Result<std::optional<DecidedConflict>> decided_conflict(db::Connection& connection,
                                                        const forms::FormSet& forms,
                                                        const server_store::Contender& contender);

// All that its decision closed is open again, and what it wrote goes back. Refused, with the
// reason: somebody changed what she saw (`by`), there is nothing left to decide, or the record
// could not stand as it was before. NotFound: no such decision.
base::Status reopen_conflict(const Desk& desk, std::string_view conflict, std::string_view reason,
                             const By& by = {});

// A refused change waits again for what it waited for; its author hears so. What was taken since
// stays. NotFound, or Refused as above.
base::Status reopen_quarantined(const Desk& desk, std::int64_t device, std::int64_t n,
                                std::string_view reason, const By& by = {});

}  // namespace accept
