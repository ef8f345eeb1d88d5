// How far two records agree, column by column, in a few steps from equal to different; and how rare
// is what they share.
#pragma once

#include "sync-server/merge/linking/table.h"

#include <array>
#include <cstdint>
#include <span>

namespace linking {

// 0 in every column: one of the two says nothing.
inline constexpr std::uint8_t kUnsaid = 0;
namespace name_level {
enum : std::uint8_t { Equal = 1, Near, Elsewhere, Part, Short, Mixed, Weak, Different, Count };
}
namespace date_level {
enum : std::uint8_t {
    Equal = 1,
    Exchanged,
    Slip,
    TwoParts,
    RoughlySame,
    Close,
    Year,
    Different,
    Count
};
}
namespace id_level {
enum : std::uint8_t { Equal = 1, Slip, TwoSlips, Different, Count };
}
namespace email_level {
enum : std::uint8_t { Equal = 1, SameName, Near, Alike, Different, Count };
}
namespace code_level {
enum : std::uint8_t { Equal = 1, Near, Different, Count };
}
namespace age_level {
enum : std::uint8_t { Equal = 1, YearApart, Close, Different, Count };
}
namespace text_level {
enum : std::uint8_t { Equal = 1, Near, Elsewhere, Alike, SomeWords, Different, Count };
}
// How much of all that stands in both is shared, by rarity.
namespace long_text_level {
enum : std::uint8_t { Equal = 1, Nearly, Most, Half, Third, Some, Different, Count };
}
inline constexpr std::uint8_t kLevelsMost = 9;

// Of one kind: how many levels there are, 0 among them, and how often true pairs show each, before
// anything is known of the table.
std::span<const double> expected_of_true_pairs(Kind kind);
inline std::uint8_t levels_of(Kind kind) {
    return static_cast<std::uint8_t>(expected_of_true_pairs(kind).size());
}
inline std::uint8_t different(Kind kind) {
    return static_cast<std::uint8_t>(levels_of(kind) - 1);
}

// Whether it matters how rare is what two records share at this level.
bool may_be_rare(Kind kind, std::uint8_t level);

struct Compared {
    std::array<std::uint8_t, kColumnsMost> level{};
    // Natural logarithm of how many records one must draw to meet what they share.
    std::array<float, kColumnsMost> rarity{};
};

// Not for several threads at once: it remembers what it worked out.
class Comparer {
public:
    explicit Comparer(Table& table);
    Compared compare(std::size_t a, std::size_t b);

private:
    void compare_column(std::size_t column, std::size_t a, std::size_t b, Compared& out);
    void compare_text(std::size_t column, const Value& a, const Value& b, Compared& out);
    void compare_long_text(std::size_t column, const Value& a, const Value& b, Compared& out);
    void compare_bag(const std::vector<std::size_t>& columns, std::size_t a, std::size_t b,
                     Compared& out);
    void look_elsewhere(std::size_t a, std::size_t b, Compared& out);
    float rarity_of(double count) const;

    Table& table_;
    std::vector<std::vector<std::size_t>> bags_;
    std::vector<std::size_t> texts_;  // text columns of a place, which exchange their contents
};

}  // namespace linking
