// The changes that belong to one merge carry its id (SYNC 17): found again in the log when it is
// taken back.
#pragma once

#include "sync-server/accept/change/writers.h"
#include "sync-server/accept/joining/joining.h"
#include "sync-server/store/records/records.h"

#include <optional>
#include <string>
#include <vector>

namespace joining {

inline constexpr const char* kMergeLog = "merge_log";

Status write_tagged(accept::Session& session, const records::Record& record,
                    const base::Fields& set, std::string_view reason, const std::string& merge);

// Now, as a form writes it.
std::string moment(const accept::Session& session);

// What the merge changed of a record. Nothing: it wrote none, or a restored server has forgotten
// it.
Result<std::optional<accept::LoggedWord>> tagged_change(db::Connection& connection,
                                                        std::string_view record,
                                                        const std::string& merge);

}  // namespace joining
