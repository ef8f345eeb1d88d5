#include "shared/names/spelling.h"

#include <algorithm>
#include <array>

namespace names {

namespace {

using enum Where;

// Capital J holds a j that is settled, until the old j has become y.
constexpr auto kRules = std::to_array<SpellingRule>({
    // Sundanese oe in Khoerul is two sounds (Khoirul), not the Dutch u.
    {"khoer", "khoir", Anywhere},
    {"choer", "khoir", Anywhere},
    // The spelling of before 1972: Soekarni, Tjahja, Djoko, Sjahrir.
    {"oe", "u", Anywhere},
    {"tj", "c", Anywhere},
    {"dj", "J", Anywhere},
    {"sj", "sy", Anywhere},
    // nj and a bare j are old only in a word that shows it: Wahjoeni, but Anjani, Panji, Joko.
    {"nj", "ny", OldWord},
    {"j", "y", OldWord},
    {"J", "j", Anywhere},
    // x is kept from here on for the sound written kh or ch.
    {"x", "ks", Anywhere},
    // Names of other languages: Christina, Chandra, Monica; Icha and Acha are c.
    {"chr", "kr", Anywhere},
    {"chand", "cand", Start},
    {"cha", "ca", Nickname},
    {"ica", "ika", LongEnd},
    {"ck", "k", Anywhere},
    // Chotimah, Khotimah; Achmad, Akhmad.
    {"ch", "x", Anywhere},
    {"kh", "x", Anywhere},
    // Arabic letters written as two: Dzakki, Fadhil, Fathimah, Utsman, Sholeh, Ghofur, Yusuph.
    {"q", "k", Anywhere},
    {"dz", "z", Anywhere},
    {"dh", "d", Anywhere},
    {"th", "t", Anywhere},
    {"ts", "s", Anywhere},
    {"sh", "s", Anywhere},
    {"gh", "g", Anywhere},
    {"bh", "b", Anywhere},
    {"ph", "p", Anywhere},
    // Aisyah, Aisah; but Desy ends on a vowel.
    {"sy", "s", BeforeVowel},
    // Vowels written as two: Noor, Nour; Zaenab, Zainab; Fawzi, Fauzi; Indrie; Juwariyah, Juariah.
    {"oo", "u", Anywhere},
    {"ou", "u", Anywhere},
    {"ae", "ai", Anywhere},
    {"aw", "au", BeforeConsonant},
    {"ie", "i", LongEnd},
    {"uw", "u", BeforeVowel},
    // Rizky, Rizki; Setyawati, Setiawati; Zakiyah, Zakiah (the second i falls with doubled
    // letters).
    {"y", "i", Anywhere},
    // One sound to most ears: Fitri, Vitri, Pitri; Novi, Nopi.
    {"f", "p", Anywhere},
    {"v", "p", Anywhere},
});

// A breath at the end: Fatimah, Fatima; Sholekh, Soleh.
constexpr auto kLast = std::to_array<SpellingRule>({{"h", "", End}, {"x", "", End}});

bool is_vowel(char letter) {
    return std::string_view("aeiou").find(letter) != std::string_view::npos;
}

bool is_place(const SpellingRule& rule, std::string_view word, std::size_t at, bool is_old) {
    const std::size_t after = at + rule.from.size();
    const bool ends = after == word.size();
    switch (rule.where) {
        case Anywhere:
            return true;
        case Start:
            return at == 0;
        case End:
            return ends && word.size() >= 4;
        case BeforeVowel:
            return !ends && is_vowel(word[after]);
        case BeforeConsonant:
            return ends || !is_vowel(word[after]);
        case Nickname:
            return ends && word.size() <= 4;
        case LongEnd:
            return ends && word.size() >= 5;
        case OldWord:
            return is_old;
    }
    return false;
}

void apply(const SpellingRule& rule, bool is_old, std::string& word) {
    for (auto at = word.find(rule.from); at != std::string::npos; at = word.find(rule.from, at)) {
        if (!is_place(rule, word, at, is_old)) {
            ++at;
            continue;
        }
        word.replace(at, rule.from.size(), rule.to);
        at += rule.to.size();
    }
}

}  // namespace

std::span<const SpellingRule> spelling_rules() {
    return kRules;
}

bool is_old_spelling(std::string_view word) {
    if (word.find("khoer") != word.npos || word.find("choer") != word.npos) return false;
    constexpr auto kSigns = std::to_array<std::string_view>({"oe", "tj", "dj", "sj"});
    return std::any_of(kSigns.begin(), kSigns.end(),
                       [&](std::string_view sign) { return word.find(sign) != word.npos; });
}

std::string rough_sound_of(std::string_view word) {
    std::string sound(word);
    const bool is_old = is_old_spelling(word);
    for (const SpellingRule& rule : kRules) apply(rule, is_old, sound);
    sound.erase(std::unique(sound.begin(), sound.end()), sound.end());  // Sitti, Ummi
    for (const SpellingRule& rule : kLast) apply(rule, is_old, sound);
    return sound;
}

std::string settled(std::string rough_sound) {
    std::replace(rough_sound.begin(), rough_sound.end(), 'x', 'h');
    std::replace(rough_sound.begin(), rough_sound.end(), 'z', 's');
    return rough_sound;
}

std::string sound_of(std::string_view word) {
    return settled(rough_sound_of(word));
}

}  // namespace names
