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
constexpr double kJointTrue = 25, kJointChance = 60;
constexpr double kSurelyNot = -16;  // log odds of a drawn pair, before anything is learned
// True pairs seldom differ wholly in what tells who it is; a class that does is no class of true
// pairs.
constexpr double kDifferentMost = 0.12;
constexpr double kSeenLeast = 0.5;  // of the drawn pairs
constexpr double kRarestLess = -3, kRarestMore = 6;

std::vector<Tree::Levels> expected_of_true(const Schema& schema) {
    std::vector<Tree::Levels> all;
    for (const Column& column : schema.columns) {
        Tree::Levels levels{};
        const auto expected = expected_of_true_pairs(column.kind);
        std::copy(expected.begin(), expected.end(), levels.begin());
        all.push_back(levels);
    }
    return all;
}

// Until pairs are counted: most differ.
std::vector<Tree::Levels> expected_by_chance(const Schema& schema) {
    std::vector<Tree::Levels> all;
    for (const Column& column : schema.columns) {
        Tree::Levels levels{};
        const std::uint8_t last = different(column.kind);
        const double equal = column.equal_by_chance / 100;
        for (std::uint8_t i = 1; i < last; ++i) levels[i] = equal / last;
        levels[1] = equal;
        levels[last] = 1 - 2 * equal;
        all.push_back(levels);
    }
    return all;
}

// Neighbours share the place, perhaps a telephone and part of the name; all else as by chance.
std::vector<Tree::Levels> expected_of_near(const Schema& schema) {
    const auto by_chance = expected_by_chance(schema);
    const auto of_true = expected_of_true(schema);
    std::vector<Tree::Levels> all;
    for (std::size_t i = 0; i < schema.size(); ++i) {
        const Column& column = schema.columns[i];
        Tree::Levels levels = column.is_place ? of_true[i] : by_chance[i];
        if (column.is_shared_by_neighbours() && !column.is_place) {
            for (std::size_t level = 1; level < kLevelsMost; ++level) {
                levels[level] = 0.2 * of_true[i][level] + 0.8 * by_chance[i][level];
            }
        }
        if (column.kind == Kind::Name && column.is_of_family) {
            levels[name_level::Mixed] += 0.3;
            levels[name_level::Different] -= 0.3;
        }
        all.push_back(levels);
    }
    return all;
}

bool may_be_rare(Kind kind, std::uint8_t level) {
    if (level == kUnsaid) return false;
    if (kind == Kind::Name) return level <= name_level::Mixed;
    if (kind == Kind::Text) return level <= text_level::Elsewhere;
    if (kind == Kind::Date) return level == date_level::Equal || level == date_level::RoughlySame;
    return level == 1;
}

double log_of_sum(double a, double b) {
    return std::max(a, b) + std::log1p(std::exp(-std::abs(a - b)));
}

}  // namespace

double probability(double log_odds) {
    return 1 / (1 + std::exp(-log_odds));
}

Weights::Weights(const Schema& schema)
    : schema_(schema),
      true_(expected_of_true(schema)),
      near_(expected_of_near(schema)),
      chance_(expected_by_chance(schema)),
      usual_rarity_(schema.size()) {
    for (Levels& each : usual_rarity_) each.fill(-1);
    chance_.see_at_least(kSeenLeast);
    for (std::size_t i = 0; i < schema.size(); ++i) {
        const Kind kind = schema.columns[i].kind;
        const bool tells_who = kind == Kind::Name || kind == Kind::Date || kind == Kind::Id;
        if (tells_who) true_.hold_down(i, different(kind), kDifferentMost);
    }
    has_places_ = std::any_of(schema.columns.begin(), schema.columns.end(),
                              [](const Column& column) { return column.is_place; });
}

double Weights::rarity_of(const Pairs& pairs, std::size_t pair, std::size_t column) const {
    const std::uint8_t level = pairs.levels(pair)[column];
    if (!may_be_rare(schema_.columns[column].kind, level)) return 0;
    const double usual = usual_rarity_[column][level];
    if (usual < 0) return 0;
    const double more = std::clamp(pairs.rarity(pair, column) - usual, kRarestLess, kRarestMore);
    return level == 1 ? more : 0.7 * more;
}

// As far as neighbours share it more often than chance would have it, they share what is rare.
double Weights::rarity_shared(std::size_t column, std::uint8_t level, double rarity) const {
    const double near = near_.share(column, level);
    const double by_chance = std::min(chance_.share(column, level), near);
    return std::log(((near - by_chance) * std::exp(rarity) + by_chance) / near);
}

