#include "tools/demo/dice.h"

#include "shared/base/result.h"

#include <algorithm>
#include <cmath>

namespace demo {

int Dice::between(int low, int high) {
    CHECK(low <= high);
    return low + static_cast<int>(random_.below(static_cast<std::uint64_t>(high - low) + 1));
}

// Twelve uniforms: near enough to a bell, and the same on every machine, unlike log and cos.
double Dice::normal(double mean, double deviation) {
    double sum = -6;
    for (int i = 0; i < 12; ++i) sum += random_.unit();
    return mean + deviation * sum;
}

int Dice::normal_between(double mean, double deviation, int low, int high) {
    return std::clamp(static_cast<int>(std::lround(normal(mean, deviation))), low, high);
}

std::string_view Dice::pick(std::initializer_list<std::string_view> from) {
    return from.begin()[random_.below(from.size())];
}

std::string_view Dice::weigh(std::initializer_list<std::pair<std::string_view, double>> from) {
    double total = 0;
    for (const auto& [code, weight] : from) total += weight;
    double left = random_.unit() * total;
    for (const auto& [code, weight] : from) {
        if ((left -= weight) < 0) return code;
    }
    return std::prev(from.end())->first;
}

}  // namespace demo
