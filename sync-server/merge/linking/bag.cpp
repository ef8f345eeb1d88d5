#include "sync-server/merge/linking/bag.h"

#include "sync-server/merge/linking/likeness.h"

#include <algorithm>
#include <cmath>

namespace linking {

namespace {

constexpr std::size_t kWordsMost = 12;

double weight_of(const Words& words, std::int32_t word, double total) {
    const auto count = static_cast<double>(std::max<std::int64_t>(words.count_of(word), 1));
    return std::log(total / count) + 0.1;
}

}  // namespace

Shared shared_words(Words& words, const std::vector<std::int32_t>& a,
                    const std::vector<std::int32_t>& b, double total) {
    Shared shared;
    std::vector<bool> taken(b.size(), false);
    double of_b = 0;
    std::size_t found = 0;
    for (const std::int32_t word : b) of_b += weight_of(words, word, total);
    for (const std::int32_t word : a) {
        const double weight = weight_of(words, word, total);
        shared.weight_of_all += weight;
        std::size_t best = b.size();
        Likeness like = Likeness::Weak;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const Likeness now = taken[j] ? Likeness::None : words.likeness(word, b[j]);
            if (now <= like) continue;
            like = now;
            best = j;
        }
        if (best == b.size()) continue;
        taken[best] = true;
        ++found;
        const double of_other = weight_of(words, b[best], total);
        of_b -= of_other;
        const double part = like == Likeness::Equal ? 1 : like == Likeness::Short ? 0.6 : 0.9;
        const double least = std::min(weight, of_other);
        shared.weight_of_all += least - weight;
        shared.weight += least * part;
    }
    shared.weight_of_all += of_b;
    shared.is_part = found > 0 && found == std::min(a.size(), b.size());
    return shared;
}

Bag::Bag(Table& table, const std::vector<std::size_t>& columns, std::size_t a, std::size_t b)
    : table_(table), columns_(columns), a_(placed(columns, a)), b_(placed(columns, b)) {
    match();
    put_family_name_home();
}

std::vector<Bag::Placed> Bag::placed(const std::vector<std::size_t>& columns,
                                     std::size_t row) const {
    std::vector<Placed> words;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::size_t from = table_.home_of(row, columns[i]);
        for (const std::int32_t word : table_.at(row, from).words) {
            if (words.size() < kWordsMost) words.push_back({word, i, false});
        }
    }
    return words;
}

// The likest first, and of equal ones those that stand in one column; each word once.
void Bag::match() {
    std::vector<Match> all;
    for (std::size_t i = 0; i < a_.size(); ++i) {
        for (std::size_t j = 0; j < b_.size(); ++j) {
            const Likeness like = table_.words().likeness(a_[i].word, b_[j].word);
            if (like == Likeness::None) continue;
            const bool is_elsewhere = a_[i].column != b_[j].column;
            if (is_elsewhere && like < Likeness::Near) continue;
            all.push_back({i, j, like, is_elsewhere});
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Match& x, const Match& y) {
        if (x.likeness != y.likeness) return x.likeness > y.likeness;
        return x.is_elsewhere < y.is_elsewhere;
    });
    for (const Match& each : all) {
        if (a_[each.a].is_matched || b_[each.b].is_matched) continue;
        a_[each.a].is_matched = b_[each.b].is_matched = true;
        matches_.push_back(each);
    }
}

// One word alone that is one's family name and stands among the other's own names: that is the
// family's name, which people of one house share, and the other's names have changed places.
void Bag::put_family_name_home() {
    if (matches_.size() != 1 || !matches_[0].is_elsewhere) return;
    const std::size_t in_a = a_[matches_[0].a].column;
    const std::size_t in_b = b_[matches_[0].b].column;
    const auto is_of_family = [&](std::size_t i) {
        return table_.schema().columns[columns_[i]].is_of_family;
    };
    if (is_of_family(in_a) == is_of_family(in_b)) return;
    for (Placed& each : is_of_family(in_a) ? b_ : a_) {
        if (each.column == in_a) {
            each.column = in_b;
        } else if (each.column == in_b) {
            each.column = in_a;
        }
    }
}

