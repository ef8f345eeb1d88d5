// The list of the lawfully erased (SYNC 23): ids, one a line, in a file outside the database and
// its backups. Whatever database is put in its place forgets them before it serves.
#pragma once

#include "shared/base/result.h"

#include <string>
#include <vector>

namespace backup {

// Empty if there is no list. Lines that are no ids do no harm.
base::Result<std::vector<std::string>> read_erased_list(const std::string& data);
// On the disk when this returns. Called with the database's write lock held.
base::Status add_to_erased_list(const std::string& data, const std::vector<std::string>& ids);

}  // namespace backup
