// Pairs of records that may be one: their list, and what was decided of them.
#pragma once

#include "sync-server/accept/desk/desk.h"
#include "sync-server/console/pages/decided.h"
#include "sync-server/console/pages/work_list.h"
#include "sync-server/merge/candidates.h"
#include "sync-server/store/duplicates/candidates.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace console {

accept::Desk reading_desk(const Visit& visit);  // for what only looks
merge::Language reason_language();
std::string address_of_pair(std::string_view a, std::string_view b);
// Why they may be one, a line each; what speaks against it, too.
html::Html reasons_of(const merge::Candidate& candidate);

WorkList pairs_to_decide();
// Absent: the pair does not wait for a decision.
Result<std::optional<server_store::CandidateRow>> open_pair(db::Connection& connection,
                                                            const std::string& one,
                                                            const std::string& other);
// The latest that were joined or told apart, with the way back.
Result<std::vector<DecidedRow>> pairs_decided(const Visit& visit);

}  // namespace console
