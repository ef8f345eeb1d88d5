// The slip that a new user gets: address, code as text and as a QR code, until when it counts.
// Shown once, since nobody keeps the code; prints on A5.
#pragma once

#include "sync-server/accept/staff/users.h"
#include "sync-server/console/page.h"

namespace console {

Reply slip_page(const Visit& visit, const server_store::User& user, const staff::Slip& slip);

}  // namespace console
