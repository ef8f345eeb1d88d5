#include "sync-server/merge/linking/consistency.h"

#include <algorithm>

namespace linking {

std::vector<Link> consistent(const Pairs& pairs, const Weights& weights, std::size_t,
                             double at_least) {
    std::vector<Link> links;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const double p = probability(weights.log_odds(pairs, i));
        if (p >= at_least) links.push_back({pairs.a(i), pairs.b(i), p});
    }
    std::sort(links.begin(), links.end(), [](const Link& x, const Link& y) {
        if (x.probability != y.probability) return x.probability > y.probability;
        return x.a != y.a ? x.a < y.a : x.b < y.b;
    });
    return links;
}

}  // namespace linking
