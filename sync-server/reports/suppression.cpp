#include "sync-server/reports/suppression.h"

#include "shared/base/result.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <queue>
#include <utility>

namespace reports {

namespace {

bool is_small(int count) {
    return count > 0 && count < kHiddenBelow;
}

// A table and its totals as a graph: rows (the totals' row too) on one side, columns on the other,
// cells the edges between them. Every row and column adds up, so a hidden cell is known exactly
// where it lies on no circle of hidden edges. Along a circle one more here and one less there gives
// another table with the same totals; zeros are shown, so none may come down to zero by it.
class Hiding {
public:
    explicit Hiding(const CountTable& counts)
        : rows_(counts.size() + 1), columns_((counts.empty() ? 0 : counts[0].size()) + 1) {
        cells_.assign(rows_, std::vector<int>(columns_, 0));
        for (std::size_t r = 0; r + 1 < rows_; ++r) {
            CHECK(counts[r].size() + 1 == columns_);
            for (std::size_t c = 0; c + 1 < columns_; ++c) {
                CHECK(counts[r][c] >= 0);
                cells_[r][c] = counts[r][c];
                cells_[r][columns_ - 1] += counts[r][c];
                cells_[rows_ - 1][c] += counts[r][c];
                cells_[rows_ - 1][columns_ - 1] += counts[r][c];
            }
        }
        hidden_.assign(rows_, std::vector<bool>(columns_, false));
    }

    ShownTable run() {
        for (std::size_t r = 0; r < rows_; ++r) {
            for (std::size_t c = 0; c < columns_; ++c) hidden_[r][c] = is_small(cells_[r][c]);
        }
        // What is hidden beside a small cell lies on its circle, so one pass protects all.
        for (std::size_t r = 0; r < rows_; ++r) {
            for (std::size_t c = 0; c < columns_; ++c) {
                if (hidden_[r][c]) close_circle(r, c);
            }
        }
        ShownTable shown(rows_, std::vector<std::optional<int>>(columns_));
        for (std::size_t r = 0; r < rows_; ++r) {
            for (std::size_t c = 0; c < columns_; ++c) {
                if (!hidden_[r][c]) shown[r][c] = cells_[r][c];
            }
        }
        return shown;
    }

private:
    struct Change {
        std::size_t row, column;
        int by;
    };
    using Circle = std::vector<Change>;

    // How a cell goes into the sum of its row: all cells, less the total.
    int in_row(std::size_t column) const { return column + 1 == columns_ ? -1 : 1; }
    int in_column(std::size_t row) const { return row + 1 == rows_ ? -1 : 1; }

    bool may_change(std::size_t row, std::size_t column, int by) const {
        return cells_[row][column] > 0 && cells_[row][column] + by > 0;
    }

    // Hides as few people as can be, so that the cell could as well be one more or one less.
    void close_circle(std::size_t row, std::size_t column) {
        Circle best = by_the_totals(row, column);
        std::int64_t least = cost_of(best);
        for (const int by : {1, -1}) {
            if (!may_change(row, column, by)) continue;
            const Circle found = Search(*this, row, column, by).run();
            if (found.empty() || !holds(found) || cost_of(found) >= least) continue;
            best = found;
            least = cost_of(found);
        }
        for (const Change& each : best) hidden_[each.row][each.column] = true;
    }

    // One more in the cell, its row's total, its column's and the grand total: always a way. A
    // total that is asked about itself needs the others of its own line only.
    Circle by_the_totals(std::size_t row, std::size_t column) const {
        const bool is_row_total = column + 1 == columns_, is_column_total = row + 1 == rows_;
        Circle found = {{row, column, 1}};
        if (!is_row_total) found.push_back({row, columns_ - 1, 1});
        if (!is_column_total) found.push_back({rows_ - 1, column, 1});
        if (!is_row_total && !is_column_total) found.push_back({rows_ - 1, columns_ - 1, 1});
        if (!is_row_total && !is_column_total) return found;
        // Any cell that makes up the total goes with it.
        for (std::size_t r = 0; r + 1 < rows_; ++r) {
            for (std::size_t c = 0; c + 1 < columns_; ++c) {
                const bool is_part = (is_column_total || r == row) && (is_row_total || c == column);
                if (is_part && cells_[r][c] > 0) return by_the_totals(r, c);
            }
        }
        return found;
    }

