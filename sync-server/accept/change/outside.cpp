#include "sync-server/accept/change/outside.h"

#include "shared/records/change.h"
#include "sync-server/accept/change/relocating.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/records/crossings.h"
#include "sync-server/store/records/moves.h"
#include "sync-server/store/records/records.h"

namespace accept {

namespace {

constexpr int kDepthMax = 8;  // a step of a teaching of a visit of a family

Result<std::string> centre_of(Session& session, const std::string& record) {
    TRY_LET(crossing, server_store::last_way_out(session.connection, record));
    return crossing ? crossing->centre : std::string("puskesmas lain");
}

// What waits from that laptop for a record that does not stand.
Result<std::optional<records::Record>> waiting_as(Session& session, std::int64_t device,
                                                  const std::string& id) {
    TRY_LET(held, server_store::open_quarantine_of(session.connection, device, id));
    std::optional<records::Record> found;
    for (const server_store::Quarantined& each : held) {
        const auto change = records::parse_change(each.line);
        if (!change.ok() || each.code != kMovedOut) continue;
        const records::Change& made = change.value();
        if (!found) found = records::Record{made.record, made.type, made.unit, {}, {}};
        found->fields.apply(made.set);
    }
    return found;
}

}  // namespace

Result<bool> is_any_outside(Session& session) {
    if (!session.has_outside) {
        TRY_LET(has_any, server_store::has_outside(session.connection));
        session.has_outside = has_any;
    }
    return *session.has_outside;
}

Result<std::optional<std::string>> went_to(Session& session, std::int64_t device,
                                           const records::Record& record, bool is_standing) {
    using Centre = std::optional<std::string>;
    if (is_standing) {
        if (record.unit != server_store::kOutside) return Centre();
        TRY_LET(centre, centre_of(session, record.id.text()));
        return Centre(centre);
    }
    std::string anchor = anchor_of(record);
    for (int depth = 0; !anchor.empty() && depth < kDepthMax; ++depth) {
        TRY_LET(standing, server_store::find_record(session.connection, anchor));
        if (standing && standing->record.unit != server_store::kOutside) return Centre();
        if (standing) {
            TRY_LET(centre, centre_of(session, anchor));
            return Centre(centre);
        }
        TRY_LET(waiting, waiting_as(session, device, anchor));
        if (!waiting) return Centre();
        anchor = anchor_of(*waiting);
    }
    return Centre();
}

}  // namespace accept
