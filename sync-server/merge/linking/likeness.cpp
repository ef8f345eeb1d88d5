#include "sync-server/merge/linking/likeness.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace linking {

namespace {

constexpr std::size_t kLongest = 64;

struct Common {
    double letters = 0;
    double out_of_turn = 0;
};

// Letters of one that stand near the same place in the other.
Common common_of(std::string_view a, std::string_view b) {
    std::array<bool, kLongest> taken{};
    std::array<char, kLongest> found{};
    std::size_t count = 0;
    const std::size_t reach = std::max<std::size_t>(std::max(a.size(), b.size()) / 2, 1) - 1;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::size_t from = i > reach ? i - reach : 0;
        const std::size_t to = std::min(i + reach + 1, b.size());
        for (std::size_t j = from; j < to; ++j) {
            if (taken[j] || a[i] != b[j]) continue;
            taken[j] = true;
            found[count++] = a[i];
            break;
        }
    }
    Common common{static_cast<double>(count), 0};
    for (std::size_t j = 0, k = 0; j < b.size(); ++j) {
        if (taken[j] && b[j] != found[k++]) common.out_of_turn += 0.5;
    }
    return common;
}

// Each edit puts at most two letters' counts out.
bool are_too_many(std::string_view a, std::string_view b, int most) {
    std::array<signed char, 32> counts{};
    for (const char c : a) ++counts[static_cast<unsigned char>(c) % 32];
    for (const char c : b) --counts[static_cast<unsigned char>(c) % 32];
    int out = 0;
    for (const signed char count : counts) out += count < 0 ? -count : count;
    return out > 2 * most;
}

}  // namespace

double jaro_winkler(std::string_view a, std::string_view b) {
    a = a.substr(0, kLongest);
    b = b.substr(0, kLongest);
    if (a.empty() || b.empty()) return 0;
    const Common common = common_of(a, b);
    if (common.letters == 0) return 0;
    const double jaro = (common.letters / static_cast<double>(a.size()) +
                         common.letters / static_cast<double>(b.size()) +
                         (common.letters - common.out_of_turn) / common.letters) /
                        3;
    std::size_t same = 0;
    while (same < 4 && same < a.size() && same < b.size() && a[same] == b[same]) ++same;
    return jaro + static_cast<double>(same) * 0.1 * (1 - jaro);
}

int edits(std::string_view a, std::string_view b, int most) {
    a = a.substr(0, kLongest);
    b = b.substr(0, kLongest);
    const int apart = static_cast<int>(a.size()) - static_cast<int>(b.size());
    if (std::abs(apart) > most || are_too_many(a, b, most)) return most + 1;
    while (!a.empty() && !b.empty() && a.front() == b.front()) {
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a.remove_suffix(1);
        b.remove_suffix(1);
    }
    if (a.empty() || b.empty()) return static_cast<int>(std::max(a.size(), b.size()));
    std::array<std::array<int, kLongest + 1>, 3> rows;
    for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& now = rows[i % 3];
        const auto& last = rows[(i + 2) % 3];
        const auto& before = rows[(i + 1) % 3];
        now[0] = static_cast<int>(i);
        int least = now[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
            const bool is_turned = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (is_turned) now[j] = std::min(now[j], before[j - 2] + 1);
            least = std::min(least, now[j]);
        }
        if (least > most) return most + 1;
    }
    return std::min(rows[a.size() % 3][b.size()], most + 1);
}

}  // namespace linking
