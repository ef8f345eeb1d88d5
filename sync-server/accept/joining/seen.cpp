#include "sync-server/accept/joining/seen.h"

#include "sync-server/accept/change/outside.h"
#include "sync-server/accept/change/waiting.h"
#include "sync-server/accept/desk/deciding.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/records/records.h"

#include <set>
#include <utility>

namespace joining {

using base::Done;
using base::Error;
using base::ErrorCode;

Status check_reason(const std::string& reason) {
    if (reason.empty()) return Error{ErrorCode::Usage, "this needs a reason"};
    return accept::check_desk_text({}, reason);
}

Status check_seen(db::Connection& connection, const Seen& seen) {
    for (const auto& [id, revision] : seen) {
        TRY_LET(stored, server_store::find_record(connection, id));
        const records::Revision now = stored ? stored->record.revision : records::Revision{};
        if (now == revision) continue;
        return Error{ErrorCode::Refused, accept::kChangedSince};
    }
    return Done{};
}

namespace {

using Waiting = std::set<std::pair<std::int64_t, std::string>>;  // device, record

// New records about somebody who had gone wait under ids of their own: all of these are looked at.
Result<Waiting> waiting_for(accept::Session& session, const std::vector<records::Record>& about) {
    std::set<std::string> ids;
    for (const records::Record& each : about) ids.insert(each.id.text());
    TRY_LET(open, server_store::open_quarantine(session.connection));
    Waiting waiting;
    for (const server_store::Quarantined& each : open) {
        const bool had_gone = each.code == accept::kMovedOut;
        if (had_gone || ids.count(each.record) != 0) waiting.emplace(each.device, each.record);
    }
    return waiting;
}

}  // namespace

Status release_waiting(accept::Session& session, const std::vector<records::Record>& about) {
    TRY_LET(waiting, waiting_for(session, about));
    for (bool has_fallen = true; has_fallen;) {  // one may wait for another
        for (const auto& each : waiting) {
            TRY_LET(device, server_store::find_device_by_no(session.connection, each.first));
            if (device) TRY(accept::release_what_passes(session, *device, each.second));
        }
        TRY_LET(left, waiting_for(session, about));
        has_fallen = left.size() < waiting.size();
        waiting = std::move(left);
    }
    return Done{};
}

}  // namespace joining
