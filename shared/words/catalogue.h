// The texts of a program: asked for by their English sentence (the msgid), looked up in catalogues
// built from po/*.po at build time and carried inside the program.
#pragma once

#include "shared/base/result.h"

#include <functional>
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
std::string_view code(Language language);     // "id", "en": as in label::id of a form
Language language_of(std::string_view code);  // Indonesian unless it is "en"

// What the build compiled into one program: a catalogue's bytes by language code ("id").
using Embedded = std::string_view (*)(std::string_view language_code);

// Both catalogues of one program. Reading is safe from any thread.
class Texts {
public:
    explicit Texts(Embedded embedded);
    // A sentence that the catalogue lacks is shown in English.
    const char* tr(Language language, const char* msgid) const;

private:
    Catalogue indonesian_;
    Catalogue english_;
};

// A program's texts in the language of whoever reads.
struct Tongue {
    const Texts& texts;
    Language language = Language::Indonesian;

    const char* tr(const char* msgid) const { return texts.tr(language, msgid); }
    // "{0} of {1}" with its values.
    std::string tr(const char* msgid, const std::vector<std::string>& values) const;
};

// Marks a msgid for the catalogue where it cannot be looked up yet.
constexpr const char* later(const char* msgid) {
    return msgid;
}

}  // namespace words
