#include "shared/names/likeness.h"

#include "shared/names/spelling.h"
#include "shared/names/word_tables.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace names {

namespace {

// Jaro: letters of one that stand near the same place in the other, less half of those out of turn.
double jaro(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return 0;
    const std::size_t reach = std::max<std::size_t>(std::max(a.size(), b.size()) / 2, 1) - 1;
    std::vector<bool> is_taken(b.size(), false);
    std::string of_a;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::size_t from = i > reach ? i - reach : 0;
        const std::size_t to = std::min(i + reach + 1, b.size());
        for (std::size_t j = from; j < to; ++j) {
            if (is_taken[j] || a[i] != b[j]) continue;
            is_taken[j] = true;
            of_a += a[i];
            break;
        }
    }
    if (of_a.empty()) return 0;
    std::size_t out_of_turn = 0;
    for (std::size_t j = 0, k = 0; j < b.size(); ++j) {
        if (is_taken[j] && b[j] != of_a[k++]) ++out_of_turn;
    }
    const auto common = static_cast<double>(of_a.size());
    const double turns = static_cast<double>(out_of_turn) / 2;
    return (common / static_cast<double>(a.size()) + common / static_cast<double>(b.size()) +
            (common - turns) / common) /
           3;
}

// Letters that are exchanged within one name, and what that costs where a wrong letter costs 1.
struct Exchange {
    char one, other;
    double cost;
};
constexpr auto kExchanges = std::to_array<Exchange>({
    {'o', 'u', 0.25},  // Joko, Juko; Sobari, Subari
    {'e', 'i', 0.25},  // Isnaeni, Isnaini; Sumirah, Sumerah
    {'a', 'o', 0.35},  // Rahman, Rohman (Javanese)
    {'j', 'i', 0.25},  // Janti, Yanti: an old j without another sign (y is i in a sound)
    {'j', 'z', 0.25},  // Jaenal, Zaenal
    {'x', 'k', 0.25},  // Khadijah, Kadijah
    {'d', 't', 0.5},   // Ahmad, Ahmat
    {'b', 'p', 0.5},   // Yakub, Yakup
    {'x', 'h', 0},     // Khadijah, Hadijah: one sound
    {'z', 's', 0},     // Zahra, Sahra: one sound
});

double cost_of(char a, char b) {
    if (a == b) return 0;
    for (const Exchange& each : kExchanges) {
        if ((each.one == a && each.other == b) || (each.one == b && each.other == a)) {
            return each.cost;
        }
    }
    return 1;
}

// Of a letter too many: a breath is heard by one and not by another (Rohmah, Romah).
double cost_of(char extra) {
    return extra == 'h' || extra == 'x' ? 0.5 : 1;
}

// The cheapest way from one sound to the other, row by row.
template <typename Cost>
double distance(std::string_view a, std::string_view b, const Cost& exchanged) {
    std::vector<double> before(b.size() + 1);
    for (std::size_t j = 0; j < b.size(); ++j) before[j + 1] = before[j] + cost_of(b[j]);
    for (const char letter : a) {
        std::vector<double> now = {before[0] + cost_of(letter)};
        for (std::size_t j = 0; j < b.size(); ++j) {
            now.push_back(std::min({before[j] + exchanged(letter, b[j]),
                                    before[j + 1] + cost_of(letter), now[j] + cost_of(b[j])}));
        }
        before = std::move(now);
    }
    return before.back();
}

constexpr std::size_t kShortWord = 3;    // Eka and Ika are two names
constexpr double kOnlyAlike = 0.6;       // names that only look like each other
constexpr double kOtherBeginning = 0.8;  // a typist seldom errs there: Kartini, Hartini
constexpr double kTypist = 0.97;         // the most that a difference in letters leaves of a word

// Jaro-Winkler is too kind to short words, and to a short one that begins a long one (Sri,
// Suryani).
double short_likeness(std::string_view a, std::string_view b) {
    const auto whole = [](char x, char y) { return x == y ? 0.0 : 1.0; };
    return 1 - distance(a, b, whole) / static_cast<double>(std::max(a.size(), b.size()));
}

double sound_likeness(const std::string& a, const std::string& b) {
    const auto [less, more] = std::minmax({a.size(), b.size()});
    const bool is_short = more <= kShortWord || (less <= kShortWord && more > less + 1);
    if (is_short) return short_likeness(settled(a), settled(b));
    const auto heard = [](char x, char y) { return cost_of(x, y); };
    const double longest = static_cast<double>(std::max(a.size(), b.size()));
    const double by_ear = 1 - distance(a, b, heard) / longest;
    return std::min(std::max(jaro_winkler(settled(a), settled(b)), by_ear), kTypist);
}

constexpr double kInitialAgrees = 0.9;
constexpr double kCommonWeight = 0.4;
constexpr double kInitialWeight = 0.3;
constexpr double kMissing = 0.25;      // of the weight of a word that the other name has not
constexpr double kUnlike = 0.8;        // words below this are soon two words
constexpr double kInexact = 0.95;      // words below this are not one sound
constexpr double kSecondError = 0.95;  // a second inexact word tells rather of another name
constexpr double kTurnedRound = 0.03;  // "Aminah Siti"
constexpr double kJoined = 0.01;       // "Nurhayati", "Nur Hayati"
constexpr double kOtherFather = 0.75;

