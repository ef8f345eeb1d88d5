#include "sync-server/store/keeping/holdings.h"

#include "shared/base/json.h"
#include "sync-server/store/meta.h"

namespace server_store {

using base::Done;
using base::Status;

namespace {

Status add_records(db::Connection& connection, Holdings& holdings) {
    TRY_LET(rows, connection.prepare("SELECT unit, id, epoch, counter, fields FROM record"));
    for (;;) {
        TRY_LET(has_row, rows.step());
        if (!has_row) return Done{};
        const records::Revision revision{rows.number(2), rows.number(3)};
        holdings.units[rows.text(0)].add(records::row_hash(rows.text(1), revision, rows.text(4)));
    }
}

Status add_devices(db::Connection& connection, Holdings& holdings) {
    TRY_LET(rows, connection.prepare("SELECT id, acknowledged, head FROM device"));
    for (;;) {
        TRY_LET(has_row, rows.step());
        if (!has_row) return Done{};
        holdings.devices[rows.text(0)] = {rows.number(1), rows.text(2)};
    }
}

}  // namespace

std::int64_t Holdings::records() const {
    std::int64_t count = 0;
    for (const auto& [unit, agreement] : units) count += agreement.count;
    return count;
}

Result<Holdings> holdings_of(db::Connection& connection) {
    Holdings holdings;
    TRY(add_records(connection, holdings));
    TRY(add_devices(connection, holdings));
    TRY_LET(changes, connection.number("SELECT count(*) FROM change"));
    TRY_LET(users, connection.number("SELECT count(*) FROM user"));
    TRY_LET(epoch, meta(connection, kEpoch));
    TRY_LET(centre, meta(connection, kCentre));
    holdings.changes = changes;
    holdings.users = users;
    holdings.epoch = base::json::integer_of(epoch).value_or(0);
    holdings.centre = centre;
    return holdings;
}

}  // namespace server_store
