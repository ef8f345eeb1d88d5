#include "tools/demo/truth.h"

namespace demo {

void Truth::count(std::string_view measure, base::Date day) {
    Count& one = counts[{village_code_, base::to_text(base::month_of(day)), std::string(measure)}];
    ++one.recorded;
    if (!is_duplicate_) ++one.real;
}

void Truth::add(const Truth& other) {
    for (const auto& [key, count] : other.counts) {
        Count& sum = counts[key];
        sum.recorded += count.recorded;
        sum.real += count.real;
    }
    pairs.insert(pairs.end(), other.pairs.begin(), other.pairs.end());
}

}  // namespace demo
