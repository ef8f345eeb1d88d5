#include "sync-server/importing/reading.h"

#include "shared/base/characters.h"
#include "shared/base/text.h"

#include <array>
#include <charconv>
#include <vector>

namespace importing {

namespace {

std::optional<int> number_of(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// Januari and January, Agt and Agustus: three letters tell a month, but for these few.
std::optional<unsigned> month_of_word(std::string_view folded) {
    static constexpr std::array<std::string_view, 12> kIndonesian = {
        "jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"};
    static constexpr std::array<std::pair<std::string_view, unsigned>, 8> kOthers = {{{"may", 5},
                                                                                      {"aug", 8},
                                                                                      {"agt", 8},
                                                                                      {"ags", 8},
                                                                                      {"oct", 10},
                                                                                      {"dec", 12},
                                                                                      {"peb", 2},
                                                                                      {"nop", 11}}};
    const std::string_view begin = folded.substr(0, 3);
    for (unsigned i = 0; i < kIndonesian.size(); ++i) {
        if (kIndonesian[i] == begin) return i + 1;
    }
    for (const auto& [word, month] : kOthers) {
        if (word == begin) return month;
    }
    return std::nullopt;
}

// Runs of digits and of letters.
std::vector<std::string> parts_of(std::string_view folded) {
    std::vector<std::string> parts;
    bool was_digit = false;
    bool is_open = false;
    for (const char c : folded) {
        const bool is_letter = c >= 'a' && c <= 'z';
        if (!base::is_digit(c) && !is_letter) {
            is_open = false;
            continue;
        }
        if (!is_open || was_digit != base::is_digit(c)) parts.emplace_back();
        parts.back() += c;
        was_digit = base::is_digit(c);
        is_open = true;
    }
    return parts;
}

std::optional<base::Date> date_of(int year, std::optional<unsigned> month, int day) {
    if (!month || year < 1900 || year > 2200 || day < 1) return std::nullopt;
    const base::Date date{std::chrono::year(year), std::chrono::month(*month),
                          std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    return date;
}

std::optional<unsigned> month_part(const std::string& part) {
    if (!base::is_digit(part[0])) return month_of_word(part);
    const auto number = number_of(part);
    if (!number || *number < 1 || *number > 12) return std::nullopt;
    return static_cast<unsigned>(*number);
}

}  // namespace

std::optional<base::Date> read_date(std::string_view text, base::Date today) {
    std::string plain;
    for (const char c : text) plain += c == '-' || c == '/' || c == '.' ? ' ' : c;
    std::vector<std::string> parts = parts_of(base::folded(plain));
    // "Senin, 1 Maret 2026"
    if (!parts.empty() && !base::is_digit(parts[0][0])) parts.erase(parts.begin());
    if (parts.size() < 3) return std::nullopt;
    const auto first = number_of(parts[0]);
    const auto third = number_of(parts[2]);
    if (!first || !third) return std::nullopt;
    if (parts[0].size() == 4) return date_of(*first, month_part(parts[1]), *third);
    if (parts[2].size() == 4) return date_of(*third, month_part(parts[1]), *first);
    if (parts[2].size() != 2) return std::nullopt;
    const auto date = date_of(2000 + *third, month_part(parts[1]), *first);
    if (date && *date > today) return date_of(1900 + *third, month_part(parts[1]), *first);
    return date;
}

char read_sex(std::string_view text) {
    const std::string folded = base::folded(text);
    if (folded.empty()) return 0;
    if (folded == "l" || folded == "m" || folded == "lk" || folded == "1" || folded == "male" ||
        folded.starts_with("laki") || folded == "pria") {
        return 'L';
    }
    if (folded == "p" || folded == "f" || folded == "pr" || folded == "2" || folded == "female" ||
        folded.starts_with("perempuan") || folded == "wanita") {
        return 'P';
    }
    return 0;
}

std::string read_rt(std::string_view text) {
    for (const std::string& part : parts_of(base::folded(text))) {
        if (!base::is_digit(part[0])) continue;
        const auto from = part.find_first_not_of('0');
        const std::string digits = from == std::string::npos ? "" : part.substr(from);
        if (digits.empty() || digits.size() > 3) return {};
        return std::string(3 - digits.size(), '0') + digits;
    }
    return {};
}

}  // namespace importing
