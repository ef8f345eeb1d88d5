// Fifty laptops come into the network at once, each with its own posyandu and 200 visits.
#include "tools/figures/centre.h"
#include "tools/figures/figure.h"
#include "tools/figures/floor.h"
#include "tools/figures/laptop.h"
#include "tools/figures/measuring.h"
#include "tools/figures/visits.h"

#include <thread>

namespace figures {

namespace {

constexpr std::int64_t kDevices = 50;
constexpr std::int64_t kVisitsEach = 200;

std::string unit_of(std::int64_t device) {
    return "P" + std::to_string(100 + device);
}

// Runs `work(i)` on a thread of its own for every device; seconds until all are done.
template <typename Work>
double at_once(std::int64_t devices, Work work) {
    std::vector<std::thread> threads;
    const Stopwatch watch;
    for (std::int64_t i = 0; i < devices; ++i) threads.emplace_back([=] { work(i); });
    for (std::thread& each : threads) each.join();
    return watch.seconds();
}

struct Outcome {
    double seconds = 0;
    double p99_ms = 0;
};

Outcome measure_ours(const std::string& folder,
                     const std::vector<std::vector<records::Record>>& visits,
                     std::vector<std::int64_t>& batches) {
    std::vector<std::string> units;
    for (std::size_t i = 0; i < visits.size(); ++i) {
        units.push_back(unit_of(static_cast<std::int64_t>(i)));
    }
    Centre centre(folder, units);
    std::vector<std::unique_ptr<Laptop>> laptops;
    for (std::size_t i = 0; i < visits.size(); ++i) {
        const auto enrolled = centre.enrol("Bu " + units[i], {units[i]});
        laptops.push_back(
            std::make_unique<Laptop>(folder + "/" + units[i] + ".db", enrolled, centre.url()));
        laptops.back()->save(visits[i]);
    }
    Outcome outcome;
    outcome.seconds = at_once(static_cast<std::int64_t>(laptops.size()), [&](std::int64_t i) {
        laptops[static_cast<std::size_t>(i)]->sync(i == 0 ? &batches : nullptr);
    });
    std::vector<double> times;
    for (const auto& laptop : laptops) {
        for (const Exchange& each : laptop->exchanges()) times.push_back(each.ms);
    }
    outcome.p99_ms = quantile(times, 0.99);
    return outcome;
}

Outcome measure_floor(const std::string& folder,
                      const std::vector<std::vector<records::Record>>& visits,
                      const std::vector<std::int64_t>& batches) {
    FloorServer floor(folder + "/floor.db");
    std::vector<std::vector<std::string>> bodies;
    for (const auto& each : visits) bodies.push_back(floor_bodies(change_lines(each), batches));
    std::vector<std::vector<double>> times(visits.size());
    Outcome outcome;
    outcome.seconds = at_once(static_cast<std::int64_t>(visits.size()), [&](std::int64_t i) {
        const auto at = static_cast<std::size_t>(i);
        floor_push(floor.url(), bodies[at], &times[at]);
    });
    std::vector<double> all;
    for (const auto& each : times) all.insert(all.end(), each.begin(), each.end());
    outcome.p99_ms = quantile(all, 0.99);
    return outcome;
}

std::vector<Figure> measure(const Options& options) {
    const std::int64_t each = options.n.value_or(kVisitsEach);
    std::vector<std::vector<records::Record>> visits;
    for (std::int64_t i = 0; i < kDevices; ++i) {
        visits.push_back(make_visits({static_cast<std::uint64_t>(i + 1), each, unit_of(i)}));
    }
    std::vector<std::int64_t> batches;
    const Outcome ours = measure_ours(options.scratch, visits, batches);
    const Outcome floor = measure_floor(options.scratch, visits, batches);
    const auto all = static_cast<double>(kDevices * each);
    return {
        {"push_50_devices", "records/s", all / ours.seconds, all / floor.seconds, kDevices * each},
        {"push_50_devices_p99", "ms", ours.p99_ms, floor.p99_ms, kDevices * each}};
}

}  // namespace

Measurement many_devices() {
    return {{"push_50_devices", "push_50_devices_p99"}, measure};
}

}  // namespace figures
