// The outbox as the screens show it: the counts, what needs an eye, the receipts.
#pragma once

#include "client/screens/ports/sync.h"
#include "client/store/status.h"

#include <vector>

namespace client_app {

// The rows have no family names yet: those are the window's. For any thread that has a
// connection.
struct OutboxNow {
    store::SyncStatus status;
    std::vector<screens::ReceiptRow> receipts;
    std::vector<screens::TroubledRow> troubled;
};
base::Result<OutboxNow> outbox_now(store::Store& store);

}  // namespace client_app
