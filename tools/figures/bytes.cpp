// Bytes on the wire, both ways, headers included, TLS and the connection's setting up aside.
//
// Measured on a laptop that has synced before: forms and units travel once in its life.
#include "tools/figures/centre.h"
#include "tools/figures/figure.h"
#include "tools/figures/floor.h"
#include "tools/figures/laptop.h"
#include "tools/figures/measuring.h"
#include "tools/figures/visits.h"

namespace figures {

namespace {

constexpr std::int64_t kBatch = 100;
constexpr int kAlone = 20;
constexpr int kMidwifeUnits = 60;

std::vector<std::string> units_named(int count) {
    std::vector<std::string> units;
    for (int i = 1; i <= count; ++i) units.push_back("3321012001-" + std::to_string(100 + i));
    return units;
}

double bytes_of(const sync_client::Total& total) {
    return static_cast<double>(total.bytes_sent + total.bytes_received);
}

// The bare lines, packed alone: no protocol, no identity, no answer.
double floor_bytes(const std::vector<records::Record>& visits) {
    const auto bodies =
        floor_bodies(change_lines(visits), {static_cast<std::int64_t>(visits.size())});
    return static_cast<double>(bodies.front().size());
}

std::vector<records::Record> visits_in(const std::string& unit, std::uint64_t seed,
                                       std::int64_t count) {
    return make_visits({seed, count, unit});
}

std::vector<Figure> measure_visits(const Options& options) {
    const std::string unit = units_named(1).front();
    Centre centre(options.scratch, {unit});
    Laptop laptop(options.scratch + "/laptop.db", centre.enrol("Bu Satu", {unit}), centre.url());
    laptop.sync();
    const auto many = visits_in(unit, 1, options.n.value_or(kBatch));
    laptop.save(many);
    const auto total = laptop.sync();
    const auto n = static_cast<double>(many.size());
    const Figure batch{"bytes_per_visit_batch_100", "B", bytes_of(total) / n, floor_bytes(many) / n,
                       total.sent};
    std::vector<double> alone;
    std::vector<double> floor;
    for (int i = 0; i < kAlone; ++i) {
        const auto one = visits_in(unit, static_cast<std::uint64_t>(i + 2), 1);
        laptop.save(one);
        alone.push_back(bytes_of(laptop.sync()));
        floor.push_back(floor_bytes(one));
    }
    return {batch, {"bytes_per_visit_batch_1", "B", median(alone), median(floor), kAlone}};
}

// What one laptop wrote, on its way to another: with who wrote it, and when.
std::vector<Figure> measure_pull(const Options& options) {
    const std::string unit = units_named(1).front();
    const ScratchFolder folder(options.scratch);
    Centre centre(folder.path(), {unit});
    Laptop writer(folder.path() + "/one.db", centre.enrol("Bu Satu", {unit}), centre.url());
    Laptop reader(folder.path() + "/two.db", centre.enrol("Bu Dua", {unit}), centre.url());
    reader.sync();
    const auto many = visits_in(unit, 1, options.n.value_or(kBatch));
    writer.save(many);
    writer.sync();
    const auto total = reader.sync();
    const auto n = static_cast<double>(many.size());
    return {{"bytes_per_visit_pulled_100", "B", bytes_of(total) / n, floor_bytes(many) / n,
             total.received}};
}

// A round with nothing new, and how many requests it took.
std::pair<double, double> noop(const std::string& folder, int unit_count) {
    const auto units = units_named(unit_count);
    Centre centre(folder, units);
    Laptop laptop(folder + "/laptop.db", centre.enrol("Bu Satu", units), centre.url());
    std::uint64_t seed = 1;
    for (const std::string& unit : units) laptop.save(visits_in(unit, seed++, 5));
    laptop.sync();
    const auto total = laptop.sync();
    return {bytes_of(total), static_cast<double>(total.rounds)};
}

std::vector<Figure> measure_noop(const Options& options) {
    std::vector<Figure> figures;
    for (const int units : {3, kMidwifeUnits}) {
        const ScratchFolder folder(options.scratch);
        const auto [bytes, requests] = noop(folder.path(), units);
        figures.push_back({"noop_round_bytes_" + std::to_string(units) + "_units", "B", bytes,
                           std::nullopt, units});
        if (units == 3) {
            figures.push_back({"noop_round_requests", "requests", requests, 1.0, units});
        }
    }
    return figures;
}

std::vector<Figure> measure(const Options& options) {
    std::vector<Figure> figures;
    {
        const ScratchFolder folder(options.scratch);
        Options own = options;
        own.scratch = folder.path();
        figures = measure_visits(own);
    }
    for (Figure& each : measure_pull(options)) figures.push_back(std::move(each));
    for (Figure& each : measure_noop(options)) figures.push_back(std::move(each));
    return figures;
}

}  // namespace

Measurement bytes_on_the_wire() {
    return {{"bytes_per_visit_batch_100", "bytes_per_visit_batch_1", "bytes_per_visit_pulled_100",
             "noop_round_bytes_3_units", "noop_round_requests", "noop_round_bytes_60_units"},
            measure};
}

}  // namespace figures
