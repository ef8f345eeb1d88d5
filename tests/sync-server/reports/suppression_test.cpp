// Nobody can compute a hidden cell from what is shown: tried by somebody who knows the rules.
#include "sync-server/reports/suppression.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace reports;

namespace {

// Every table of whole numbers that agrees with what is shown, by trying; and which values each
// hidden cell takes in them.
class Guessing {
public:
    explicit Guessing(const ShownTable& shown)
        : shown_(shown),
          rows_(shown.size() - 1),
          columns_(shown[0].size() - 1),
          guess_(rows_, std::vector<int>(columns_, 0)),
          least_(shown.size(), std::vector<int>(shown[0].size(), 1 << 20)),
          most_(shown.size(), std::vector<int>(shown[0].size(), -1)) {}

    void run(int most) {
        most_value_ = most;
        fill(0);
    }
    bool is_known(std::size_t r, std::size_t c) const { return least_[r][c] == most_[r][c]; }
    bool has_found() const { return most_[0][0] >= 0; }

private:
    void fill(std::size_t cell) {
        if (cell == rows_ * columns_) return note();
        const std::size_t r = cell / columns_, c = cell % columns_;
        if (c == 0 && r > 0 && !row_agrees(r - 1)) return;
        // Zeros are always shown: whoever knows that knows that a hidden cell is none.
        const int from = shown_[r][c] ? *shown_[r][c] : 1;
        const int to = shown_[r][c] ? *shown_[r][c] : most_value_;
        for (int value = from; value <= to; ++value) {
            guess_[r][c] = value;
            fill(cell + 1);
        }
    }

    bool row_agrees(std::size_t r) const {
        int sum = 0;
        for (const int value : guess_[r]) sum += value;
        return !shown_[r][columns_] || *shown_[r][columns_] == sum;
    }

    void note() {
        if (!row_agrees(rows_ - 1)) return;
        std::vector<std::vector<int>> whole(rows_ + 1, std::vector<int>(columns_ + 1, 0));
        for (std::size_t r = 0; r < rows_; ++r) {
            for (std::size_t c = 0; c < columns_; ++c) {
                whole[r][c] = guess_[r][c];
                whole[r][columns_] += guess_[r][c];
                whole[rows_][c] += guess_[r][c];
                whole[rows_][columns_] += guess_[r][c];
            }
        }
        for (std::size_t c = 0; c <= columns_; ++c) {
            if (shown_[rows_][c] && *shown_[rows_][c] != whole[rows_][c]) return;
        }
        for (std::size_t r = 0; r <= rows_; ++r) {
            for (std::size_t c = 0; c <= columns_; ++c) {
                least_[r][c] = std::min(least_[r][c], whole[r][c]);
                most_[r][c] = std::max(most_[r][c], whole[r][c]);
            }
        }
    }

    const ShownTable& shown_;
    std::size_t rows_, columns_;
    CountTable guess_, least_, most_;
    int most_value_ = 0;
};

void check_nobody_knows(const CountTable& counts) {
    const ShownTable shown = suppressed(counts);
    Guessing guessing(shown);
    guessing.run(14);
    REQUIRE(guessing.has_found());
    for (std::size_t r = 0; r < shown.size(); ++r) {
        for (std::size_t c = 0; c < shown[0].size(); ++c) {
            if (!shown[r][c]) CHECK_FALSE(guessing.is_known(r, c));
        }
    }
}

}  // namespace

TEST_CASE("a hidden cell cannot be computed from the totals, in any small table") {
    constexpr unsigned seed = 20'261'121;
    INFO("seed ", seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 150; ++round) {
        const std::size_t columns = round % 2 == 0 ? 2 : 3;
        CountTable counts(2, std::vector<int>(columns));
        for (auto& row : counts) {
            for (int& cell : row) cell = static_cast<int>(random() % 10);
        }
        check_nobody_knows(counts);
    }
}

TEST_CASE("two cells of one that add up to a known two are not known by that") {
    check_nobody_knows({{1, 1, 9}, {8, 7, 6}});
    check_nobody_knows({{1, 0, 0}, {8, 7, 6}});
    check_nobody_knows({{1, 1}, {1, 1}});
    check_nobody_knows({{4, 9, 8}});
}

TEST_CASE("the only small cell takes others with it, the fewest people first") {
    const ShownTable shown = suppressed({{3, 20, 30}, {40, 6, 50}, {70, 80, 90}});
    CHECK_FALSE(shown[0][0]);
    CHECK_FALSE(shown[0][1]);
    CHECK_FALSE(shown[1][0]);
    CHECK_FALSE(shown[1][1]);
    CHECK(shown[2][2] == 90);
    CHECK(shown[3][3] == 389);  // totals that give nothing away stay
}

TEST_CASE("zeros are shown, and a table without small cells is whole") {
    const ShownTable shown = suppressed({{0, 5}, {7, 0}});
    CHECK(shown[0][0] == 0);
    CHECK(shown[2][2] == 12);
    for (const auto& row : shown) {
        for (const auto& cell : row) CHECK(cell.has_value());
    }
}

TEST_CASE("a percentage of few, or one that gives a small count away, is hidden") {
    CHECK(percent_shown(10, 24) == PercentShown::Hidden);
    CHECK(percent_shown(10, 25) == PercentShown::Bracketed);
    CHECK(percent_shown(20, 50) == PercentShown::Plain);
    CHECK(percent_shown(3, 60) == PercentShown::Hidden);
    CHECK(percent_shown(57, 60) == PercentShown::Hidden);
    CHECK(percent_shown(0, 60) == PercentShown::Plain);
    CHECK(percent_shown(0, 0) == PercentShown::Hidden);
}
