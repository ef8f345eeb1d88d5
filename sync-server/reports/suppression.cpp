#include "sync-server/reports/suppression.h"

#include "shared/base/result.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <queue>

namespace reports {

namespace {

bool is_small(int count) {
    return count > 0 && count < kHiddenBelow;
}

// A table and its totals as a graph: rows (the totals' row too) on one side, columns on the other,
// cells the edges between them. Every row and column adds up, so the hidden cells are known exactly
// where a hidden edge lies on no circle of hidden edges. On a circle of positive cells, one more
// here and one less there gives another table with the same totals.
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
    // From its row to its column by other positive cells, hiding as few people as can be.
    void close_circle(std::size_t row, std::size_t column) {
        const std::size_t nodes = rows_ + columns_;
        std::vector<std::int64_t> cost(nodes, std::numeric_limits<std::int64_t>::max());
        std::vector<std::size_t> before(nodes, nodes);
        using Step = std::pair<std::int64_t, std::size_t>;
        std::priority_queue<Step, std::vector<Step>, std::greater<>> open;
        cost[row] = 0;
        open.push({0, row});
        while (!open.empty()) {
            const auto [so_far, node] = open.top();
            open.pop();
            if (so_far > cost[node]) continue;
            const bool is_row = node < rows_;
            const std::size_t others = is_row ? columns_ : rows_;
            for (std::size_t i = 0; i < others; ++i) {
                const std::size_t r = is_row ? node : i;
                const std::size_t c = is_row ? i : node - rows_;
                if ((r == row && c == column) || cells_[r][c] == 0) continue;
                const std::size_t next = is_row ? rows_ + c : r;
                const std::int64_t step = hidden_[r][c] ? 0 : 1000 + cells_[r][c];
                if (so_far + step >= cost[next]) continue;
                cost[next] = so_far + step;
                before[next] = node;
                open.push({cost[next], next});
            }
        }
        // Its row's total, its column's and the grand total are positive as it is: a way exists
        // unless the table is that one cell.
        for (std::size_t node = rows_ + column; node != row; node = before[node]) {
            CHECK(before[node] != nodes);
            hide(node, before[node]);
        }
    }

    void hide(std::size_t a, std::size_t b) {
        const std::size_t r = a < rows_ ? a : b;
        const std::size_t c = (a < rows_ ? b : a) - rows_;
        hidden_[r][c] = true;
    }

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
