#include "tools/demo/names.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace demo {

namespace {

struct Token {
    const char* text;
    std::string_view part;  // first, last, elder, baby
    char sex;
    int weight;
};

constexpr auto kTokens = std::to_array<Token>({
#include "names.inc"
});

struct Bag {
    std::vector<const Token*> tokens;
    std::vector<std::uint64_t> up_to;  // weights added up

    const char* draw(Dice& dice) const {
        const std::uint64_t at = dice.random().below(up_to.back());
        const auto found = std::upper_bound(up_to.begin(), up_to.end(), at);
        return tokens[static_cast<std::size_t>(found - up_to.begin())]->text;
    }
};

Bag bag_of(std::string_view part, char sex) {
    Bag bag;
    std::uint64_t sum = 0;
    for (const Token& token : kTokens) {
        if (token.part != part || token.sex != sex) continue;
        bag.tokens.push_back(&token);
        bag.up_to.push_back(sum += static_cast<std::uint64_t>(token.weight));
    }
    return bag;
}

struct Bags {
    Bag first, last, elder, baby;
    explicit Bags(char sex)
        : first(bag_of("first", sex)),
          last(bag_of("last", sex)),
          elder(bag_of("elder", sex)),
          baby(bag_of("baby", sex)) {}
};

const Bags& bags(char sex) {
    static const Bags women('P');
    static const Bags men('L');
    return sex == 'P' ? women : men;
}

// Words that are half a name.
bool wants_a_second(std::string_view word) {
    constexpr auto kHalves = std::to_array<std::string_view>(
        {"Abdul", "Nurul", "Lailatul", "Ibnu", "Siti", "Muhammad", "Ahmad", "Nur", "Sri", "Umi"});
    return std::find(kHalves.begin(), kHalves.end(), word) != kHalves.end();
}

std::string in_short(Dice& dice, std::string word) {
    if (word == "Siti" && dice.chance(0.12)) return "St.";
    if (word == "Muhammad" && dice.chance(0.4)) {
        return std::string(dice.pick({"Moh.", "M.", "Mohammad", "Muh."}));
    }
    return word;
}

struct Spelling {
    std::string_view now;
    std::string_view before;
};
constexpr auto kSpellings = std::to_array<Spelling>({{"Muhammad", "Moh."},
                                                     {"Siti", "St."},
                                                     {"J", "Dj"},
                                                     {"j", "dj"},
                                                     {"C", "Tj"},
                                                     {"c", "tj"},
                                                     {"U", "Oe"},
                                                     {"u", "oe"},
                                                     {"y", "j"},
                                                     {"Y", "J"}});

}  // namespace

std::string make_name(Dice& dice, char sex, Generation generation) {
    const Bags& from = bags(sex);
    const bool is_baby = generation == Generation::Baby;
    std::string first = generation == Generation::Grandparent ? from.elder.draw(dice)
                        : is_baby && dice.chance(0.7)         ? from.baby.draw(dice)
                                                              : from.first.draw(dice);
    const double single = generation == Generation::Grandparent ? 0.75 : is_baby ? 0.05 : 0.25;
    if (!wants_a_second(first) && dice.chance(single)) return first;
    std::string second = is_baby || wants_a_second(first) ? from.first.draw(dice) : "";
    if (second.empty() || dice.chance(0.4)) second = from.last.draw(dice);
    if (second == first || wants_a_second(second)) second = from.last.draw(dice);
    std::string name = in_short(dice, first) + " " + second;
    if (is_baby && dice.chance(0.35)) name += std::string(" ") + from.last.draw(dice);
    return name;
}

std::string in_old_spelling(const std::string& name) {
    std::string old;
    for (std::size_t at = 0; at < name.size();) {
        const std::string_view rest = std::string_view(name).substr(at);
        const auto found = std::find_if(kSpellings.begin(), kSpellings.end(),
                                        [&](const Spelling& s) { return rest.starts_with(s.now); });
        old += found == kSpellings.end() ? rest.substr(0, 1) : found->before;
        at += found == kSpellings.end() ? 1 : found->now.size();
    }
    return old;
}

// Two letters in the wrong order, or one letter missing; the capitals stay.
std::string with_typing_error(Dice& dice, const std::string& name) {
    for (int tries = 0; tries < 20; ++tries) {
        const auto at =
            static_cast<std::size_t>(dice.between(1, static_cast<int>(name.size()) - 2));
        std::string wrong = name;
        if (dice.chance(0.5)) {
            std::swap(wrong[at], wrong[at + 1]);
        } else {
            wrong.erase(at, 1);
        }
        const bool in_word = name[at] >= 'a' && name[at + 1] >= 'a' && wrong != name;
        if (in_word) return wrong;
    }
    return name + "h";
}

std::string slug(const std::string& name) {
    std::string text;
    for (const char each : name) {
        const char low = each >= 'A' && each <= 'Z' ? static_cast<char>(each - 'A' + 'a') : each;
        if ((low >= 'a' && low <= 'z') || (low >= '0' && low <= '9')) {
            text += low;
        } else if (!text.empty() && text.back() != '-') {
            text += '-';
        }
    }
    while (!text.empty() && text.back() == '-') text.pop_back();
    return text;
}

}  // namespace demo
