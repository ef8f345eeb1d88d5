// Laptops that are shut out, and sending that is stopped for a while. Inside the caller's
// transaction.
#pragma once

#include "sync-server/accept/desk/desk.h"
#include "sync-server/store/people/devices.h"

#include <string>
#include <string_view>

namespace staff {

using accept::Desk;
using base::Result;
using base::Status;
using server_store::Device;

// NotFound: no laptop has that id (the console's own device is none).
Result<Device> laptop(db::Connection& connection, const std::string& id);
// It was lost, or is given away: it may send once more, then it erases itself (SYNC 24). Usage
// without a reason, Refused if it is revoked already.
Result<Device> revoke_laptop(const Desk& desk, const std::string& id, std::string_view actor,
                             const std::string& reason);

}  // namespace staff
