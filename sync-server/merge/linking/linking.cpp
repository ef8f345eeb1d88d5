#include "sync-server/merge/linking/linking.h"

#include "sync-server/merge/linking/consistency.h"

#include "shared/base/random.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace linking {

namespace {

constexpr std::size_t kDrawn = 250'000;
constexpr double kHopeless = -14;  // log odds by what is expected: not worth keeping
constexpr std::size_t kKeptMost = 1'500'000;

Pairs draw(const Table& table, Comparer& comparer) {
    Pairs drawn(table.schema().size());
    const std::uint64_t n = table.size();
    if (n < 2) return drawn;
    if (n * (n - 1) / 2 <= kDrawn) {
        for (std::uint32_t a = 0; a < n; ++a) {
            for (std::uint32_t b = a + 1; b < n; ++b) drawn.add(a, b, comparer.compare(a, b));
        }
        return drawn;
    }
    base::SeededRandom random(20261121);
    for (std::size_t i = 0; i < kDrawn; ++i) {
        const auto a = static_cast<std::uint32_t>(random.below(n));
        const auto b = static_cast<std::uint32_t>(random.below(n));
        if (a != b) drawn.add(std::min(a, b), std::max(a, b), comparer.compare(a, b));
    }
    return drawn;
}

// Those that are not hopeless by what is known before anything is learned.
Pairs compare_all(const Table& table, Comparer& comparer, const std::vector<std::uint64_t>& pairs,
                  const Pairs& drawn) {
    Weights first(table.schema());
    const double n = static_cast<double>(table.size());
    first.begin(drawn, n * (n - 1) / 2);
    first.set_prior(std::log(1 / n));
    Pairs likely(table.schema().size());
    for (const std::uint64_t each : pairs) {
        const Compared compared = comparer.compare(first_of(each), second_of(each));
        Pairs one(table.schema().size());
        one.add(first_of(each), second_of(each), compared);
        if (first.log_odds(one, 0) < kHopeless) continue;
        likely.add(first_of(each), second_of(each), compared);
        if (likely.size() >= kKeptMost) break;
    }
    return likely;
}

}  // namespace

Linked link(Table& table, double at_least, const Reach& reach) {
    Linked linked{{}, Weights(table.schema())};
    if (table.size() < 2) return linked;
    Comparer comparer(table);
    const Pairs drawn = draw(table, comparer);
    const Pairs likely = compare_all(table, comparer, pairs_to_compare(table, reach), drawn);
    const double n = static_cast<double>(table.size());
    linked.weights.learn(likely, drawn, n * (n - 1) / 2);
    linked.links = consistent(likely, linked.weights, table.size(), at_least);
    return linked;
}

}  // namespace linking
