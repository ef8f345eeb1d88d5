#include "sync-server/merge/linking/levels.h"

#include "sync-server/merge/linking/bag.h"
#include "sync-server/merge/linking/likeness.h"
#include "sync-server/merge/linking/long_text.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

namespace linking {

namespace {

constexpr auto kNames = std::to_array<double>({0, 0.74, 0.12, 0.02, 0.03, 0.01, 0.02, 0.02, 0.04});
constexpr auto kDates = std::to_array<double>({0, 0.83, 0.02, 0.06, 0.03, 0.01, 0.01, 0.01, 0.03});
constexpr auto kIds = std::to_array<double>({0, 0.85, 0.07, 0.02, 0.06});
constexpr auto kEmails = std::to_array<double>({0, 0.75, 0.08, 0.1, 0.02, 0.05});
constexpr auto kCodes = std::to_array<double>({0, 0.92, 0.03, 0.05});
constexpr auto kAges = std::to_array<double>({0, 0.6, 0.22, 0.1, 0.08});
constexpr auto kLongTexts = std::to_array<double>({0, 0.15, 0.2, 0.2, 0.17, 0.12, 0.08, 0.08});
constexpr auto kTexts = std::to_array<double>({0, 0.66, 0.14, 0.02, 0.06, 0.04, 0.08});

bool are_exchanged(const Day& a, const Day& b) {
    return a.year == b.year && a.month == b.day && a.day == b.month;
}

int days_from_zero(const Day& day) {
    return day.year * 365 + day.month * 30 + day.day;
}

// Where a day or month is not said, only the rest can agree.
std::uint8_t compare_roughly(const Day& a, const Day& b) {
    const bool is_year_known = a.year != 0 && b.year != 0;
    if (is_year_known && std::abs(a.year - b.year) > 1) return date_level::Different;
    const bool has_months = a.month != 0 && b.month != 0;
    const bool is_same = a.year == b.year && (!has_months || a.month == b.month);
    return is_same ? date_level::RoughlySame : date_level::Year;
}

std::uint8_t compare_dates(const Value& a, const Value& b) {
    if (!a.day.is_known() || !b.day.is_known()) {
        return edits(a.text, b.text, 1) <= 1 ? date_level::Slip : date_level::Different;
    }
    if (!a.day.is_whole() || !b.day.is_whole()) return compare_roughly(a.day, b.day);
    if (are_exchanged(a.day, b.day)) return date_level::Exchanged;
    const bool year = a.day.year == b.day.year;
    const bool month = a.day.month == b.day.month;
    const bool day = a.day.day == b.day.day;
    if (edits(a.text, b.text, 1) <= 1) return date_level::Slip;
    if (year + month + day == 2) return date_level::TwoParts;
    if (std::abs(days_from_zero(a.day) - days_from_zero(b.day)) <= 31) return date_level::Close;
    return year ? date_level::Year : date_level::Different;
}

std::uint8_t compare_ids(const std::string& a, const std::string& b) {
    const std::size_t shortest = std::min(a.size(), b.size());
    const int most = shortest >= 7 ? 2 : shortest >= 4 ? 1 : 0;
    const int count = edits(a, b, most);
    if (count > most) return id_level::Different;
    return count == 1 ? id_level::Slip : id_level::TwoSlips;
}

std::uint8_t compare_emails(const std::string& a, const std::string& b) {
    const std::string_view name_a = std::string_view(a).substr(0, a.find('@'));
    const std::string_view name_b = std::string_view(b).substr(0, b.find('@'));
    if (name_a.size() >= 3 && name_a == name_b) return email_level::SameName;
    if (edits(a, b, 2) <= 2) return email_level::Near;
    const bool is_alike = edits(a, b, 4) <= 4 || jaro_winkler(name_a, name_b) >= 0.92;
    return is_alike ? email_level::Alike : email_level::Different;
}

std::uint8_t compare_codes(const std::string& a, const std::string& b) {
    const std::size_t longest = std::max(a.size(), b.size());
    return longest >= 3 && edits(a, b, 1) <= 1 ? code_level::Near : code_level::Different;
}

// Asked at different times, or given about.
std::uint8_t compare_ages(const std::string& a, const std::string& b) {
    const int apart = std::abs(std::atoi(a.c_str()) - std::atoi(b.c_str()));
    if (apart <= 1) return age_level::YearApart;
    return apart <= 5 ? age_level::Close : age_level::Different;
}

// "Main Street 12" and "12 Mainstreet" less their spaces.
bool is_one_text(const std::string& a, const std::string& b) {
    std::string one = a;
    std::string other = b;
    std::erase(one, ' ');
    std::erase(other, ' ');
    const int most = std::min(1 + static_cast<int>(std::max(one.size(), other.size())) / 10, 3);
    return std::min(one.size(), other.size()) >= 4 && edits(one, other, most) <= most;
}

}  // namespace

std::span<const double> expected_of_true_pairs(Kind kind) {
    switch (kind) {
        case Kind::Name:
            return kNames;
        case Kind::Date:
            return kDates;
        case Kind::Age:
            return kAges;
        case Kind::Id:
        case Kind::Phone:
            return kIds;
        case Kind::Email:
            return kEmails;
        case Kind::Code:
        case Kind::Number:
            return kCodes;
        case Kind::Text:
            return kTexts;
        case Kind::LongText:
            return kLongTexts;
    }
    return kCodes;
}

bool may_be_rare(Kind kind, std::uint8_t level) {
    if (level == kUnsaid) return false;
    if (kind == Kind::Name) return level <= name_level::Mixed;
    if (kind == Kind::Text) return level <= text_level::Elsewhere;
    if (kind == Kind::LongText) return false;  // how rare is what is shared makes the level
    if (kind == Kind::Date) return level == date_level::Equal || level == date_level::RoughlySame;
    return level == 1;
}

Comparer::Comparer(Table& table) : table_(table) {
    std::map<int, std::vector<std::size_t>> bags;
    const auto& columns = table.schema().columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].kind == Kind::Name) bags[columns[i].bag].push_back(i);
        if (columns[i].kind == Kind::Text && columns[i].is_place) texts_.push_back(i);
    }
    for (auto& [bag, of_bag] : bags) bags_.push_back(std::move(of_bag));
}

