#include "sync-server/merge/linking/tree.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace linking {

namespace {

constexpr double kLeast = 1e-9;  // a share that was never seen

}  // namespace

Tree::Tree(std::vector<Levels> expected)
    : expected_(std::move(expected)),
      shares_(expected_),
      counts_(expected_.size()),
      together_(expected_.size() * expected_.size()),
      given_(expected_.size()),
      log_shares_(expected_.size()),
      log_most_(expected_.size()),
      parents_(expected_.size(), kNoParent),
      leaning_(expected_.size(), 1) {
    finish_counting(1, 1, false);
}

void Tree::begin_counting() {
    for (Levels& each : counts_) each.fill(0);
    for (Joint& each : together_) {
        for (Levels& row : each) row.fill(0);
    }
}

void Tree::count(const std::uint8_t* levels, double weight) {
    for (std::size_t a = 0; a < columns(); ++a) {
        if (levels[a] == kUnsaid) continue;
        counts_[a][levels[a]] += weight;
        for (std::size_t b = a + 1; b < columns(); ++b) {
            if (levels[b] != kUnsaid) together_[at(a, b)][levels[a]][levels[b]] += weight;
        }
    }
}

void Tree::finish_counting(double doubt, double joint, bool may_depend) {
    for (std::size_t i = 0; i < columns(); ++i) {
        const double all = std::accumulate(counts_[i].begin(), counts_[i].end(), 0.0);
        const double known = doubt * leaning_[i];
        for (std::size_t level = 1; level < kLevelsMost; ++level) {
            const double least = level == 1 ? 0 : least_seen_;
            shares_[i][level] =
                (counts_[i][level] + known * expected_[i][level] + least) / (all + known) + kLeast;
            log_shares_[i][level] = std::min(std::log(shares_[i][level]), log_most_[i][level]);
        }
    }
    parents_.assign(columns(), kNoParent);
    if (may_depend) grow();
    for (std::size_t i = 0; i < columns(); ++i) work_out(i, joint);
}

// How much the one tells of the other, in pairs where both say something.
double Tree::information(std::size_t a, std::size_t b) const {
    const Joint& joint = together_[at(a, b)];
    Levels of_a{}, of_b{};
    double all = 0;
    for (std::size_t x = 1; x < kLevelsMost; ++x) {
        for (std::size_t y = 1; y < kLevelsMost; ++y) {
            of_a[x] += joint[x][y];
            of_b[y] += joint[x][y];
            all += joint[x][y];
        }
    }
    if (all < 50) return 0;
    double sum = 0;
    for (std::size_t x = 1; x < kLevelsMost; ++x) {
        for (std::size_t y = 1; y < kLevelsMost; ++y) {
            if (joint[x][y] > 0)
                sum += joint[x][y] * std::log(joint[x][y] * all / of_a[x] / of_b[y]);
        }
    }
    return sum - 30;  // so much appears by chance
}

// The tree of most information, from the first column outwards.
void Tree::grow() {
    std::vector<bool> is_in(columns(), false);
    for (std::size_t step = 0; step < columns(); ++step) {
        double best = 0;
        int parent = kNoParent;
        std::size_t next = columns();
        for (std::size_t i = 0; i < columns(); ++i) {
            if (is_in[i]) continue;
            if (next == columns()) next = i;
            for (std::size_t j = 0; j < columns(); ++j) {
                if (!is_in[j]) continue;
                const double told = information(std::min(i, j), std::max(i, j));
                if (told <= best) continue;
                best = told;
                parent = static_cast<int>(j);
                next = i;
            }
        }
        is_in[next] = true;
        parents_[next] = parent;
    }
}

void Tree::work_out(std::size_t column, double doubt) {
    if (parents_[column] == kNoParent) return;
    const auto parent = static_cast<std::size_t>(parents_[column]);
    const bool is_turned = column < parent;
    const Joint& joint = together_[is_turned ? at(column, parent) : at(parent, column)];
    const auto seen = [&](std::size_t of_parent, std::size_t own) {
        return is_turned ? joint[own][of_parent] : joint[of_parent][own];
    };
    for (std::size_t above = 1; above < kLevelsMost; ++above) {
        double all = 0;
        for (std::size_t own = 1; own < kLevelsMost; ++own) all += seen(above, own);
        for (std::size_t own = 1; own < kLevelsMost; ++own) {
            const double share =
                (seen(above, own) + doubt * shares_[column][own]) / (all + doubt) + kLeast;
            given_[column][above][own] = std::min(std::log(share), log_most_[column][own]);
        }
    }
}

void Tree::append_to(std::vector<double>& numbers) const {
    for (std::size_t i = 0; i < columns(); ++i) {
        numbers.push_back(parents_[i]);
        numbers.insert(numbers.end(), shares_[i].begin(), shares_[i].end());
        numbers.insert(numbers.end(), log_shares_[i].begin(), log_shares_[i].end());
        if (parents_[i] == kNoParent) continue;
        for (const Levels& row : given_[i]) numbers.insert(numbers.end(), row.begin(), row.end());
    }
}

bool Tree::take_from(std::span<const double>& numbers) {
    const auto take = [&numbers](Levels& to) {
        if (numbers.size() < to.size()) return false;
        std::copy_n(numbers.begin(), to.size(), to.begin());
        numbers = numbers.subspan(to.size());
        return true;
    };
    for (std::size_t i = 0; i < columns(); ++i) {
        if (numbers.empty()) return false;
        parents_[i] = static_cast<int>(numbers.front());
        numbers = numbers.subspan(1);
        if (parents_[i] < kNoParent || parents_[i] >= static_cast<int>(columns())) return false;
        if (!take(shares_[i]) || !take(log_shares_[i])) return false;
        if (parents_[i] == kNoParent) continue;
        for (Levels& row : given_[i]) {
            if (!take(row)) return false;
        }
    }
    return true;
}

double Tree::log_of(std::size_t column, const std::uint8_t* levels) const {
    const std::uint8_t own = levels[column];
    if (own == kUnsaid) return 0;
    const int parent = parents_[column];
    const std::uint8_t above = parent == kNoParent ? kUnsaid : levels[parent];
    return above == kUnsaid ? log_shares_[column][own] : given_[column][above][own];
}

double Tree::log_of(const std::uint8_t* levels) const {
    double sum = 0;
    for (std::size_t i = 0; i < columns(); ++i) sum += log_of(i, levels);
    return sum;
}

}  // namespace linking
