#include "sync-server/accept/staff/laptops.h"

#include "sync-server/store/keeping/audit.h"

namespace staff {

using base::Error;
using base::ErrorCode;

Result<Device> laptop(db::Connection& connection, const std::string& id) {
    TRY_LET(device, server_store::find_device(connection, id));
    if (!device || device->id.text() == server_store::kConsoleDevice) {
        return Error{ErrorCode::NotFound, "no laptop with that id is enrolled here"};
    }
    return *device;
}

Result<Device> revoke_laptop(const Desk& desk, const std::string& id, std::string_view actor,
                             const std::string& reason) {
    if (reason.empty()) return Error{ErrorCode::Usage, "a revocation needs a reason"};
    TRY(accept::check_desk_text({}, reason));
    TRY_LET(device, laptop(desk.connection, id));
    if (device.is_revoked) return Error{ErrorCode::Refused, "this laptop is revoked already"};
    const base::Instant now = desk.clock.now();
    TRY(server_store::revoke(desk.connection, device.no, now));
    TRY(server_store::audit(desk.connection,
                            {now, std::string(actor), "device_revoke", device.id.text(), reason}));
    device.is_revoked = true;
    return device;
}

}  // namespace staff
