// The texts in the program and in the catalogues are the same set.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
const fs::path kClient = fs::path(KAWAN_SOURCE_DIR) / "client";

std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

// "one" "two" -> onetwo, with the escapes as they are written (both sides write them alike).
std::string joined_literals(const std::string& text) {
    static const std::regex literal(R"re("((?:[^"\\]|\\.)*)")re");
    std::string all;
    for (std::sregex_iterator it(text.begin(), text.end(), literal), end; it != end; ++it) {
        all += (*it)[1];
    }
    return all;
}

// Every msgid that code asks for: tr("..."), word("..."), later("..."), key("...").
std::set<std::string> asked_for() {
    static const std::regex call(R"re(\b(?:tr|word|later|key)\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+))re");
    std::set<std::string> ids;
    for (const auto& entry : fs::recursive_directory_iterator(kClient)) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".cpp" && extension != ".h") continue;
        const std::string text = read(entry.path());
        for (std::sregex_iterator it(text.begin(), text.end(), call), end; it != end; ++it) {
            ids.insert(joined_literals((*it)[1]));
        }
    }
    return ids;
}

std::map<std::string, std::string> entries(const std::string& language) {
    static const std::regex entry(
        R"re(msgid\s+((?:"(?:[^"\\]|\\.)*"\s*)+)msgstr\s+((?:"(?:[^"\\]|\\.)*"\s*)+))re");
    const std::string text = read(kClient / "ui/words/po" / (language + ".po"));
    std::map<std::string, std::string> all;
    for (std::sregex_iterator it(text.begin(), text.end(), entry), end; it != end; ++it) {
        all[joined_literals((*it)[1])] = joined_literals((*it)[2]);
    }
    all.erase("");
    return all;
}

std::set<std::string> placeholders(const std::string& text) {
    static const std::regex place(R"(\{\d\})");
    return {std::sregex_token_iterator(text.begin(), text.end(), place), {}};
}

}  // namespace

TEST_CASE("every text the program asks for has its Indonesian") {
    const auto indonesian = entries("id");
    REQUIRE(asked_for().size() > 100);
    for (const std::string& id : asked_for()) {
        CAPTURE(id);
        CHECK(indonesian.contains(id));
    }
}

TEST_CASE("no catalogue holds a text that nobody asks for") {
    const auto ids = asked_for();
    for (const char* language : {"id", "en"}) {
        for (const auto& [id, text] : entries(language)) {
            const std::string& msgid = id;  // clang 14 captures no structured binding
            CAPTURE(msgid);
            CHECK(ids.contains(id));
        }
    }
}

TEST_CASE("a translation is never empty and keeps the placeholders of its text") {
    for (const char* language : {"id", "en"}) {
        for (const auto& [id, text] : entries(language)) {
            const std::string& msgid = id;
            CAPTURE(msgid);
            CHECK_FALSE(text.empty());
            CHECK(placeholders(id) == placeholders(text));
        }
    }
}
