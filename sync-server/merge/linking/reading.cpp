#include "sync-server/merge/linking/reading.h"

#include "shared/base/characters.h"
#include "shared/base/text.h"
#include "shared/names/name.h"
#include "shared/names/search_text.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace linking {

namespace {

constexpr std::size_t kLongest = 300;  // bytes; names, addresses and titles are shorter
constexpr std::size_t kWordsMost = 10;

struct Written {
    std::string_view brief, full;
};
// Words of addresses that are mostly written short.
constexpr auto kBrief = std::to_array<Written>(
    {{"st", "street"},     {"str", "street"},     {"rd", "road"},       {"ave", "avenue"},
     {"av", "avenue"},     {"blvd", "boulevard"}, {"blv", "boulevard"}, {"bvd", "boulevard"},
     {"dr", "drive"},      {"ln", "lane"},        {"pl", "place"},      {"ct", "court"},
     {"crt", "court"},     {"cres", "crescent"},  {"cr", "crescent"},   {"cct", "circuit"},
     {"tce", "terrace"},   {"hwy", "highway"},    {"pde", "parade"},    {"sq", "square"},
     {"pkwy", "parkway"},  {"cl", "close"},       {"apt", "apartment"}, {"ste", "suite"},
     {"mt", "mount"},      {"n", "north"},        {"s", "south"},       {"e", "east"},
     {"w", "west"},        {"jl", "jalan"},       {"jln", "jalan"},     {"gg", "gang"},
     {"ds", "desa"},       {"dk", "dukuh"},       {"dsn", "dusun"},     {"kp", "kampung"},
     {"kel", "kelurahan"}, {"kec", "kecamatan"},  {"kab", "kabupaten"}});
constexpr auto kNothing = std::to_array<std::string_view>(
    {"", "na", "n a", "nan", "null", "none", "nil", "unknown", "unk", "missing", "tidak tahu",
     "tidak diketahui", "tidak ada", "belum ada", "undefined"});
constexpr auto kTitles = std::to_array<std::string_view>(
    {"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "herr", "frau", "mme", "ny", "tn"});

std::vector<std::string> words_of(std::string_view folded) {
    std::vector<std::string> words = base::split(folded, ' ');
    std::erase(words, "");
    if (words.size() > kWordsMost) words.resize(kWordsMost);
    return words;
}

bool is_title(const std::string& word) {
    return std::find(kTitles.begin(), kTitles.end(), word) != kTitles.end();
}

std::string in_full(const std::string& word) {
    const auto found = std::find_if(kBrief.begin(), kBrief.end(),
                                    [&](const Written& each) { return each.brief == word; });
    return found == kBrief.end() ? word : std::string(found->full);
}

std::string without_spaces(std::string text) {
    std::erase(text, ' ');
    return text;
}

std::string without_leading_zeros(const std::string& text) {
    const auto first = text.find_first_not_of('0');
    return first == text.npos ? text : text.substr(first);
}

Value of_words(std::vector<std::string> texts, Words& words) {
    Value value;
    value.text = base::joined(texts, " ");
    for (const std::string& each : texts) value.words.push_back(words.number_of(each));
    return value;
}

Value name_of(const std::string& cell, Words& words) {
    std::vector<std::string> texts = words_of(base::folded(cell));
    while (texts.size() > 1 && is_title(texts.front())) texts.erase(texts.begin());
    return of_words(std::move(texts), words);
}

// Titles and degrees are left out, short forms written out, by the rules of shared/names.
Value indonesian_name_of(const std::string& cell, Words& words) {
    const names::Name name = names::take_apart(cell);
    std::vector<std::string> texts;
    for (const auto* part : {&name.words, &name.father}) {
        for (const names::Word& word : *part) {
            texts.push_back(word.is_initial ? word.sound.substr(0, 1) : word.rough);
        }
    }
    std::erase(texts, "");
    if (texts.size() > kWordsMost) texts.resize(kWordsMost);
    if (name.place != 0) texts.push_back(std::to_string(name.place));
    return of_words(std::move(texts), words);
}

Value text_of(const std::string& cell, Words& words) {
    std::vector<std::string> texts = words_of(base::folded(cell));
    for (std::string& each : texts) each = in_full(each);
    return of_words(std::move(texts), words);
}

// "DSC-W55/B" is one word: a model's.
std::string with_models_joined(const std::string& cell) {
    std::string joined;
    for (const std::string& word : base::split(cell, ' ')) {
        const bool is_model = word.find_first_of("0123456789") != word.npos;
        for (const char c : word) {
            if (!is_model || (c != '-' && c != '/')) joined += c;
        }
        joined += ' ';
    }
    return joined;
}

// Which words it has, in no order.
Value long_text_of(const std::string& cell, Words& words) {
    std::vector<std::string> texts = base::split(base::folded(with_models_joined(cell)), ' ');
    std::erase(texts, "");
    Value value = of_words(std::move(texts), words);
    std::sort(value.words.begin(), value.words.end());
    value.words.erase(std::unique(value.words.begin(), value.words.end()), value.words.end());
    return value;
}

Value date_of(const std::string& cell, Order order) {
    Value value;
    value.day = read_day(cell, order);
    if (!value.day.is_known()) {
        value.text = base::folded(cell);
        return value;
    }
    std::array<char, 32> text{};
    const auto size = static_cast<std::size_t>(std::snprintf(
        text.data(), text.size(), "%04d%02d%02d", value.day.year, value.day.month, value.day.day));
    value.text.assign(text.data(), std::min(size, text.size() - 1));
    return value;
}

Value plain(std::string text) {
    Value value;
    value.text = std::move(text);
    return value;
}

std::string phone_of(const std::string& cell) {
    const std::string digits = names::phone_digits(cell);
    return digits.empty() ? without_spaces(base::folded(cell)) : digits;
}

std::string email_of(const std::string& cell) {
    std::string text = base::trimmed(cell);
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

}  // namespace

std::string said(std::string_view cell) {
    const std::string text = base::made_valid_utf8(base::trimmed(cell.substr(0, kLongest)));
    const std::string folded = base::folded(text);
    const bool is_nothing = std::find(kNothing.begin(), kNothing.end(), folded) != kNothing.end();
    return is_nothing ? std::string() : text;
}

Reading::Reading(Kind kind, Spelling spelling, const std::vector<std::string>& cells)
    : kind_(kind), spelling_(spelling) {
    if (kind != Kind::Date) return;
    int shown = 0;
    for (const std::string& cell : cells) shown += order_shown_by(cell);
    if (shown < 0) order_ = Order::MonthFirst;
}

Value Reading::value_of(const std::string& cell, Words& words) const {
    if (cell.empty()) return {};
    switch (kind_) {
        case Kind::Name:
            return spelling_ == Spelling::Indonesian ? indonesian_name_of(cell, words)
                                                     : name_of(cell, words);
        case Kind::Date:
            return date_of(cell, order_);
        case Kind::Id:
            return plain(without_spaces(base::folded(cell)));
        case Kind::Phone:
            return plain(phone_of(cell));
        case Kind::Email:
            return plain(email_of(cell));
        case Kind::Code:
            return plain(base::folded(cell));
        case Kind::Age:
        case Kind::Number: {
            const std::string digits = base::digits_of(cell);
            return plain(digits.empty() ? base::folded(cell) : without_leading_zeros(digits));
        }
        case Kind::Text:
            return text_of(cell, words);
        case Kind::LongText:
            return long_text_of(cell, words);
    }
    return {};
}

}  // namespace linking
