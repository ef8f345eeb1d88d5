#include "client/ui/words/words.h"

#include "client/ui/words/embedded.h"
#include "shared/base/text.h"

namespace words {

namespace {

Language in_use = Language::Indonesian;

base::Result<Catalogue> load(Language language) {
    return Catalogue::parse(std::string(embedded_catalogue(code(language))));
}

// Built with the program: value() stops only if the build is broken.
const Catalogue& current() {
    static const base::Result<Catalogue> indonesian = load(Language::Indonesian);
    static const base::Result<Catalogue> english = load(Language::English);
    return (in_use == Language::Indonesian ? indonesian : english).value();
}

}  // namespace

void use(Language language) {
    in_use = language;
}

Language language() {
    return in_use;
}

std::string_view code(Language language) {
    switch (language) {
        case Language::Indonesian:
            return "id";
        case Language::English:
            return "en";
    }
    return "id";
}

std::string_view code() {
    return code(language());
}

const char* tr(const char* msgid) {
    const std::string* text = current().find(msgid);
    return text != nullptr && !text->empty() ? text->c_str() : msgid;
}

std::string tr(const char* msgid, const std::vector<std::string>& values) {
    return base::filled(tr(msgid), values);
}

Label word(const char* msgid) {
    return {msgid, tr(msgid)};
}

std::string Sentence::text() const {
    return empty() ? "" : tr(msgid, values);
}

}  // namespace words
