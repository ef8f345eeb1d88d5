// A round over a bad mobile link, once it is connected: 50 kbit/s, half a second each way, 2 % of
// the packets lost.
//
// The way is the tests' own proxy. A lost packet comes a way there and back later, and what is
// behind it waits. The connection's setting up is not in it: the proxy takes it on loopback. The
// baseline is the bare loop over the same way, with the same packets lost.
#include "tests/proxy/proxy.h"
#include "tools/figures/centre.h"
#include "tools/figures/figure.h"
#include "tools/figures/floor.h"
#include "tools/figures/laptop.h"
#include "tools/figures/measuring.h"
#include "tools/figures/visits.h"

namespace figures {

namespace {

constexpr std::int64_t kVisits = 100;
constexpr std::uint64_t kRuns = 5;
constexpr const char* kUnit = "3321012001-101";

proxy::Link bad_link(std::uint64_t seed) {
    proxy::Link link;
    link.bytes_per_s = 50'000.0 / 8;
    link.latency = proxy::Milliseconds(500);
    link.loss = 0.02;
    link.resend = 2 * link.latency;
    link.seed = seed;
    return link;
}

int port_of(const std::string& url) {
    return std::stoi(url.substr(url.rfind(':') + 1));
}
std::string url_of(const proxy::Proxy& way) {
    return "http://127.0.0.1:" + std::to_string(way.port());
}

// What each run took.
struct Taken {
    std::vector<double> ms, bytes, requests, floor_ms;
};

void add(Taken& taken, Laptop& laptop) {
    const Stopwatch watch;
    const auto total = laptop.sync();
    taken.ms.push_back(watch.ms());
    taken.bytes.push_back(static_cast<double>(total.bytes_sent + total.bytes_received));
    taken.requests.push_back(static_cast<double>(total.rounds));
}

void measure_ours(const std::string& folder, std::uint64_t seed,
                  const std::vector<records::Record>& visits, Taken& sending, Taken& noop) {
    Centre centre(folder, {kUnit});
    Laptop laptop(folder + "/laptop.db", centre.enrol("Bu Satu", {kUnit}), centre.url());
    laptop.sync();
    laptop.save(visits);
    const proxy::Proxy way(port_of(centre.url()), bad_link(seed));
    laptop.go_by(url_of(way));
    add(sending, laptop);
    add(noop, laptop);
}

void measure_floor(const std::string& folder, std::uint64_t seed,
                   const std::vector<records::Record>& visits, Taken& sending, Taken& noop) {
    const FloorServer server(folder + "/floor.db");
    const auto count = static_cast<std::int64_t>(visits.size());
    const auto bodies = floor_bodies(change_lines(visits), {count});
    {
        const proxy::Proxy way(port_of(server.url()), bad_link(seed));
        const Stopwatch watch;
        floor_push(url_of(way), bodies);
        sending.floor_ms.push_back(watch.ms());
    }
    const proxy::Proxy way(port_of(server.url()), bad_link(seed));
    const Stopwatch watch;
    floor_ask(url_of(way), count);
    noop.floor_ms.push_back(watch.ms());
}

std::vector<Figure> figures_of(const std::string& name, const Taken& taken, std::int64_t n) {
    return {{name, "ms", median(taken.ms), median(taken.floor_ms), n},
            {name + "_slowest", "ms", quantile(taken.ms, 1), quantile(taken.floor_ms, 1), n},
            {name + "_bytes", "B", median(taken.bytes), std::nullopt, n},
            {name + "_requests", "requests", median(taken.requests), 1.0, n}};
}

std::vector<Figure> measure(const Options& options) {
    const std::int64_t n = options.n.value_or(kVisits);
    const auto visits = make_visits({1, n, kUnit});
    Taken sending;
    Taken noop;
    for (std::uint64_t seed = 1; seed <= kRuns; ++seed) {
        const ScratchFolder folder(options.scratch);
        measure_ours(folder.path(), seed, visits, sending, noop);
        measure_floor(folder.path(), seed, visits, sending, noop);
    }
    auto figures = figures_of("slow_link_100", sending, n);
    for (Figure& each : figures_of("slow_link_noop", noop, 0)) figures.push_back(std::move(each));
    return figures;
}

}  // namespace

Measurement slow_link() {
    Measurement measurement{{}, measure};
    for (const std::string name : {"slow_link_100", "slow_link_noop"}) {
        for (const std::string what : {"", "_slowest", "_bytes", "_requests"}) {
            measurement.figures.push_back(name + what);
        }
    }
    return measurement;
}

}  // namespace figures
