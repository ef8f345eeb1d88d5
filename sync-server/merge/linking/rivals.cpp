#include "sync-server/merge/linking/rivals.h"

#include <algorithm>
#include <unordered_map>

namespace linking {

namespace {

constexpr double kSurest = 1 - 1e-9;

double odds_of(const Link& link) {
    const double p = std::min(link.probability, kSurest);
    return p / (1 - p);
}

}  // namespace

// Equal ones are no rivals: which of them it is, nobody can tell.
std::vector<Link> beside_rivals(std::vector<Link> links) {
    sort_best_first(links);
    std::unordered_map<std::uint32_t, double> better;  // odds of all that are better, by record
    for (std::size_t from = 0; from < links.size();) {
        std::size_t to = from;
        const double probability = links[from].probability;
        while (to < links.size() && links[to].probability == probability) ++to;
        const double odds = odds_of(links[from]);
        for (std::size_t i = from; i < to; ++i) {
            const double rivals = better[links[i].a] + better[links[i].b];
            links[i].probability = odds / (1 + odds + rivals);
        }
        for (std::size_t i = from; i < to; ++i) {
            better[links[i].a] += odds;
            better[links[i].b] += odds;
        }
        from = to;
    }
    sort_best_first(links);
    return links;
}

}  // namespace linking
