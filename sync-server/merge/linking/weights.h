// Fellegi and Sunter's weights, learned from the table itself: how often true pairs and pairs drawn
// by chance show each level, and how many true pairs there are (EM). Nobody marks any pair.
//
// Besides true pairs and chance there are neighbours: different people of one house or place, who
// share its address and often a surname. They are a class of their own, or they would be taken for
// true pairs.
#pragma once

#include "sync-server/merge/linking/going.h"
#include "sync-server/merge/linking/pairs.h"
#include "sync-server/merge/linking/table.h"
#include "sync-server/merge/linking/tree.h"

#include <span>
#include <vector>

namespace linking {

class Weights {
public:
    explicit Weights(const Schema& schema);

    // Before anything is learned of true pairs: what pairs drawn by chance show.
    void begin(const Pairs& drawn, double all_pairs);
    // `likely`: all pairs that may be true; `drawn`: pairs drawn by chance out of `all_pairs`.
    void learn(const Pairs& likely, const Pairs& drawn, double all_pairs, Going& going);

    // Natural logarithm of the odds that a pair is true, and that it is one of neighbours.
    struct Odds {
        double is_true = 0, is_near = 0;
    };
    Odds odds(const Pairs& pairs, std::size_t pair) const;
    double log_odds(const Pairs& pairs, std::size_t pair) const {
        return odds(pairs, pair).is_true;
    }
    double prior() const { return prior_; }  // of any two records
    double prior_near() const { return prior_near_; }
    const Tree& of_true() const { return true_; }
    const Tree& by_chance() const { return chance_; }
    const Tree& of_near() const { return near_; }
    void set_prior(double prior) { prior_ = prior; }
    // To keep them: as numbers of this schema, and back. False: they are of another schema.
    std::vector<double> numbers() const;
    bool take(std::span<const double> numbers);

private:
    using Levels = Tree::Levels;
    // Of the rarity of what is shared, by column and level, over pairs as far as they count.
    struct Sums {
        std::vector<Levels> rarity, weight;
    };
    void add(const Pairs& pairs, std::size_t pair, double weight, bool is_chance, Sums& to) const;
    class Drawn;
    struct Shares {
        double is_true = 0, is_near = 0;
    };
    Shares shares(const Pairs& pairs, std::size_t pair) const;
    struct Counted {
        double is_true = 0, is_near = 0;
    };
    Counted count_likely(const Pairs& likely, Sums& of_true, Going& going);
    double log_of_near(const std::uint8_t* levels) const;
    // Of a true pair: that both live where they lived, and that one has moved.
    struct Whereabouts {
        double has_stayed = 0, has_moved = 0;
    };
    Whereabouts log_of_true(const std::uint8_t* levels, double of_place) const;
    double share_moved(const Pairs& pairs, std::size_t pair) const;
    void count_true(const Pairs& likely, std::size_t pair, double weight, double moved,
                    Sums& of_true);
    bool says_place(const std::uint8_t* levels) const;
    double rarity_of_place(const Pairs& pairs, std::size_t pair) const;
    std::array<std::uint8_t, kColumnsMost> levels_but_place(const std::uint8_t* levels) const;
    std::array<std::uint8_t, kColumnsMost> shared_levels(const std::uint8_t* levels) const;
    double rarity_of(const Pairs& pairs, std::size_t pair, std::size_t column) const;
    double rarity_shared(std::size_t column, std::uint8_t level, double rarity) const;
    void expect_rarity(const Sums& by_chance, const Sums& of_true);

    void hold_what_tells_who();

    Schema schema_;
    Tree true_, near_, chance_;
    std::vector<Levels> usual_rarity_;  // of what pairs drawn by chance share at a level
    double prior_ = 0, prior_near_ = 0;
    double moved_ = 0;  // of true pairs, how many have moved
    bool has_places_ = false;
};

double probability(double log_odds);

}  // namespace linking
