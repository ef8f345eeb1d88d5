#include "sync-server/merge/linking/long_text.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace linking {

namespace {

using Numbers = std::vector<std::int32_t>;

constexpr double kSlip = 0.8;  // what a word with a slip in it weighs, beside an equal one

double rarity_of(const Words& words, std::int32_t word, double total) {
    const auto count = static_cast<double>(std::max<std::int64_t>(words.count_of(word), 1));
    return std::log(total / count) + 0.1;
}

double sum_of(const Words& words, const Numbers& numbers, double total) {
    double sum = 0;
    for (const std::int32_t word : numbers) sum += rarity_of(words, word, total);
    return sum;
}

bool has_digit(const std::string& text) {
    return text.find_first_of("0123456789") != text.npos;
}

Numbers without(const Numbers& all, const Numbers& some) {
    Numbers rest;
    std::set_difference(all.begin(), all.end(), some.begin(), some.end(), std::back_inserter(rest));
    return rest;
}

// Of the words that stand on one side only: those that a slip of the pen has made two.
double shared_with_slips(Words& words, const Numbers& a, Numbers b, double total) {
    double sum = 0;
    for (const std::int32_t word : a) {
        if (has_digit(words.text(word))) continue;
        const auto like = std::find_if(b.begin(), b.end(), [&](std::int32_t other) {
            return !has_digit(words.text(other)) && words.likeness(word, other) >= Likeness::Near;
        });
        if (like == b.end()) continue;
        sum += kSlip * std::min(rarity_of(words, word, total), rarity_of(words, *like, total));
        b.erase(like);
    }
    return sum;
}

}  // namespace

SharedPart shared_part(Words& words, const Numbers& a, const Numbers& b, double total) {
    Numbers both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    if (both.empty()) return {};
    SharedPart shared;
    shared.together = sum_of(words, both, total) +
                      shared_with_slips(words, without(a, both), without(b, both), total);
    const double all = sum_of(words, a, total) + sum_of(words, b, total);
    shared.part = shared.together / std::max(all - shared.together, 1e-9);
    return shared;
}

}  // namespace linking