double weight(const Word& word) {
    return word.is_initial ? kInitialWeight : word.is_common ? kCommonWeight : 1;
}

struct Match {
    std::size_t a = 0, b = 0;
    double likeness = 0;
};

// The best pairs first, each word once.
std::vector<Match> aligned(const std::vector<Word>& a, const std::vector<Word>& b) {
    std::vector<Match> all;
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < b.size(); ++j) all.push_back({i, j, likeness(a[i], b[j])});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Match& x, const Match& y) { return x.likeness > y.likeness; });
    std::vector<Match> chosen;
    for (const Match& match : all) {
        const bool is_free = std::none_of(chosen.begin(), chosen.end(), [&](const Match& other) {
            return other.a == match.a || other.b == match.b;
        });
        if (is_free) chosen.push_back(match);
    }
    return chosen;
}

bool is_turned_round(std::vector<Match> matches) {
    std::sort(matches.begin(), matches.end(),
              [](const Match& x, const Match& y) { return x.a < y.a; });
    return !std::is_sorted(matches.begin(), matches.end(),
                           [](const Match& x, const Match& y) { return x.b < y.b; });
}

double sum_of_weights(const std::vector<Word>& words) {
    return std::accumulate(words.begin(), words.end(), 0.0,
                           [](double sum, const Word& word) { return sum + weight(word); });
}

double counted(double likeness) {
    return likeness < kUnlike ? std::max(0.0, 2 * likeness - kUnlike) : likeness;
}

double by_words(const std::vector<Word>& a, const std::vector<Word>& b) {
    const auto matches = aligned(a, b);
    double like = 0;
    double paired = 0;
    double used_a = 0;
    double used_b = 0;
    int errors = 0;
    for (const Match& match : matches) {
        const double both = (weight(a[match.a]) + weight(b[match.b])) / 2;
        used_a += weight(a[match.a]);
        used_b += weight(b[match.b]);
        paired += both;
        like += both * counted(match.likeness);
        errors += match.likeness < kInexact ? 1 : 0;
    }
    const double missing = sum_of_weights(a) - used_a + sum_of_weights(b) - used_b;
    double score = like / (paired + kMissing * missing);
    if (errors > 1) score *= kSecondError;
    return is_turned_round(matches) ? score - kTurnedRound : score;
}

std::string joined(const std::vector<Word>& words) {
    std::string text;
    for (const Word& word : words) text += word.rough;
    text.erase(std::unique(text.begin(), text.end()), text.end());  // Nur Rohmah, Nurohmah
    return text;
}

// Written as one word by one of them. A whole word more is another matter.
double as_one_word(const std::vector<Word>& a, const std::vector<Word>& b) {
    const std::string left = joined(a);
    const std::string right = joined(b);
    const bool is_word_more = left.size() > right.size() + 2 || right.size() > left.size() + 2;
    if (a.size() == b.size() || is_word_more) return 0;
    if (settled(left) == settled(right)) return 1 - kJoined;
    return only_looks_like(settled(left), settled(right)) ? 0
                                                          : sound_likeness(left, right) - kJoined;
}

}  // namespace

double jaro_winkler(std::string_view a, std::string_view b) {
    const double similarity = jaro(a, b);
    std::size_t prefix = 0;
    while (prefix < 4 && prefix < std::min(a.size(), b.size()) && a[prefix] == b[prefix]) ++prefix;
    return similarity + static_cast<double>(prefix) * 0.1 * (1 - similarity);
}

double likeness(const Word& a, const Word& b) {
    if (a.sound == b.sound) return 1;
    if (a.is_initial || b.is_initial) return a.sound[0] == b.sound[0] ? kInitialAgrees : 0;
    const bool begins_otherwise = cost_of(a.rough[0], b.rough[0]) == 1;
    const bool only_looks = only_looks_like(a.sound, b.sound);
    const double most = only_looks ? kOnlyAlike : begins_otherwise ? kOtherBeginning : kTypist;
    const double like =
        begins_otherwise ? jaro_winkler(a.sound, b.sound) : sound_likeness(a.rough, b.rough);
    return std::min(like, most);
}

double likeness(const Name& a, const Name& b) {
    if (a.empty() || b.empty() || a.is_baby != b.is_baby) return 0;
    if (a.place != 0 && b.place != 0 && a.place != b.place) return 0;
    double like = std::max(by_words(a.words, b.words), as_one_word(a.words, b.words));
    const bool has_fathers = !a.father.empty() && !b.father.empty();
    if (has_fathers && by_words(a.father, b.father) < kSimilarName) like *= kOtherFather;
    return like;
}

double likeness(std::string_view a, std::string_view b) {
    return likeness(take_apart(a), take_apart(b));
}

}  // namespace names
