// The words of two names, or two texts, brought together wherever they stand.
#pragma once

#include "sync-server/merge/linking/levels.h"

#include <vector>

namespace linking {

// Of two texts: what they share weighs by its rarity.
struct Shared {
    double weight = 0;
    double weight_of_all = 0;  // of both, what is shared counted once
    bool is_part = false;      // all words of the shorter one stand in the other
};
Shared shared_words(Words& words, const std::vector<std::int32_t>& a,
                    const std::vector<std::int32_t>& b, double total);

struct BagPart {
    std::uint8_t level = kUnsaid;
    double rarity = 0;
};

// Two names in one or several columns (given name, surname): each word finds its like in the other
// name, in the same column if it can.
class Bag {
public:
    Bag(Table& table, const std::vector<std::size_t>& columns, std::size_t a, std::size_t b);
    // How far the names agree in the i-th of the columns.
    BagPart part(std::size_t i) const;

private:
    struct Placed {
        std::int32_t word = 0;
        std::size_t column = 0;
        bool is_matched = false;
    };
    struct Match {
        std::size_t a = 0, b = 0;
        Likeness likeness = Likeness::None;
        bool is_elsewhere = false;
    };
    std::vector<Placed> placed(const std::vector<std::size_t>& columns, std::size_t row) const;
    void match();
    void put_family_name_home();
    double rarity_of(std::int32_t word) const;
    bool is_joined(std::size_t column) const;
    // What of a column's words found its like, and what is left over on either side.
    struct Sums {
        double matched = 0, unmatched_a = 0, unmatched_b = 0, rarity = 0;
        Likeness worst = Likeness::Equal;
        bool is_elsewhere = false, has_a = false, has_b = false;
    };
    bool is_counted_in(const Match& match, std::size_t column) const;
    Sums sums_of(std::size_t column) const;
    BagPart judged(std::size_t column) const;

    Table& table_;
    const std::vector<std::size_t>& columns_;
    std::vector<Placed> a_, b_;
    std::vector<Match> matches_;
};

}  // namespace linking