float Comparer::rarity_of(double count) const {
    return static_cast<float>(std::log(table_.total() / std::max(count, 1.0)));
}

Compared Comparer::compare(std::size_t a, std::size_t b) {
    Compared out;
    const auto& columns = table_.schema().columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].kind != Kind::Name) compare_column(i, a, b, out);
    }
    for (const auto& bag : bags_) compare_bag(bag, a, b, out);
    if (texts_.size() > 1) look_elsewhere(a, b, out);
    return out;
}

void Comparer::compare_column(std::size_t column, std::size_t a, std::size_t b, Compared& out) {
    const std::int32_t number_a = table_.number(a, column);
    const std::int32_t number_b = table_.number(b, column);
    if (number_a == kMissing || number_b == kMissing) return;
    const Value& value_a = table_.value(column, number_a);
    const Value& value_b = table_.value(column, number_b);
    std::uint8_t& level = out.level[column];
    if (number_a == number_b) {
        const bool is_rough = table_.schema().columns[column].kind == Kind::Date &&
                              value_a.day.is_known() && !value_a.day.is_whole();
        level = is_rough ? std::uint8_t{date_level::RoughlySame} : std::uint8_t{1};
        out.rarity[column] = rarity_of(value_a.count);
        return;
    }
    switch (table_.schema().columns[column].kind) {
        case Kind::Date:
            level = compare_dates(value_a, value_b);
            break;
        case Kind::Age:
            level = compare_ages(value_a.text, value_b.text);
            break;
        case Kind::Id:
        case Kind::Phone:
            level = compare_ids(value_a.text, value_b.text);
            break;
        case Kind::Email:
            level = compare_emails(value_a.text, value_b.text);
            break;
        case Kind::Code:
        case Kind::Number:
            level = compare_codes(value_a.text, value_b.text);
            break;
        case Kind::Text:
            compare_text(column, value_a, value_b, out);
            break;
        case Kind::LongText:
            compare_long_text(column, value_a, value_b, out);
            break;
        case Kind::Name:
            break;
    }
}

void Comparer::compare_text(std::size_t column, const Value& a, const Value& b, Compared& out) {
    const Shared shared = shared_words(table_.words(), a.words, b.words, table_.total());
    const double part = shared.weight / std::max(shared.weight_of_all, 1e-9);
    std::uint8_t& level = out.level[column];
    level = part >= 0.85   ? text_level::Near
            : part >= 0.55 ? text_level::Alike
            : part >= 0.25 ? text_level::SomeWords
                           : text_level::Different;
    if (level > text_level::Near && is_one_text(a.text, b.text)) level = text_level::Near;
    if (level > text_level::Alike && shared.is_part) level = text_level::Alike;
    if (level == text_level::Near) out.rarity[column] = rarity_of(std::max(a.count, b.count));
}

void Comparer::compare_long_text(std::size_t column, const Value& a, const Value& b,
                                 Compared& out) {
    const SharedPart shared = shared_part(table_.words(), a.words, b.words, table_.total());
    out.level[column] = shared.part >= 0.8    ? long_text_level::Nearly
                        : shared.part >= 0.6  ? long_text_level::Most
                        : shared.part >= 0.45 ? long_text_level::Half
                        : shared.part >= 0.3  ? long_text_level::Third
                        : shared.part >= 0.15 ? long_text_level::Some
                                              : long_text_level::Different;
}

// A column of a place that differs may stand in the other record under another heading.
void Comparer::look_elsewhere(std::size_t a, std::size_t b, Compared& out) {
    for (const std::size_t i : texts_) {
        if (out.level[i] <= text_level::Near) continue;
        for (const std::size_t other : texts_) {
            if (other == i) continue;
            const Value& here = table_.at(a, i);
            const Value& there = table_.at(b, other);
            if (here.text.empty() || here.text != there.text) continue;
            out.level[i] = text_level::Elsewhere;
            out.rarity[i] = rarity_of(std::max(here.count, there.count));
        }
    }
}

void Comparer::compare_bag(const std::vector<std::size_t>& columns, std::size_t a, std::size_t b,
                           Compared& out) {
    bool is_equal = true;
    const bool is_as_written = !table_.is_exchanged(a) && !table_.is_exchanged(b);
    for (const std::size_t i : columns) {
        const std::int32_t number = table_.number(a, i);
        const bool is_same = is_as_written && number == table_.number(b, i);
        is_equal = is_equal && is_same;
        if (number == kMissing || !is_same) continue;
        out.level[i] = name_level::Equal;
        out.rarity[i] = rarity_of(table_.value(i, number).count);
    }
    if (is_equal) return;
    Bag bag(table_, columns, a, b);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (out.level[columns[i]] == name_level::Equal) continue;
        const BagPart part = bag.part(i);
        out.level[columns[i]] = part.level;
        out.rarity[columns[i]] = static_cast<float>(part.rarity);
    }
}

}  // namespace linking
