// How probable the levels of a pair's columns are together, in one class of pairs (true ones, or
// pairs drawn by chance): each column depends on one other, the one that tells most of it (Chow and
// Liu 1968). So a postcode that agrees because the village does counts once.
#pragma once

#include "sync-server/merge/linking/levels.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace linking {

inline constexpr int kNoParent = -1;

class Tree {
public:
    using Levels = std::array<double, kLevelsMost>;

    // Columns on their own; what is expected of each before anything is counted, level by level.
    explicit Tree(std::vector<Levels> expected);
    // From here on this level's share is never taken for more than that.
    void hold_down(std::size_t column, std::uint8_t level, double most) {
        log_most_[column][level] = std::log(most);
    }

    // A level that was never seen may have been missed: it counts as if seen so often. (Not the
    // first: how often values are equal is known from how common each is.)
    void see_at_least(double pairs) { least_seen_ = pairs; }

    // Of this column what is expected stands for so many times as many pairs.
    void lean_on_expected(std::size_t column, double times) { leaning_[column] = times; }

    // Counts a pair as far as it belongs to this class, 0 to 1.
    void begin_counting();
    void count(const std::uint8_t* levels, double weight);
    // Works out what was counted. `doubt`: for how many pairs the expectation stands; `joint`: so
    // many must be seen of two columns together before they depend on each other.
    void finish_counting(double doubt, double joint, bool may_depend);

    // Natural logarithm; columns that say nothing say nothing.
    double log_of(const std::uint8_t* levels) const;
    double log_of(std::size_t column, const std::uint8_t* levels) const;
    double share(std::size_t column, std::uint8_t level) const { return shares_[column][level]; }
    // All that was worked out, to be kept and taken up again.
    void append_to(std::vector<double>& numbers) const;
    bool take_from(std::span<const double>& numbers);
    int parent(std::size_t column) const { return parents_[column]; }
    std::size_t columns() const { return expected_.size(); }

private:
    using Joint = std::array<std::array<double, kLevelsMost>, kLevelsMost>;
    std::size_t at(std::size_t a, std::size_t b) const { return a * columns() + b; }
    double information(std::size_t a, std::size_t b) const;
    void grow();
    void work_out(std::size_t column, double joint);

    std::vector<Levels> expected_, shares_, counts_;
    std::vector<Joint> together_;     // of columns a < b, by level of a and b
    std::vector<Joint> given_;        // logarithm of a column's level, by that of its parent
    std::vector<Levels> log_shares_;  // of a column whose parent says nothing
    std::vector<Levels> log_most_;
    std::vector<int> parents_;
    std::vector<double> leaning_;
    double least_seen_ = 0;
};

}  // namespace linking
