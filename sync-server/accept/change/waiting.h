// What waits in quarantine for one record of one device: why it cannot stand, and its release when
// it can (SYNC 12).
#pragma once

#include "shared/records/change.h"
#include "sync-server/accept/change/scope.h"
#include "sync-server/accept/round/session.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/records/records.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace accept {

// Why a change cannot stand, in the words that go back to the cadre.
struct Obstacle {
    std::string code;
    std::string field;
    std::string reason;
};

struct Waiting {
    std::int64_t n;
    std::int64_t incarnation;  // the life of its device in which it was made
    records::Change change;
};

// Nothing: its line cannot be read.
Result<std::optional<Waiting>> decoded(Session& session, const server_store::Quarantined& item);

// In order of n; what does not decode is left out, and can only be rejected.
Result<std::vector<Waiting>> waiting_of(Session& session, std::int64_t device,
                                        const std::string& record);

// The first change of a type unknown here, or of another type than the record or the others have.
std::optional<Obstacle> type_obstacle(const Session& session, const std::vector<Waiting>& waiting,
                                      const std::optional<server_store::StoredRecord>& standing);

// Why all of them together cannot stand.
Result<std::optional<Obstacle>> obstacle_of(
    Session& session, const Author& author, const std::vector<Waiting>& waiting,
    const std::optional<server_store::StoredRecord>& standing);

// Each gets its own merge and its own new outcome, in order.
Status release(Session& session, const server_store::Device& device,
               const std::vector<Waiting>& waiting, std::string_view decision);

// Releases what this device has waiting for the record if it can stand now. Not what a revoked one
// has: somebody looks at it first.
Status release_what_passes(Session& session, const server_store::Device& device,
                           const std::string& record);

}  // namespace accept