    std::int64_t cost_of(const Circle& circle) const {
        std::int64_t cost = 0;
        for (const Change& each : circle) {
            if (!hidden_[each.row][each.column]) cost += 1000 + cells_[each.row][each.column];
        }
        return cost;
    }

    // A walk may pass a cell twice: then what it changes there in all must be possible.
    bool holds(const Circle& circle) const {
        std::map<std::pair<std::size_t, std::size_t>, int> sums;
        for (const Change& each : circle) sums[{each.row, each.column}] += each.by;
        return std::all_of(sums.begin(), sums.end(), [&](const auto& each) {
            const auto& [cell, by] = each;
            return by != 0 && cells_[cell.first][cell.second] + by > 0;
        });
    }

    // The cheapest walk from the cell's row to its column that mends every sum it passes. A place
    // is a row or column and what is one too many (+1) or too few (-1) in its sum.
    class Search {
    public:
        Search(const Hiding& of, std::size_t row, std::size_t column, int by)
            : of_(of), row_(row), column_(column), by_(by) {}

        Circle run() {
            const std::size_t start = place(row_, of_.in_row(column_) * by_);
            const std::size_t end = place(of_.rows_ + column_, -of_.in_column(row_) * by_);
            const std::size_t places = 2 * (of_.rows_ + of_.columns_);
            cost_.assign(places, std::numeric_limits<std::int64_t>::max());
            before_.assign(places, {places, {}});
            cost_[start] = 0;
            open_.push({0, start});
            while (!open_.empty()) {
                const auto [so_far, from] = open_.top();
                open_.pop();
                if (so_far == cost_[from]) walk_on(from);
            }
            Circle circle = {{row_, column_, by_}};
            for (std::size_t at = end; at != start; at = before_[at].first) {
                if (before_[at].first == places) return {};
                circle.push_back(before_[at].second);
            }
            return circle;
        }

    private:
        static std::size_t place(std::size_t line, int over) {
            return 2 * line + (over > 0 ? 1 : 0);
        }

        void walk_on(std::size_t from) {
            const std::size_t line = from / 2;
            const int over = from % 2 == 1 ? 1 : -1;
            const bool is_row = line < of_.rows_;
            for (std::size_t i = 0; i < (is_row ? of_.columns_ : of_.rows_); ++i) {
                const std::size_t r = is_row ? line : i;
                const std::size_t c = is_row ? i : line - of_.rows_;
                const int here = is_row ? of_.in_row(c) : of_.in_column(r);
                const int there = is_row ? of_.in_column(r) : of_.in_row(c);
                const int by = -over * here;
                if ((r == row_ && c == column_) || !of_.may_change(r, c, by)) continue;
                const std::size_t next = place(is_row ? of_.rows_ + c : r, there * by);
                const std::int64_t step = of_.hidden_[r][c] ? 0 : 1000 + of_.cells_[r][c];
                if (cost_[from] + step >= cost_[next]) continue;
                cost_[next] = cost_[from] + step;
                before_[next] = {from, {r, c, by}};
                open_.push({cost_[next], next});
            }
        }

        using Step = std::pair<std::int64_t, std::size_t>;
        const Hiding& of_;
        std::size_t row_, column_;
        int by_;
        std::vector<std::int64_t> cost_;
        std::vector<std::pair<std::size_t, Change>> before_;
        std::priority_queue<Step, std::vector<Step>, std::greater<>> open_;
    };

    std::size_t rows_, columns_;
    CountTable cells_;
    std::vector<std::vector<bool>> hidden_;
};

}  // namespace

ShownTable suppressed(const CountTable& counts) {
    return Hiding(counts).run();
}

PercentShown percent_shown(int numerator, int denominator) {
    const bool gives_away = is_small(numerator) || is_small(denominator - numerator);
    if (denominator < kPercentHiddenBelow || gives_away) return PercentShown::Hidden;
    return denominator < kPercentBracketedBelow ? PercentShown::Bracketed : PercentShown::Plain;
}

}  // namespace reports
