// The whole tree against the rules of the house.
#pragma once

#include "tools/tidy/inspect.h"

#include <cstddef>
#include <string>
#include <vector>

namespace tidy {

struct Tour {
    std::size_t files = 0;
    std::vector<Finding> findings;  // in order of their paths
};

// Every text file below `root`, build folders and hidden ones apart (.ci is looked at), and whether
// each room has its README.
Tour walk(const House& house, const std::string& root);

}  // namespace tidy
