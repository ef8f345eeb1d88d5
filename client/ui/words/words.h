// Every text of the window, in the language of whoever sits before it.
//
// A text is asked for by its English sentence (the msgid); shared/words looks it up in po/*.po of
// this folder. Used by the window's thread only: the language can change between two frames.
#pragma once

#include "shared/words/catalogue.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace words {

void use(Language language);  // Indonesian until told otherwise
Language language();
std::string_view code();  // of the language in use
Tongue tongue();          // for what other rooms say (shared/words/dates.h)

const char* tr(const char* msgid);
// "{0} of {1}" with its values.
std::string tr(const char* msgid, const std::vector<std::string>& values);

// A name that stays and the text that is drawn: tests and the keyboard focus go by the key, so
// that both survive a change of language.
struct Label {
    std::string key;
    std::string text;
};
Label word(const char* msgid);  // key = msgid, text = tr(msgid)

// A sentence kept by a model until a view draws it, so that it follows the language.
struct Sentence {
    const char* msgid = "";
    std::vector<std::string> values;
    bool empty() const { return *msgid == '\0'; }
    std::string text() const;
};

}  // namespace words
