#include "sync-server/backup/erased_list.h"

#include "shared/base/file.h"
#include "shared/base/id.h"
#include "shared/base/text.h"
#include "sync-server/backup/data_folder.h"

#include <algorithm>
#include <sstream>

namespace backup {

using base::Result;
using base::Status;

Result<std::vector<std::string>> read_erased_list(const std::string& data) {
    std::vector<std::string> ids;
    if (!base::file_exists(erased_path(data))) return ids;
    TRY_LET(text, base::read_file(erased_path(data)));
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        while (line.ends_with('\r') || line.ends_with(' ')) line.pop_back();
        if (base::is_uuid(line)) ids.push_back(line);
    }
    return ids;
}

Status add_to_erased_list(const std::string& data, const std::vector<std::string>& ids) {
    TRY_LET(all, read_erased_list(data));
    for (const std::string& id : ids) {
        if (std::find(all.begin(), all.end(), id) == all.end()) all.push_back(id);
    }
    return base::replace_file(erased_path(data), base::joined(all, "\n") + "\n");
}

}  // namespace backup
