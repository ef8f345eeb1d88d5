// How the weights are learned (EM): counting pairs as far as they are true, neighbours or chance.

#include "sync-server/merge/linking/weights.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <utility>

namespace linking {

namespace {

constexpr int kRounds = 15;
constexpr int kRoundsApart = 4;  // before columns may depend on each other
// Only pairs more likely true than not teach what true pairs show: the many that are hardly
// probable would drag it towards chance.
constexpr double kLearnedFrom = 0.2;
// Titles are seldom equal and alike by degrees: at first none of their pairs is probable.
constexpr double kTitlesLearnedFrom = 0.02;
constexpr double kJointTrue = 25, kJointChance = 60;
constexpr double kSurelyNot = -16;  // log odds of a drawn pair, before anything is learned
// Of true pairs of experience: so many have moved; it counts as so many pairs.
constexpr double kMovedExpected = 0.05, kMovedKnown = 12, kMovedMost = 0.5;
constexpr double kMovedFrom = 1e-3, kNegligible = 1e-5;

}  // namespace

void Weights::add(const Pairs& pairs, std::size_t pair, double weight, bool is_chance,
                  Sums& to) const {
    const std::uint8_t* levels = pairs.levels(pair);
    for (std::size_t i = 0; i < schema_.size(); ++i) {
        if (!may_be_rare(schema_.columns[i].kind, levels[i])) continue;
        const double rarity = pairs.rarity(pair, i);
        to.rarity[i][levels[i]] += weight * (is_chance ? std::exp(rarity) : rarity);
        to.weight[i][levels[i]] += weight;
    }
}

// So that rarity only shifts evidence between pairs of one level, and adds none on the whole.
void Weights::expect_rarity(const Sums& by_chance, const Sums& of_true) {
    constexpr double kDoubt = 5;
    for (std::size_t i = 0; i < schema_.size(); ++i) {
        for (std::size_t level = 1; level < kLevelsMost; ++level) {
            const double known = of_true.weight[i][level];
            const double seen = by_chance.weight[i][level];
            const double sum = by_chance.rarity[i][level];
            if (seen < 1 && known < 1) continue;
            const double otherwise =
                known < 1 ? sum / seen : std::exp(of_true.rarity[i][level] / known);
            usual_rarity_[i][level] = std::log((sum + kDoubt * otherwise) / (seen + kDoubt));
        }
    }
}

// The drawn pairs, most of which are surely not true: those are counted once, by their levels.
class Weights::Drawn {
public:
    Drawn(const Weights& weights, const Pairs& drawn) : drawn_(drawn), sums_(empty(weights)) {
        std::unordered_map<std::string, std::size_t> known;
        for (std::size_t pair = 0; pair < drawn.size(); ++pair) {
            if (weights.log_odds(drawn, pair) > kSurelyNot) {
                doubtful_.push_back(pair);
                continue;
            }
            weights.add(drawn, pair, 1, true, sums_);
            const std::string levels(reinterpret_cast<const char*>(drawn.levels(pair)),
                                     drawn.columns());
            const auto [found, is_new] = known.try_emplace(levels, alike_.size());
            if (is_new) alike_.push_back({pair, 0});
            alike_[found->second].second += 1;
        }
    }

    Sums count(const Weights& weights, Tree& chance) const {
        chance.begin_counting();
        Sums sums = sums_;
        for (const auto& [pair, count] : alike_) chance.count(drawn_.levels(pair), count);
        for (const std::size_t pair : doubtful_) {
            const double is_not = 1 - probability(weights.log_odds(drawn_, pair));
            chance.count(drawn_.levels(pair), is_not);
            weights.add(drawn_, pair, is_not, true, sums);
        }
        return sums;
    }