// What they do not share agrees as between strangers, each column for itself: learned, it would
// take in the true pairs that errors have made unlike.
double Weights::log_of_near(const std::uint8_t* levels) const {
    double sum = near_.log_of(shared_levels(levels).data());
    for (std::size_t i = 0; i < schema_.size(); ++i) {
        if (levels[i] == kUnsaid || schema_.columns[i].is_shared_by_neighbours()) continue;
        sum += std::log(chance_.share(i, levels[i]));
    }
    return sum;
}

std::array<std::uint8_t, kColumnsMost> Weights::shared_levels(const std::uint8_t* levels) const {
    std::array<std::uint8_t, kColumnsMost> shared{};
    for (std::size_t i = 0; i < schema_.size(); ++i) {
        if (schema_.columns[i].is_shared_by_neighbours()) shared[i] = levels[i];
    }
    return shared;
}

// What is rare in one column of a place is rare in the others: counted once, at its most.
// Neighbours share the place and the family's name as true pairs do, however rare; the rest by
// chance.
Weights::Odds Weights::odds(const Pairs& pairs, std::size_t pair) const {
    const std::uint8_t* levels = pairs.levels(pair);
    const double by_chance = chance_.log_of(levels);
    double rare = 0, shared = 0, most = 0, least = 0;
    for (std::size_t i = 0; i < schema_.size(); ++i) {
        const double rarity = rarity_of(pairs, pair, i);
        if (rarity == 0) continue;
        if (schema_.columns[i].is_place) {
            most = std::max(most, rarity);
            least = std::min(least, rarity);
            continue;
        }
        rare += rarity;
        if (schema_.columns[i].is_shared_by_neighbours()) {
            shared += rarity_shared(i, levels[i], rarity);
        }
    }
    const double of_place = most + least;
    const double is_true = prior_ + true_.log_of(levels) + rare + of_place;
    if (!has_places_) return {is_true - by_chance, -99};
    const double is_near = prior_near_ + log_of_near(levels) + shared + of_place;
    return {is_true - log_of_sum(by_chance, is_near), is_near - log_of_sum(by_chance, is_true)};
}

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

std::vector<double> Weights::numbers() const {
    std::vector<double> all = {prior_, prior_near_};
    for (const Tree* tree : {&true_, &near_, &chance_}) tree->append_to(all);
    for (const Levels& each : usual_rarity_) all.insert(all.end(), each.begin(), each.end());
    return all;
}

bool Weights::take(std::span<const double> numbers) {
    if (numbers.size() < 2) return false;
    prior_ = numbers[0];
    prior_near_ = numbers[1];
    numbers = numbers.subspan(2);
    for (Tree* tree : {&true_, &near_, &chance_}) {
        if (!tree->take_from(numbers)) return false;
    }
    if (numbers.size() != usual_rarity_.size() * kLevelsMost) return false;
    for (Levels& each : usual_rarity_) {
        std::copy_n(numbers.begin(), kLevelsMost, each.begin());
        numbers = numbers.subspan(kLevelsMost);
    }
    return true;
}

Weights::Shares Weights::shares(const Pairs& pairs, std::size_t pair) const {
    const Odds all = odds(pairs, pair);
    return {probability(all.is_true), probability(all.is_near)};
}

// Counts true pairs and neighbours; gives how many true ones there are.
double Weights::count_likely(const Pairs& likely, Sums& of_true, double& near, Going& going) {
    true_.begin_counting();
    near_.begin_counting();
    double count = 0;
    for (std::size_t pair = 0; pair < likely.size() && going.on(pair, likely.size()); ++pair) {
        const Shares share = shares(likely, pair);
        count += share.is_true;
        near += share.is_near;
        if (share.is_near > 1e-5) {
            near_.count(shared_levels(likely.levels(pair)).data(), share.is_near);
        };
        if (share.is_true < kLearnedFrom) continue;
        true_.count(likely.levels(pair), share.is_true);
        add(likely, pair, share.is_true, false, of_true);
    }
    return count;
}

void Weights::learn(const Pairs& likely, const Pairs& drawn, double all_pairs, Going& going) {
    begin(drawn, all_pairs);
    const Drawn others(*this, drawn);
    for (int round = 0; round < kRounds && !going.is_left(); ++round) {
        going.begin_round(round, kRounds);
        const Sums sums = others.count(*this, chance_);
        Sums of_true = Drawn::empty(*this);
        double near = 0;
        const double count = count_likely(likely, of_true, near, going);
        const bool may_depend = round >= kRoundsApart;
        true_.finish_counting(schema_.known_true, kJointTrue, may_depend);
        near_.finish_counting(schema_.known_true, kJointTrue, may_depend);
        chance_.finish_counting(schema_.known_pairs, kJointChance, may_depend);
        expect_rarity(sums, of_true);
        prior_ = std::log(std::max(count + schema_.true_pairs_known, 0.5) / all_pairs);
        prior_near_ = std::log(std::max(near, 0.5) / all_pairs);
    }
}

}  // namespace linking
