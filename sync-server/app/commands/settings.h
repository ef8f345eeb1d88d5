// How the health centre counts where a form leaves it to the district: shown, and chosen.
#pragma once

#include "shared/base/result.h"

#include <string>
#include <vector>

namespace server_app {

struct SettingsOptions {
    std::string data;
    std::vector<std::string> set;  // "f1_row1=clockA"
    bool json = false;
};
base::Status settings(const SettingsOptions& options);

}  // namespace server_app
