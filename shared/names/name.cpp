#include "shared/names/name.h"

#include "shared/base/characters.h"
#include "shared/base/text.h"
#include "shared/names/spelling.h"
#include "shared/names/word_tables.h"

#include <algorithm>
#include <array>

namespace names {

namespace {

using Texts = std::vector<std::string>;

// Apostrophes as typists and word processors make them; folding takes out the plain one only
// (DOMAIN 1.6).
std::string without_quotes(std::string_view text) {
    constexpr auto kQuotes = std::to_array<std::string_view>(
        {"\xE2\x80\x98", "\xE2\x80\x99", "\xCA\xBC", "\xCA\xBB", "`", "\xC2\xB4"});
    std::string plain(text);
    for (const std::string_view quote : kQuotes) {
        for (auto at = plain.find(quote); at != plain.npos; at = plain.find(quote, at)) {
            plain.erase(at, quote.size());
        }
    }
    return plain;
}

Texts words_of(std::string_view text) {
    Texts words = base::split(base::folded(text), ' ');
    std::erase(words, "");
    return words;
}

// What follows a comma is dropped if all of it is degrees; "Aminah, Siti" stays whole.
Texts without_degrees(std::string_view name) {
    const auto comma = name.find(',');
    Texts words = words_of(name.substr(0, comma));
    if (comma == name.npos) return words;
    const Texts rest = words_of(name.substr(comma + 1));
    if (words.empty() || !std::all_of(rest.begin(), rest.end(), is_degree)) {
        words.insert(words.end(), rest.begin(), rest.end());
    }
    return words;
}

// Titles stand in front; a name that is nothing but a title ("Mas") is kept.
void drop_titles(Texts& words, Name& name) {
    std::size_t first = 0;
    while (first + 1 < words.size() && (is_title(words[first]) || is_of_a_baby(words[first]))) {
        if (is_of_a_baby(words[first])) name.is_baby = true;
        ++first;
    }
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(first));
}

// Numbers are no part of a name; a baby's says which of twins it is.
void drop_numbers(Texts& words, Name& name) {
    for (const std::string& word : words) {
        if (name.is_baby && base::is_number(word) && word.size() == 1) name.place = word[0] - '0';
    }
    std::erase_if(words, base::is_number);
}

// "abdurrahman", "abdulgani", "abdurahman" are two words; Abdullah is one.
bool split_abdul(const std::string& word, Texts& to) {
    constexpr std::size_t kAbdul = 5;
    if (!word.starts_with("abdu") || word.size() < kAbdul + 4) return false;
    const char joint = word[kAbdul - 1];
    std::string rest = word.substr(kAbdul);
    const bool is_vowel = std::string_view("aeiou").find(rest[0]) != std::string_view::npos;
    const bool is_assimilated = std::string_view("rsnzdt").find(joint) != std::string_view::npos;
    if (joint != 'l' && !is_assimilated) return false;
    if (is_assimilated && is_vowel) rest.insert(rest.begin(), joint);
    if (is_assimilated && rest[0] != joint) return false;
    to.push_back("abdul");
    to.push_back(rest);
    return true;
}

Texts with_abdul_apart(const Texts& words) {
    Texts apart;
    for (const std::string& word : words) {
        if (!split_abdul(word, apart)) apart.push_back(word);
    }
    return apart;
}

// M. before a name is Muhammad; any other single letter stays an initial.
Word word_of(const std::string& text, bool is_before_a_name) {
    Word word;
    const bool is_muhammad = text == "m" && is_before_a_name;
    const std::string rough = is_muhammad ? "muhamad" : rough_sound_of(text);
    word.sound = written_out(settled(rough));
    word.rough = word.sound == settled(rough) ? rough : word.sound;
    word.is_initial = text.size() == 1 && !is_muhammad;
    word.is_common = is_common(word.sound);
    return word;
}

}  // namespace

Name take_apart(std::string_view text) {
    Name name;
    Texts words = without_degrees(without_quotes(text));
    drop_titles(words, name);
    drop_numbers(words, name);
    words = with_abdul_apart(words);
    bool is_father = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool is_last = i + 1 == words.size();
        if (i > 0 && !is_last && is_father_particle(words[i])) {
            is_father = true;
            continue;
        }
        (is_father ? name.father : name.words).push_back(word_of(words[i], i == 0 && !is_last));
    }
    return name;
}

std::string key(const Name& name) {
    std::string text = name.is_baby ? "by" : "";
    for (const Word& word : name.words) {
        if (!text.empty()) text += ' ';
        text += word.sound;
    }
    return text;
}

std::string key(std::string_view name) {
    return key(take_apart(name));
}

}  // namespace names
