// The folder that backups are put into: their names, and which of them go when a new one stands.
#pragma once

#include "sync-server/backup/backup_file.h"
#include "sync-server/store/keeping/backups.h"

#include <string>
#include <vector>

namespace backup {

// Refused if it is not there (a stick that is not plugged in is not made up), or is the data
// folder.
Status check_shelf(const std::string& folder, const std::string& data);
// A name that nothing has yet, told by the time: kawan-20261121-103000.kbk.
std::string new_name(const std::string& folder, base::Instant now);
std::string time_name(base::Instant now);  // 20261121-103000, UTC
// What a killed backup was writing.
std::string unfinished_name(const std::string& file);
void remove_unfinished(const std::string& folder);

struct Shelved {
    std::string file;
    Label label;
};
// The backups in the folder whose label can be read.
std::vector<Shelved> backups_in(const std::string& folder);

// Backups on offer that are gone although their folder is there are offered no more; one whose
// folder is away (a stick) counts as before.
Status forget_missing(db::Connection& connection, base::Instant now);

// Keeps the newest `keep` verified ones of the folder. Older files of the same key go, also those
// that nobody has written down: what is safe on the laptops must be in all that can be restored.
Result<std::size_t> rotate(db::Connection& connection, const std::string& folder,
                           const std::string& key, std::size_t keep, base::Instant now);

}  // namespace backup
