// The laptops that are enrolled here, and shutting one out (SYNC 24).
#include "sync-server/accept/change/scope.h"
#include "sync-server/accept/staff/laptops.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/app/commands/output.h"
#include "sync-server/backup/kept_lists.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/people/people.h"

#include <map>

namespace server_app {

using base::Done;
using base::Result;
using server_store::Device;

namespace {

const char* yes_or_no(bool is) {
    return is ? "yes" : "no";
}

bool is_console(const Device& device) {
    return device.id.text() == server_store::kConsoleDevice;
}

std::vector<std::string> row_of(const Device& device, const server_store::User& user,
                                const base::Zone& zone) {
    return {device.id.text(),
            user.name,
            device.name,
            device.last_seen_at ? base::to_date_time_text(*device.last_seen_at, zone) : "never",
            std::to_string(device.acknowledged),
            std::to_string(device.clock_offset_ms / 1000),
            device.app,
            yes_or_no(device.agreed),
            yes_or_no(accept::is_shut_out(device, user)),
            yes_or_no(device.is_told_to_erase)};
}

}  // namespace

Status device_list(const DeviceOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(users, server_store::users(centre->connection));
    std::map<std::string, server_store::User> by_id;
    for (const server_store::User& user : users) by_id[user.id.text()] = user;
    TRY_LET(devices, server_store::devices(centre->connection));
    Rows rows{{"device", "user", "laptop", "last_seen", "acknowledged", "clock_offset_s", "app",
               "agreed", "revoked", "told_to_erase"},
              {}};
    for (const Device& device : devices) {
        if (is_console(device)) continue;
        rows.rows.push_back(row_of(device, by_id[device.user.text()], centre->zone));
    }
    print(rows, options.json);
    return Done{};
}

Status device_revoke(const DeviceOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(transaction, db::Transaction::begin(centre->connection));
    const accept::Desk desk{centre->connection, centre->forms, centre->clock, centre->random};
    TRY_LET(device,
            staff::revoke_laptop(desk, options.device, server_store::kCommandLine, options.reason));
    TRY_LET(user, server_store::find_user(centre->connection, device.user));
    TRY(transaction.commit());
    backup::keep_lists(centre->connection, options.data);
    print_facts({{"device", device.id.text()},
                 {"user", user ? user->name : ""},
                 {"state", "revoked: it may send once more, then it erases itself"}},
                options.json);
    return Done{};
}

}  // namespace server_app
