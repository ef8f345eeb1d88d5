// The changes that belong to one merge carry its id (SYNC 17): found again in the log when it is
// taken back.
#pragma once

#include "sync-server/accept/joining/joining.h"
#include "sync-server/accept/writers.h"
#include "sync-server/store/records.h"

#include <optional>
#include <string>
#include <vector>

namespace joining {

inline constexpr const char* kMergeLog = "merge_log";

Status write_tagged(accept::Session& session, const records::Record& record,
                    const base::Fields& set, std::string_view reason, const std::string& merge);

// Now, as a form writes it.
std::string moment(const accept::Session& session);

// What the merge changed of a record: the values from before, and who wrote them as it stands now.
struct Tagged {
    std::int64_t device = 0;
    std::int64_t n = 0;
    base::Fields set;
    base::Fields before;  // null where there was nothing
};
// Nothing: it wrote none, or a restored server has forgotten it.
Result<std::optional<Tagged>> tagged_change(db::Connection& connection, std::string_view record,
                                            const std::string& merge);

// For each field that the merge wrote, whether it goes back: groups go together, and only if the
// merge is the last to have written all of it.
std::vector<Reverting> revertings(const forms::Form& form, const server_store::StoredRecord& stored,
                                  const Tagged& tagged);

}  // namespace joining