    static Sums empty(const Weights& weights) {
        return {std::vector<Levels>(weights.schema_.size()),
                std::vector<Levels>(weights.schema_.size())};
    }

private:
    const Pairs& drawn_;
    Sums sums_;
    std::vector<std::pair<std::size_t, double>> alike_;  // one of them, and how many
    std::vector<std::size_t> doubtful_;
};

void Weights::begin(const Pairs& drawn, double all_pairs) {
    chance_.begin_counting();
    Sums sums = Drawn::empty(*this);
    for (std::size_t pair = 0; pair < drawn.size(); ++pair) {
        chance_.count(drawn.levels(pair), 1);
        add(drawn, pair, 1, true, sums);
    }
    chance_.finish_counting(schema_.known_pairs, kJointChance, false);
    expect_rarity(sums, Drawn::empty(*this));
    const double few = std::max(1.0, std::sqrt(2 * all_pairs) * 0.1);
    prior_ = std::log(std::max(few, schema_.true_pairs_known) / std::max(all_pairs, 2.0));
    prior_near_ = prior_;
}

Weights::Shares Weights::shares(const Pairs& pairs, std::size_t pair) const {
    const Odds all = odds(pairs, pair);
    return {probability(all.is_true), probability(all.is_near)};
}

double Weights::share_moved(const Pairs& pairs, std::size_t pair) const {
    if (!has_places_) return 0;
    const Whereabouts all = log_of_true(pairs.levels(pair), rarity_of_place(pairs, pair));
    return probability(all.has_moved - all.has_stayed);
}

// Where one who has moved lives teaches nothing of how a place is written.
void Weights::count_true(const Pairs& likely, std::size_t pair, double weight, double moved,
                         Sums& of_true) {
    const std::uint8_t* levels = likely.levels(pair);
    true_.count(levels, weight * (1 - moved));
    if (moved > kNegligible) true_.count(levels_but_place(levels).data(), weight * moved);
    add(likely, pair, weight, false, of_true);
}

// Counts true pairs and neighbours; gives how many there are. Who has moved is counted however
// improbable, or a table of few columns would never find that people move.
Weights::Counted Weights::count_likely(const Pairs& likely, Sums& of_true, Going& going) {
    true_.begin_counting();
    near_.begin_counting();
    Counted counted;
    const double learned_from = has_title(schema_) ? kTitlesLearnedFrom : kLearnedFrom;
    double placed = kMovedKnown, moved = kMovedKnown * kMovedExpected;
    for (std::size_t pair = 0; pair < likely.size() && going.on(pair, likely.size()); ++pair) {
        const Shares share = shares(likely, pair);
        counted.is_true += share.is_true;
        counted.is_near += share.is_near;
        if (share.is_near > kNegligible) {
            near_.count(shared_levels(likely.levels(pair)).data(), share.is_near);
        }
        if (share.is_true < kMovedFrom) continue;
        const double has_moved = share_moved(likely, pair);
        if (says_place(likely.levels(pair))) {
            placed += share.is_true;
            moved += share.is_true * has_moved;
        }
        if (share.is_true < learned_from) continue;
        count_true(likely, pair, share.is_true, has_moved, of_true);
    }
    if (has_places_ && schema_.is_of_movers) moved_ = std::min(moved / placed, kMovedMost);
    return counted;
}

void Weights::learn(const Pairs& likely, const Pairs& drawn, double all_pairs, Going& going) {
    begin(drawn, all_pairs);
    if (has_places_ && schema_.is_of_movers) moved_ = kMovedExpected;
    const Drawn others(*this, drawn);
    for (int round = 0; round < kRounds && !going.is_left(); ++round) {
        going.begin_round(round, kRounds);
        const Sums sums = others.count(*this, chance_);
        Sums of_true = Drawn::empty(*this);
        const Counted counted = count_likely(likely, of_true, going);
        const bool may_depend = round >= kRoundsApart;
        true_.finish_counting(schema_.known_true, kJointTrue, may_depend);
        near_.finish_counting(schema_.known_true, kJointTrue, may_depend);
        chance_.finish_counting(schema_.known_pairs, kJointChance, may_depend);
        expect_rarity(sums, of_true);
        prior_ = std::log(std::max(counted.is_true + schema_.true_pairs_known, 0.5) / all_pairs);
        prior_near_ = std::log(std::max(counted.is_near, 0.5) / all_pairs);
    }
}

}  // namespace linking
