#include "sync-server/console/words/words.h"

namespace words {
std::string_view console_catalogue(std::string_view language_code);  // made by catalogues.cmake
}

namespace console {

namespace {

thread_local words::Language spoken = words::Language::Indonesian;

const words::Texts& texts() {
    static const words::Texts of_this_program(words::console_catalogue);
    return of_this_program;
}

}  // namespace

words::Tongue tongue() {
    return {texts(), spoken};
}

const char* tr(const char* msgid) {
    return tongue().tr(msgid);
}

std::string tr(const char* msgid, const std::vector<std::string>& values) {
    return tongue().tr(msgid, values);
}

Speaking::Speaking(words::Language language) : before_(spoken) {
    spoken = language;
}

Speaking::~Speaking() {
    spoken = before_;
}

}  // namespace console
