#include "sync-server/merge/linking/exchanged.h"

#include <array>
#include <cmath>

namespace linking {

namespace {

// More than two records say of each other, one of which is exchanged: which of them, nobody can
// tell.
constexpr double kSurelyExchanged = 2.5;
constexpr double kDoubt = 0.5;  // a word that was never seen there may have been missed

// How many records have each word in each of the two columns.
class Counted {
public:
    Counted(const Table& table, const NameColumns& names)
        : table_(table), columns_{names.given, names.family}, counts_(table.words().size()) {
        for (std::size_t row = 0; row < table.size(); ++row) {
            for (const std::size_t side : {0U, 1U}) {
                for (const std::int32_t word : words(row, side)) {
                    counts_[static_cast<std::size_t>(word)][side] += 1;
                    all_[side] += 1;
                }
            }
        }
    }

    // Log odds that the words of this record are the other column's.
    double odds_of_exchange(std::size_t row) const {
        double odds = 0;
        for (const std::size_t side : {0U, 1U}) {
            const double fuller = std::log((all_[side] + 1) / (all_[1 - side] + 1));
            for (const std::int32_t word : words(row, side)) {
                const auto& seen = counts_[static_cast<std::size_t>(word)];
                const double here = seen[side] - 1;
                const double there = seen[1 - side];
                if (here + there == 0) continue;
                odds += std::log((there + kDoubt) / (here + kDoubt)) + fuller;
            }
        }
        return odds;
    }

private:
    const std::vector<std::int32_t>& words(std::size_t row, std::size_t side) const {
        return table_.at(row, columns_[side]).words;
    }

    const Table& table_;
    std::array<std::size_t, 2> columns_;
    std::vector<std::array<double, 2>> counts_;
    std::array<double, 2> all_{};
};

}  // namespace

std::optional<NameColumns> names_that_change_places(const Schema& schema) {
    const auto& columns = schema.columns;
    for (std::size_t given = 0; given < columns.size(); ++given) {
        if (columns[given].kind != Kind::Name || columns[given].is_of_family) continue;
        for (std::size_t family = 0; family < columns.size(); ++family) {
            const Column& each = columns[family];
            const bool is_family = each.kind == Kind::Name && each.is_of_family;
            if (is_family && each.bag == columns[given].bag) return NameColumns{given, family};
        }
    }
    return std::nullopt;
}

std::vector<std::uint8_t> rows_with_exchanged(const Table& table, const NameColumns& names) {
    const Counted counted(table, names);
    std::vector<std::uint8_t> exchanged(table.size());
    for (std::size_t row = 0; row < table.size(); ++row) {
        exchanged[row] = counted.odds_of_exchange(row) > kSurelyExchanged ? 1 : 0;
    }
    return exchanged;
}

}  // namespace linking
