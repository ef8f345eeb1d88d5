// Random weeks on all cores until the time is over, or the one week of a seed.
#include "tests/simulation/weeks/running.h"

#include <unistd.h>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

using namespace simulation;
using std::chrono::steady_clock;

std::uint64_t option(int count, char** words, const char* name, std::uint64_t otherwise) {
    for (int i = 1; i + 1 < count; ++i) {
        if (std::strcmp(words[i], name) == 0) return std::strtoull(words[i + 1], nullptr, 10);
    }
    return otherwise;
}

int report(const Run& run) {
    std::printf("%s%lld weeks\n", table(run.hits).c_str(), static_cast<long long>(run.weeks));
    if (run.failed_seed == 0) return 0;
    std::printf("FAILED: %s\nagain: tools/soak --seed %llu\n", run.violation.c_str(),
                static_cast<unsigned long long>(run.failed_seed));
    return 1;
}

}  // namespace

int main(int count, char** words) {
    const std::uint64_t seed = option(count, words, "--seed", 0);
    if (seed != 0) return report(run_weeks({seed, 1, 1}, [] { return true; }));
    const std::uint64_t minutes = option(count, words, "--minutes", 0);
    if (minutes == 0) {
        std::fprintf(stderr, "usage: kawan-soak --minutes N [--first SEED] | --seed SEED\n");
        return 2;
    }
    const std::uint64_t first = option(count, words, "--first", 1'000'000);
    const auto end = steady_clock::now() + std::chrono::minutes(minutes);
    const long cores = std::clamp<long>(::sysconf(_SC_NPROCESSORS_ONLN), 1, 256);
    const Run run =
        run_weeks({first, 0, static_cast<int>(cores)}, [end] { return steady_clock::now() < end; });
    std::printf("from seed %llu on %ld cores in %llu min\n", static_cast<unsigned long long>(first),
                cores, static_cast<unsigned long long>(minutes));
    return report(run);
}