double Bag::rarity_of(std::int32_t word) const {
    return weight_of(table_.words(), word, table_.total()) - 0.1;
}

// "Nurhayati", "Nur Hayati".
bool Bag::is_joined(std::size_t column) const {
    std::string a, b;
    for (const Placed& each : a_) {
        if (each.column == column) a += table_.words().text(each.word);
    }
    for (const Placed& each : b_) {
        if (each.column == column) b += table_.words().text(each.word);
    }
    return std::min(a.size(), b.size()) >= 5 && edits(a, b, 1) <= 1;
}

BagPart Bag::part(std::size_t i) const {
    BagPart part = judged(i);
    if (part.level <= name_level::Near || part.level == name_level::Elsewhere || !is_joined(i)) {
        return part;
    }
    double rarity = 0;
    for (const Placed& each : a_) {
        if (each.column == i) rarity += rarity_of(each.word);
    }
    return {name_level::Near, std::min(rarity, std::log(table_.total() / 2))};
}

// A word that stands elsewhere counts in the first of its two columns only: names that have changed
// places are one slip, not two.
bool Bag::is_counted_in(const Match& match, std::size_t column) const {
    return column == std::min(a_[match.a].column, b_[match.b].column);
}

Bag::Sums Bag::sums_of(std::size_t column) const {
    Sums sums;
    for (const Match& each : matches_) {
        if (!is_counted_in(each, column)) continue;
        const double weight =
            std::min(rarity_of(a_[each.a].word), rarity_of(b_[each.b].word)) + 0.1;
        const bool is_near = each.likeness >= Likeness::Near;
        sums.matched += is_near ? weight : weight / 2;
        if (is_near) sums.rarity += weight - 0.1;
        sums.worst = std::min(sums.worst, each.likeness);
        sums.is_elsewhere = sums.is_elsewhere || each.is_elsewhere;
    }
    const auto left_over = [&](const std::vector<Placed>& words, bool& has_any) {
        double sum = 0;
        for (const Placed& each : words) {
            if (each.column != column) continue;
            has_any = true;
            if (!each.is_matched) sum += rarity_of(each.word) + 0.1;
        }
        return sum;
    };
    sums.unmatched_a = left_over(a_, sums.has_a);
    sums.unmatched_b = left_over(b_, sums.has_b);
    sums.rarity = std::min(sums.rarity, std::log(std::max(table_.total() / 2, 2.0)));
    return sums;
}

BagPart Bag::judged(std::size_t column) const {
    const Sums sums = sums_of(column);
    const bool is_said = sums.has_a && sums.has_b;
    const bool is_left_over = sums.unmatched_a + sums.unmatched_b > 0;
    if (sums.matched == 0) {
        return {is_said && is_left_over ? std::uint8_t{name_level::Different} : kUnsaid, 0};
    }
    if (sums.unmatched_a > 0 && sums.unmatched_b > 0) {
        const double least = std::min(sums.unmatched_a, sums.unmatched_b);
        const bool is_more = sums.matched > least && sums.worst >= Likeness::Near;
        if (is_more) return {name_level::Mixed, sums.rarity};
        return {name_level::Weak, 0};
    }
    if (sums.worst == Likeness::Weak) return {name_level::Weak, 0};
    if (sums.is_elsewhere && is_left_over) {
        return {is_said ? std::uint8_t{name_level::Mixed} : kUnsaid, sums.rarity};
    }
    if (sums.is_elsewhere) return {name_level::Elsewhere, sums.rarity};
    if (sums.worst == Likeness::Short) return {name_level::Short, sums.rarity};
    if (is_left_over) return {name_level::Part, sums.rarity};
    const bool is_equal = sums.worst == Likeness::Equal;
    return {is_equal ? std::uint8_t{name_level::Equal} : std::uint8_t{name_level::Near},
            sums.rarity};
}

}  // namespace linking
