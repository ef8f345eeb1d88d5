// Chance for the generator: everything drawn comes from one seed, whatever the compiler. Draw once
// to an expression: the order of two operands or arguments is not the same everywhere.
#pragma once

#include "shared/base/random.h"

#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

namespace demo {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : random_(seed) {}

    base::SeededRandom& random() { return random_; }
    bool chance(double probability) { return random_.chance(probability); }
    int between(int low, int high);  // both included
    double normal(double mean, double deviation);
    int normal_between(double mean, double deviation, int low, int high);

    template <typename T>
    const T& pick(const std::vector<T>& from) {
        return from[random_.below(from.size())];
    }
    std::string_view pick(std::initializer_list<std::string_view> from);
    // A code with its weight; the weights need not add up to one.
    std::string_view weigh(std::initializer_list<std::pair<std::string_view, double>> from);

private:
    base::SeededRandom random_;
};

}  // namespace demo
