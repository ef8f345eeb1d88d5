// A name taken apart: titles and degrees left out, short forms written out, the father's name
// apart, each word with its sound. Take each name apart once and compare the parts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace names {

struct Word {
    std::string rough;  // its sound, doubts kept (spelling.h)
    std::string sound;
    bool is_initial = false;  // one letter: "A." of A. Rahman
    bool is_common = false;   // Siti, Muhammad: says little
};

struct Name {
    std::vector<Word> words;
    std::vector<Word> father;  // what follows bin or binti
    // "By Ny Siti Aminah 2": a baby without a name of its own; the words are its mother's, and
    // `place` says which of twins (0: not said).
    bool is_baby = false;
    int place = 0;

    bool empty() const { return words.empty(); }
};
Name take_apart(std::string_view name);

// The sounds of the given name's words, in their order: equal for "Hj. St. Aminah" and "Sitti
// Amina". A baby's begins with "by"; "" for a name without words.
std::string key(const Name& name);
std::string key(std::string_view name);

}  // namespace names
