// One laptop sends everything to a fresh server; a second, fresh one receives it.
#include "tools/figures/centre.h"
#include "tools/figures/figure.h"
#include "tools/figures/floor.h"
#include "tools/figures/laptop.h"
#include "tools/figures/measuring.h"
#include "tools/figures/visits.h"

namespace figures {

namespace {

constexpr std::int64_t kVisits = 10'000;
constexpr const char* kUnit = "P01";

std::vector<Figure> measure(const Options& options) {
    const std::int64_t n = options.n.value_or(kVisits);
    const auto visits = make_visits({1, n, kUnit});
    const auto rate = [n](const Stopwatch& watch) {
        return static_cast<double>(n) / watch.seconds();
    };

    Centre centre(options.scratch, {kUnit});
    std::vector<std::int64_t> batches;
    double push = 0;
    {
        Laptop first(options.scratch + "/first.db", centre.enrol("Bu Satu", {kUnit}), centre.url());
        first.save(visits);
        const Stopwatch watch;
        const auto total = first.sync(&batches);
        push = rate(watch);
        if (total.sent != n) give_up("not every visit was sent");
    }
    Laptop second(options.scratch + "/second.db", centre.enrol("Bu Dua", {kUnit}), centre.url());
    const Stopwatch pull_watch;
    const auto received = second.sync().received;
    const double pull = rate(pull_watch);
    if (received != n) give_up("not every visit was received");

    FloorServer floor(options.scratch + "/floor.db");
    const auto bodies = floor_bodies(change_lines(visits), batches);
    const Stopwatch floor_push_watch;
    floor_push(floor.url(), bodies);
    const double floor_push_rate = rate(floor_push_watch);
    const Stopwatch floor_pull_watch;
    floor_pull(floor.url(), options.scratch + "/floor-second.db");
    return {{"push", "records/s", push, floor_push_rate, n},
            {"pull", "records/s", pull, rate(floor_pull_watch), n}};
}

}  // namespace

Measurement push_and_pull() {
    return {{"push", "pull"}, measure};
}

}  // namespace figures
