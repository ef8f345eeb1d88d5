#include "sync-server/merge/linking/weights.h"

#include <algorithm>
#include <cmath>

namespace linking {

namespace {

// True pairs seldom differ wholly in what tells who it is; a class that does is no class of true
// pairs.
constexpr double kDifferentMost = 0.12, kIdDifferentMost = 0.05;
// One column says nothing of how true pairs of it look: what is expected of a title stands for so
// many times as many pairs.
constexpr double kTitleLeans = 3;
// Beside a title a number is a price, which two shops have in common now and then.
constexpr double kSamePrice = 0.4, kNearPrice = 0.1;
constexpr double kSeenLeast = 0.5;  // of the drawn pairs
constexpr double kRarestLess = -3, kRarestMore = 6;
constexpr double kNever = -99;  // log odds

std::vector<Tree::Levels> expected_of_true(const Schema& schema) {
    std::vector<Tree::Levels> all;
    for (const Column& column : schema.columns) {
        Tree::Levels levels{};
        const auto expected = expected_of_true_pairs(column.kind);
        std::copy(expected.begin(), expected.end(), levels.begin());
        const bool is_price = column.kind == Kind::Number && has_title(schema);
        if (is_price) levels = {0, kSamePrice, kNearPrice, 1 - kSamePrice - kNearPrice};
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
    hold_what_tells_who();
    has_places_ = std::any_of(schema.columns.begin(), schema.columns.end(),
                              [](const Column& column) { return column.is_place; });
}

// The first long text is a title, which tells who it is.
void Weights::hold_what_tells_who() {
    bool may_be_title = has_title(schema_);
    for (std::size_t i = 0; i < schema_.size(); ++i) {
        const Kind kind = schema_.columns[i].kind;
        const bool is_title = kind == Kind::LongText && may_be_title;
        may_be_title = may_be_title && !is_title;
        const bool tells_who =
            kind == Kind::Name || kind == Kind::Date || kind == Kind::Id || is_title;
        if (!tells_who) continue;
        true_.hold_down(i, different(kind), kind == Kind::Id ? kIdDifferentMost : kDifferentMost);
        if (is_title) true_.lean_on_expected(i, kTitleLeans);
    }
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

// Neighbours share the place and the family's name as true pairs do, however rare; the rest by
// chance.
Weights::Odds Weights::odds(const Pairs& pairs, std::size_t pair) const {
    const std::uint8_t* levels = pairs.levels(pair);
    const double by_chance = chance_.log_of(levels);
    double rare = 0, shared = 0;
    for (std::size_t i = 0; i < schema_.size(); ++i) {
        if (schema_.columns[i].is_place) continue;
        const double rarity = rarity_of(pairs, pair, i);
        if (rarity == 0) continue;
        rare += rarity;
        if (schema_.columns[i].is_shared_by_neighbours()) {
            shared += rarity_shared(i, levels[i], rarity);
        }
    }
    const double of_place = rarity_of_place(pairs, pair);
    const Whereabouts all = log_of_true(levels, of_place);
    const double is_true = prior_ + rare + log_of_sum(all.has_stayed, all.has_moved);
    if (!has_places_) return {is_true - by_chance, kNever};
    const double is_near = prior_near_ + log_of_near(levels) + shared + of_place;
    return {is_true - log_of_sum(by_chance, is_near), is_near - log_of_sum(by_chance, is_true)};
}

// What is rare in one column of a place is rare in the others: counted once, at its most.
double Weights::rarity_of_place(const Pairs& pairs, std::size_t pair) const {
    double most = 0, least = 0;
    for (std::size_t i = 0; i < schema_.size(); ++i) {
        if (!schema_.columns[i].is_place) continue;
        const double rarity = rarity_of(pairs, pair, i);
        most = std::max(most, rarity);
        least = std::min(least, rarity);
    }
    return most + least;
}

std::array<std::uint8_t, kColumnsMost> Weights::levels_but_place(const std::uint8_t* levels) const {
    std::array<std::uint8_t, kColumnsMost> rest{};
    for (std::size_t i = 0; i < schema_.size(); ++i) {
        if (!schema_.columns[i].is_place) rest[i] = levels[i];
    }
    return rest;
}

bool Weights::says_place(const std::uint8_t* levels) const {
    for (std::size_t i = 0; i < schema_.size(); ++i) {
        if (schema_.columns[i].is_place && levels[i] != kUnsaid) return true;
    }
    return false;
}

// Who has moved has a place like anybody's: all its columns differ at once, which says little more
// than that one of them does.
Weights::Whereabouts Weights::log_of_true(const std::uint8_t* levels, double of_place) const {
    const double stayed = true_.log_of(levels) + of_place;
    if (moved_ <= 0 || !says_place(levels)) return {stayed, kNever};
    const auto rest = levels_but_place(levels);
    const double by_chance = chance_.log_of(levels) - chance_.log_of(rest.data());
    return {std::log(1 - moved_) + stayed,
            std::log(moved_) + true_.log_of(rest.data()) + by_chance};
}

std::vector<double> Weights::numbers() const {
    std::vector<double> all = {prior_, prior_near_, moved_};
    for (const Tree* tree : {&true_, &near_, &chance_}) tree->append_to(all);
    for (const Levels& each : usual_rarity_) all.insert(all.end(), each.begin(), each.end());
    return all;
}

bool Weights::take(std::span<const double> numbers) {
    if (numbers.size() < 3) return false;
    prior_ = numbers[0];
    prior_near_ = numbers[1];
    moved_ = numbers[2];
    numbers = numbers.subspan(3);
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

}  // namespace linking
