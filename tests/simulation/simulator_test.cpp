// Random weeks of a health centre: nothing that was called saved is lost or taken twice, and all
// sides hold the same, whatever the network, the power, the disks and the clocks did.
//
// KAWAN_SEEDS=N runs more; KAWAN_SEED=N runs one, as a failure names it.
#include "tests/simulation/weeks/running.h"

#include <doctest/doctest.h>
#include <unistd.h>
#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace simulation;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr std::uint64_t kSeeds = 80;  // five times slower; the seeds are the same
#else
constexpr std::uint64_t kSeeds = 300;
#endif

std::uint64_t number_from(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

int cores() {
    return static_cast<int>(std::clamp<long>(::sysconf(_SC_NPROCESSORS_ONLN), 1, 16));
}

// The weeks must have been hard, or they prove nothing.
const std::vector<std::string> kHardships = {"edit",
                                             "saved",
                                             "not saved",
                                             "bad answer",
                                             "sync cut off",
                                             "laptop lost power",
                                             "server lost power",
                                             "disk full",
                                             "clock jumped",
                                             "copy put back",
                                             "conflict",
                                             "quarantined",
                                             "bundle taken",
                                             "bundle late",
                                             "reply read",
                                             "confirmed by stick",
                                             "server backed up",
                                             "server restored",
                                             "laptop stolen",
                                             "laptop revoked",
                                             "told to erase",
                                             "one more posyandu",
                                             "posyandu taken",
                                             "family moved",
                                             "person moved",
                                             "joined",
                                             "undone",
                                             "undone past a later edit",
                                             "erased",
                                             "old client",
                                             "field of a newer form",
                                             "type of a newer form",
                                             "decided at the laptop",
                                             "decided at the centre",
                                             "mended",
                                             "rejected",
                                             "report read"};

}  // namespace

TEST_CASE("random weeks: nothing saved is lost, nothing is taken twice, all sides agree") {
    const std::uint64_t one = number_from("KAWAN_SEED", 0);
    const Seeds seeds =
        one != 0 ? Seeds{one, 1, 1} : Seeds{1, number_from("KAWAN_SEEDS", kSeeds), cores()};
    Run run = run_weeks(seeds, [] { return true; });
    CAPTURE(run.violation);
    INFO("KAWAN_SEED=" << run.failed_seed << " runs the bad week again");
    CHECK(run.failed_seed == 0);
    if (one != 0 || run.failed_seed != 0) return;
    std::printf("%s", table(run.hits).c_str());
    CHECK(missed(run.hits) == "");
    for (const std::string& what : kHardships) {
        CAPTURE(what);
        CHECK(run.happened[what] > 0);
    }
}
