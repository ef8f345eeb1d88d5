// Laptops on good lines beside a hundred that upload 1 kB in a second: what is left of their rate.
#include "tools/figures/centre.h"
#include "tools/figures/figure.h"
#include "tools/figures/laptop.h"
#include "tools/figures/many_lines.h"
#include "tools/figures/measuring.h"
#include "tools/figures/visits.h"

#include <thread>

namespace figures {

namespace {

constexpr int kSlow = 100;
constexpr int kSlowBytesPerSecond = 1000;
constexpr int kFast = 4;
constexpr std::int64_t kVisitsEach = 2'000;
constexpr int kRuns = 3;  // of each, in turns: the first of all finds a cold machine

std::string unit_of(int number) {
    return "P" + std::to_string(100 + number);
}

// Records in a second of `kFast` new laptops that send all at once.
double fast_rate(Centre& centre, const std::string& folder, int first, std::int64_t each) {
    std::vector<std::unique_ptr<Laptop>> laptops;
    for (int i = first; i < first + kFast; ++i) {
        const auto enrolled = centre.enrol("Bu " + unit_of(i), {unit_of(i)});
        laptops.push_back(
            std::make_unique<Laptop>(folder + "/" + unit_of(i) + ".db", enrolled, centre.url()));
        laptops.back()->save(make_visits({static_cast<std::uint64_t>(i + 1), each, unit_of(i)}));
    }
    std::vector<std::thread> threads;
    const Stopwatch watch;
    for (auto& laptop : laptops) threads.emplace_back([&laptop] { laptop->sync(); });
    for (std::thread& thread : threads) thread.join();
    return static_cast<double>(kFast * each) / watch.seconds();
}

std::vector<Figure> measure(const Options& options) {
    const std::int64_t each = options.n.value_or(kVisitsEach);
    std::vector<std::string> units;
    for (int i = 0; i < 2 * kRuns * kFast; ++i) units.push_back(unit_of(i));
    Centre centre(options.scratch, units);
    std::vector<double> beside, alone;
    for (int run = 0; run < kRuns; ++run) {
        {
            ManyLines slow(centre.port(), kSlow);
            if (slow.count() < kSlow) give_up("not enough connections can be opened");
            slow.upload(kSlowBytesPerSecond);
            beside.push_back(fast_rate(centre, options.scratch, 2 * run * kFast, each));
        }
        alone.push_back(fast_rate(centre, options.scratch, (2 * run + 1) * kFast, each));
    }
    return {{"slow_uploads", "records/s", median(beside), median(alone), kFast * each}};
}

}  // namespace

Measurement slow_uploads() {
    return {{"slow_uploads"}, measure};
}

}  // namespace figures
