// The texts in a program's code and in its catalogues are the same set: for the window's program
// and for the health centre's. Both carry the texts of shared/words as well.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace catalogue_check {

namespace fs = std::filesystem;

// A folder of code and the folder of its catalogues, from the root.
struct Place {
    const char* code;
    const char* catalogues;
};
inline constexpr Place kShared = {"shared/words", "shared/words/po"};

inline std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

// "one" "two" -> onetwo, with the escapes as they are written (both sides write them alike).
inline std::string joined_literals(const std::string& text) {
    static const std::regex literal(R"re("((?:[^"\\]|\\.)*)")re");
    std::string all;
    for (std::sregex_iterator it(text.begin(), text.end(), literal), end; it != end; ++it) {
        all += (*it)[1];
    }
    return all;
}

// Every msgid that code asks for: tr("..."), word("..."), later("..."), key("...").
inline std::set<std::string> asked_for(const Place& place) {
    static const std::regex call(R"re(\b(?:tr|word|later|key)\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+))re");
    std::set<std::string> ids;
    const fs::path folder = fs::path(KAWAN_SOURCE_DIR) / place.code;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".cpp" && extension != ".h") continue;
        const std::string text = read(entry.path());
        for (std::sregex_iterator it(text.begin(), text.end(), call), end; it != end; ++it) {
            ids.insert(joined_literals((*it)[1]));
        }
    }
    return ids;
}

inline std::map<std::string, std::string> entries(const Place& place, const std::string& language) {
    static const std::regex entry(
        R"re(msgid\s+((?:"(?:[^"\\]|\\.)*"\s*)+)msgstr\s+((?:"(?:[^"\\]|\\.)*"\s*)+))re");
    const std::string text =
        read(fs::path(KAWAN_SOURCE_DIR) / place.catalogues / (language + ".po"));
    std::map<std::string, std::string> all;
    for (std::sregex_iterator it(text.begin(), text.end(), entry), end; it != end; ++it) {
        all[joined_literals((*it)[1])] = joined_literals((*it)[2]);
    }
    all.erase("");
    return all;
}

inline std::set<std::string> placeholders(const std::string& text) {
    static const std::regex place(R"(\{\d\})");
    return {std::sregex_token_iterator(text.begin(), text.end(), place), {}};
}

inline void everything_asked_for_has_its_indonesian(const Place& place) {
    auto indonesian = entries(place, "id");
    indonesian.merge(entries(kShared, "id"));
    for (const std::string& id : asked_for(place)) {
        CAPTURE(id);
        CHECK(indonesian.contains(id));
    }
}

inline void nothing_is_kept_that_nobody_asks_for(const Place& place) {
    const auto ids = asked_for(place);
    for (const char* language : {"id", "en"}) {
        for (const auto& [id, text] : entries(place, language)) {
            const std::string& msgid = id;  // clang 14 captures no structured binding
            CAPTURE(msgid);
            CHECK(ids.contains(id));
        }
    }
}

inline void translations_keep_their_placeholders(const Place& place) {
    for (const char* language : {"id", "en"}) {
        for (const auto& [id, text] : entries(place, language)) {
            const std::string& msgid = id;
            CAPTURE(msgid);
            CHECK_FALSE(text.empty());
            CHECK(placeholders(id) == placeholders(text));
        }
    }
}

}  // namespace catalogue_check
