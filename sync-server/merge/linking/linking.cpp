#include "sync-server/merge/linking/linking.h"

#include "shared/base/random.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace linking {

namespace {

constexpr std::size_t kDrawn = 500'000;
constexpr double kHopeless = -14;  // log odds by what is expected: not worth keeping
constexpr std::size_t kKeptMost = 1'500'000;

Pairs draw(const Table& table, Comparer& comparer, const Adjust& adjust, Going& going) {
    Pairs drawn(table.schema().size());
    const std::uint64_t n = table.size();
    if (n < 2) return drawn;
    const auto compare = [&](std::uint32_t a, std::uint32_t b) {
        Compared compared = comparer.compare(a, b);
        if (!adjust || adjust(a, b, compared)) drawn.add(a, b, compared);
    };
    if (n * (n - 1) / 2 <= kDrawn) {
        for (std::uint32_t a = 0; a < n && going.on(a, n); ++a) {
            for (std::uint32_t b = a + 1; b < n; ++b) compare(a, b);
        }
        return drawn;
    }
    base::SeededRandom random(20261121);
    for (std::size_t i = 0; i < kDrawn && going.on(i, kDrawn); ++i) {
        const auto a = static_cast<std::uint32_t>(random.below(n));
        const auto b = static_cast<std::uint32_t>(random.below(n));
        if (a != b) compare(std::min(a, b), std::max(a, b));
    }
    return drawn;
}

// Those that are not hopeless by what is known before anything is learned.
Pairs compare_all(const Table& table, Comparer& comparer, const std::vector<std::uint64_t>& pairs,
                  const Pairs& drawn, const Adjust& adjust, Going& going) {
    Weights first(table.schema());
    const double n = static_cast<double>(table.size());
    first.begin(drawn, n * (n - 1) / 2);
    first.set_prior(std::log(1 / n));
    Pairs likely(table.schema().size());
    for (std::size_t i = 0; i < pairs.size() && going.on(i, pairs.size()); ++i) {
        const std::uint64_t each = pairs[i];
        Compared compared = comparer.compare(first_of(each), second_of(each));
        if (adjust && !adjust(first_of(each), second_of(each), compared)) continue;
        Pairs one(table.schema().size());
        one.add(first_of(each), second_of(each), compared);
        if (first.log_odds(one, 0) < kHopeless) continue;
        likely.add(first_of(each), second_of(each), compared);
        if (likely.size() >= kKeptMost) break;
    }
    return likely;
}

std::vector<Link> best_first(const Pairs& pairs, const Weights& weights, double at_least) {
    std::vector<Link> links;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const double p = probability(weights.log_odds(pairs, i));
        if (p < at_least) continue;
        Link link{pairs.a(i), pairs.b(i), p, {}};
        std::copy_n(pairs.levels(i), pairs.columns(), link.levels.begin());
        links.push_back(link);
    }
    sort_best_first(links);
    return links;
}

}  // namespace

void sort_best_first(std::vector<Link>& links) {
    std::sort(links.begin(), links.end(), [](const Link& x, const Link& y) {
        if (x.probability != y.probability) return x.probability > y.probability;
        return x.a != y.a ? x.a < y.a : x.b < y.b;
    });
}

Linked link(Table& table, double at_least, const Reach& reach, const Adjust& adjust) {
    Going alone;
    return link(table, at_least, reach, adjust, alone);
}

Linked link(Table& table, double at_least, const Reach& reach, const Adjust& adjust, Going& going) {
    Linked linked{{}, Weights(table.schema())};
    if (table.size() < 2) return linked;
    Comparer comparer(table);
    going.begin(0, 0.1);
    const Pairs drawn = draw(table, comparer, adjust, going);
    going.begin(0.1, 0.3);
    const std::vector<std::uint64_t> pairs = pairs_to_compare(table, reach, going);
    going.begin(0.3, 0.7);
    const Pairs likely = compare_all(table, comparer, pairs, drawn, adjust, going);
    if (going.is_left()) return linked;
    going.begin(0.7, 1);
    const double n = static_cast<double>(table.size());
    linked.weights.learn(likely, drawn, n * (n - 1) / 2, going);
    if (going.is_left()) return linked;
    linked.links = best_first(likely, linked.weights, at_least);
    return linked;
}

std::vector<Link> link_first(Table& table, const Weights& weights, double at_least,
                             const Adjust& adjust) {
    Comparer comparer(table);
    Pairs pairs(table.schema().size());
    for (std::uint32_t row = 1; row < table.size(); ++row) {
        Compared compared = comparer.compare(0, row);
        if (!adjust || adjust(0, row, compared)) pairs.add(0, row, compared);
    }
    return best_first(pairs, weights, at_least);
}

}  // namespace linking
