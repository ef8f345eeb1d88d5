// Every text of the window, in the language of whoever sits before it.
//
// A text is asked for by its English sentence (the msgid) and looked up in a catalogue built from
// words/po/*.po at build time and carried inside the program. A sentence the catalogue lacks is
// shown in English. Used by the window's thread only: the language can change between two frames.
#pragma once

#include "shared/base/result.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace words {

// A compiled GNU catalogue (.mo). Read by ourselves: glibc's reader is process-global, needs an
// installed locale, and does not exist on Windows.
class Catalogue {
public:
    static base::Result<Catalogue> parse(std::string mo_bytes);
    const std::string* find(std::string_view msgid) const;  // nullptr when there is no such entry
    std::size_t size() const { return texts_.size(); }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> texts_;
};

enum class Language { Indonesian, English };

void use(Language language);  // Indonesian until told otherwise
Language language();
std::string_view code(Language language);  // "id", "en": as in label::id of a form
std::string_view code();                   // of the language in use

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
// Marks a msgid for the catalogue where it cannot be looked up yet (tables, Sentence).
constexpr const char* later(const char* msgid) {
    return msgid;
}

}  // namespace words
