// `kawan-server duplicates ...`: records that may be one.
#pragma once

#include "shared/base/result.h"

#include <cstdint>
#include <string>

namespace server_app {

using base::Status;

struct DuplicatesOptions {
    std::string data;
    bool json = false;
    std::string records, map, out;  // files of evaluate
    double threshold = 0;
};
// Any table; no data folder.
Status duplicates_evaluate(const DuplicatesOptions& options);

}  // namespace server_app
