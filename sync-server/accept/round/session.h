// One sync request being worked on: whose it is, and what it has drawn so far. Lives within one
// transaction.
#pragma once

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/db/connection.h"
#include "shared/forms/form_set.h"
#include "shared/protocol/outcome.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/people/people.h"
#include "sync-server/store/records/partings.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace accept {

using base::Result;
using base::Status;

struct Session {
    db::Connection& connection;
    const forms::FormSet& forms;
    base::Random& random;
    base::Instant now;
    base::Date today;  // in the health centre's zone
    std::int64_t epoch = 1;
    server_store::Device device;
    server_store::User user;
    std::set<std::string> units;  // the scope
    bool is_revoked = false;      // what it still brings goes into quarantine; it gets nothing
    std::int64_t clock_offset_ms = 0;

    // Records that stand exactly as the device predicts after its own changes: record -> revision.
    std::map<std::string, records::Revision> predicted;
    // What this request wrote into each unit's feed. Within one transaction nobody else draws from
    // it, so the sequence numbers from `first_seq` on are all ours.
    struct Written {
        std::int64_t first_seq = 0;
        std::set<std::string> records;
    };
    std::map<std::string, Written> written = {};
    std::optional<bool> has_quarantined = {};  // this device; not asked yet: nullopt
    std::optional<bool> has_erased = {};       // the health centre, any record
    std::optional<bool> has_moves = {};        // the same
    std::optional<bool> has_outside = {};      // went to another health centre; the same
    // How far the device has read each unit's feed, and the joinings taken back beyond that.
    std::map<std::string, std::int64_t> cursors = {};
    std::optional<std::vector<server_store::Parting>> unread_partings = {};
    // What the device sends again after a restore: n -> the revision it had led to (SYNC 22).
    std::map<std::int64_t, records::Revision> was = {};
};

// Sends an outcome out again that changed after its first answer; to this session's device or to
// another's feed.
Status announce(Session& session, std::int64_t device, std::int64_t n,
                const protocol::Outcome& outcome);

}  // namespace accept
