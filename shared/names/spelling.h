// How a word of a name sounds, whoever wrote it: Soekarni and Sukarni, Fitri and Pitri, Aisyah and
// Aisjah are one sound. Words come folded (base::folded); a sound is for comparing, not for
// reading.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace names {

enum class Where {
    Anywhere,
    Start,
    End,              // of a word of four letters or more: shorter ones would lose too much
    BeforeVowel,      // y counts as a vowel only where it is one
    BeforeConsonant,  // or at the end
    Nickname,         // the end of a word of at most four letters
    LongEnd,          // the end of a word of at least five letters
    OldWord,          // anywhere, if the word shows the spelling of before 1972
};

struct SpellingRule {
    std::string_view from;
    std::string_view to;
    Where where;
};
std::span<const SpellingRule> spelling_rules();  // in the order in which they are applied

// Does the word itself show the spelling of before 1972 (oe, tj, dj, sj)?
bool is_old_spelling(std::string_view word);

// Keeps two doubts that `sound_of` settles: x for kh or ch (Khadijah: Kadijah or Hadijah?), z
// (Zaenal: Jaenal or Saenal?).
std::string rough_sound_of(std::string_view word);
std::string sound_of(std::string_view word);
std::string settled(std::string rough_sound);

}  // namespace names
