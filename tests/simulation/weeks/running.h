// Weeks one after the other in processes of their own, so that one that stops on a check of the
// program's is a week that failed, and says its seed like the others.
#pragma once

#include "tests/simulation/weeks/rules.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace simulation {

struct Run {
    std::int64_t weeks = 0;
    std::map<std::string, int> happened;
    RuleHits hits;
    std::uint64_t failed_seed = 0;  // of the first bad week; 0: none
    std::string violation;
};

struct Seeds {
    std::uint64_t first = 1;
    std::uint64_t count = 0;  // 0: until `goes_on` says no
    int processes = 1;        // each takes every so many-th seed
};

// All stop at the first bad week of one.
Run run_weeks(const Seeds& seeds, const std::function<bool()>& goes_on);

// Until some process has had a bad week. `begin` runs in each before its first.
Run run_until_bad(const Seeds& seeds, const std::function<void()>& begin);

}  // namespace simulation
