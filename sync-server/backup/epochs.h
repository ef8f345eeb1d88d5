// An epoch is begun once (SYNC 22): which were is known beside the database too, in the data folder
// and beside the backups, since restoring an old database forgets what came after it.
#pragma once

#include "shared/base/result.h"

#include <cstdint>
#include <string>

namespace backup {

using base::Result;
using base::Status;

// The highest that was begun in this folder, as the file beside its database says; 0: there is
// none.
Result<std::int64_t> begun_epoch(const std::string& data);
// Never lower than what stands there.
Status keep_epoch(const std::string& data, std::int64_t epoch);
// The highest that the data folder (its present database too, if it can be read), the folder of
// the backup and the backups of the same key in it tell of.
std::int64_t highest_known_epoch(const std::string& data, const std::string& backup_file,
                                 const std::string& key);
// Beside the backup as well: the same file may be restored into another folder.
Status keep_epoch_beside(const std::string& backup_file, std::int64_t epoch);

}  // namespace backup
