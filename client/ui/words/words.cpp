#include "client/ui/words/words.h"

#include "client/ui/words/embedded.h"

namespace words {

namespace {

Language in_use = Language::Indonesian;

const Texts& texts() {
    static const Texts of_this_program(client_catalogue);
    return of_this_program;
}

}  // namespace

void use(Language language) {
    in_use = language;
}

Language language() {
    return in_use;
}

std::string_view code() {
    return code(language());
}

Tongue tongue() {
    return {texts(), in_use};
}

const char* tr(const char* msgid) {
    return tongue().tr(msgid);
}

std::string tr(const char* msgid, const std::vector<std::string>& values) {
    return tongue().tr(msgid, values);
}

Label word(const char* msgid) {
    return {msgid, tr(msgid)};
}

std::string Sentence::text() const {
    return empty() ? "" : tr(msgid, values);
}

}  // namespace words
