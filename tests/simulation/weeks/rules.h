// How often the weeks came to each rule of SYNC.
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace simulation {

inline constexpr int kRules = 26;

struct RuleHits {
    std::array<std::int64_t, kRules + 1> times{};  // by number; 0 is none
    void hit(int rule, std::int64_t count = 1) {
        times.at(static_cast<std::size_t>(rule)) += count;
    }
    void add(const RuleHits& other);
};

// One line per rule: number, what it says, how often.
std::string table(const RuleHits& hits);
// Those that no week came to; empty: all were met.
std::string missed(const RuleHits& hits);

}  // namespace simulation
