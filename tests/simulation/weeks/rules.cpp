#include "tests/simulation/weeks/rules.h"

#include <cstdio>

namespace simulation {

namespace {

// In the order of SYNC, from 1; what counts as once stands where it is counted.
constexpr std::array<const char*, kRules> kNames = {
    "a pull leaves what was not sent on top",
    "a record in trouble is written on",
    "a late or repeated answer is read",
    "a batch goes out, whole or cut",
    "the same n comes again",
    "an outcome changes later",
    "a fork is made visible and followed",
    "two wrote one field: conflict",
    "the health centre decides",
    "fields of a merge group contend together",
    "a sticky value displaces another",
    "quarantine, and release from it",
    "two devices meet in one statement about a task",
    "a record comes before what it names",
    "families move; a posyandu is given and taken",
    "moves between health centres",
    "records joined and taken apart",
    "both sides compared",
    "green with nothing left",
    "a signed receipt is kept",
    "safe: what every backup holds",
    "a restored server is told what only laptops hold",
    "erasure",
    "a revoked device brings its last",
    "unknown fields, codes and types survive; old wire",
    "facts kept equal facts from scratch",
};

const char* name_of(int rule) {
    return kNames.at(static_cast<std::size_t>(rule - 1));
}

}  // namespace

void RuleHits::add(const RuleHits& other) {
    for (std::size_t i = 0; i < times.size(); ++i) times[i] += other.times[i];
}

std::string table(const RuleHits& hits) {
    std::string text = "SYNC rule                                              times\n";
    for (int rule = 1; rule <= kRules; ++rule) {
        const auto times = hits.times[static_cast<std::size_t>(rule)];
        std::array<char, 120> line{};
        std::snprintf(line.data(), line.size(), "%4d  %-50s %8s\n", rule, name_of(rule),
                      std::to_string(times).c_str());
        text += line.data();
    }
    return text;
}

std::string missed(const RuleHits& hits) {
    std::string text;
    for (int rule = 1; rule <= kRules; ++rule) {
        const bool was_hit = hits.times[static_cast<std::size_t>(rule)] > 0;
        if (!was_hit) text += " " + std::to_string(rule);
    }
    return text;
}

}  // namespace simulation
