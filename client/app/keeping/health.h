// How the store and its laptop are, for the settings page.
#pragma once

#include "client/app/keeping/disk_room.h"
#include "client/app/keeping/keeping.h"
#include "client/store/last_kept.h"

#include <cstdint>
#include <optional>
#include <string>

namespace client_app {

struct IntegrityCheck {
    base::Instant at;
    bool is_whole = true;
};

struct StoreHealth {
    std::int64_t records = 0;
    std::int64_t waiting = 0;  // changes that the health centre does not have yet
    std::int64_t drafts = 0;
    std::int64_t file_bytes = 0;  // the database and its log
    DiskRoom room;
    std::optional<IntegrityCheck> last_check;
    std::optional<base::Instant> last_sync_at;
    std::int64_t clock_offset_ms = 0;  // this laptop's clock minus the server's, at the last sync
    CopyState copy;
    std::optional<store::Lost> lost;  // saved once, and not here any more
};
// What a command says of it, with the way back.
std::string sentence_of(const store::Lost& lost);
// Cheap: counts and file sizes.
Result<StoreHealth> store_health(store::Store& store, const StoreFile& file);

// Reads the whole file (seconds for a large one): for the back room. What it found is remembered.
Result<IntegrityCheck> check_store(store::Store& store, base::Instant now);

}  // namespace client_app
