// The simulator proves itself: each planted fault is found by the random weeks, within the seeds
// that the weeks' own test runs.
//
// KAWAN_FAULT=NAME tries one.
#include "tests/simulation/planted/planted.h"
#include "tests/simulation/weeks/running.h"

#include <doctest/doctest.h>
#include <unistd.h>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

using namespace simulation;

namespace {

constexpr std::uint64_t kSeeds = 300;

std::vector<std::string> faults() {
    std::vector<std::string> names;
    const std::string folder = std::string(KAWAN_SOURCE_DIR) + "/tests/simulation/planted";
    for (const auto& each : std::filesystem::directory_iterator(folder)) {
        if (each.path().extension() == ".fault") names.push_back(each.path().stem().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

TEST_CASE("each planted fault is found within the seeds that the random weeks run") {
    const char* only = std::getenv("KAWAN_FAULT");
    const auto names = faults();
    CHECK(names.size() >= 10);
    for (const std::string& name : names) {
        if (only != nullptr && name != only) continue;
        CAPTURE(name);
        const Run run = run_until_bad({1, kSeeds, 2}, [&name] { planted::awake() = name; });
        CHECK_MESSAGE(run.failed_seed != 0, "no week has found it");
        std::printf("%-34s seed %3llu: %s\n", name.c_str(),
                    static_cast<unsigned long long>(run.failed_seed), run.violation.c_str());
        std::fflush(stdout);
    }
}
