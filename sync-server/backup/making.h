// Makes a backup of a health centre's database while its server runs, and proves it: what was
// written is unpacked again, checked, and compared with what was copied (SYNC 21).
#pragma once

#include "shared/base/clock.h"
#include "sync-server/backup/backup_file.h"
#include "sync-server/backup/data_folder.h"
#include "sync-server/backup/manifest.h"
#include "sync-server/store/keeping/backups.h"

#include <string>

namespace backup {

struct Order {
    std::string data;
    std::string folder;  // where backups go; must be there
    std::size_t keep = 14;
};

struct Made {
    server_store::Backup backup;
    server_store::Holdings held;
    std::size_t removed = 0;  // old ones
};

// Needs a key (recovery_code.h). Written down in the database, also when it failed; what failed is
// not left in the folder, and old ones stay.
Result<Made> make_backup(const Order& order, const base::Clock& clock,
                         const IsStopped& is_stopped = {});

// A backup unpacked into scratch, checked and compared with its manifest.
struct Unpacked {
    Label label;
    server_store::Holdings held;
    std::string database;  // the plain file, in scratch
    Settings settings;
};
Result<Unpacked> unpack(const std::string& file, const crypto::BoxKey& key, const Scratch& scratch);

}  // namespace backup
