// `kawan-server duplicates ...`: records that may be one.
#pragma once

#include "shared/base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace server_app {

using base::Status;

struct DuplicatesOptions {
    std::string data;
    bool json = false;
    std::string records, map, out;  // files of evaluate
    double threshold = 0;
    std::string state = "open", language = "id";  // of list
    std::vector<std::string> units;
    std::int64_t limit = 0;    // 0: all
    std::string a, b, reason;  // of dismiss
};
// Pairs that wait for a coordinator, best first, with the reasons in words. Compares what is new
// before.
Status duplicates_list(const DuplicatesOptions& options);
// The whole centre anew.
Status duplicates_scan(const DuplicatesOptions& options);
// Leaves the scan that waits or runs, in whichever program it does.
Status duplicates_stop(const DuplicatesOptions& options);
// They are two; stays so until one of them changes.
Status duplicates_dismiss(const DuplicatesOptions& options);
// Any table; no data folder.
Status duplicates_evaluate(const DuplicatesOptions& options);

}  // namespace server_app
