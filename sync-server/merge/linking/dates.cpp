#include "sync-server/merge/linking/dates.h"

#include "shared/base/characters.h"
#include "shared/base/text.h"

#include <array>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

namespace linking {

namespace {

// First three letters in English, Indonesian, German, French, Spanish and Dutch.
constexpr auto kMonths = std::to_array<std::pair<std::string_view, int>>(
    {{"jan", 1},  {"ene", 1},  {"feb", 2},  {"fev", 2},  {"peb", 2},  {"mar", 3},  {"mrz", 3},
     {"mae", 3},  {"maa", 3},  {"mrt", 3},  {"apr", 4},  {"avr", 4},  {"abr", 4},  {"may", 5},
     {"mei", 5},  {"mai", 5},  {"jun", 6},  {"jui", 6},  {"jul", 7},  {"aug", 8},  {"agu", 8},
     {"ags", 8},  {"aou", 8},  {"ago", 8},  {"sep", 9},  {"oct", 10}, {"okt", 10}, {"nov", 11},
     {"nop", 11}, {"dec", 12}, {"des", 12}, {"dez", 12}, {"dic", 12}});

int month_named(std::string_view word) {
    if (word.starts_with("juil")) return 7;
    for (const auto& [name, month] : kMonths) {
        if (word.starts_with(name)) return month;
    }
    return 0;
}

struct Part {
    int number = 0;
    std::size_t digits = 0;
    bool is_named = false;  // a month by its name
};

Part part_of(const std::string& piece) {
    if (!base::is_digit(piece[0])) return {month_named(piece), 0, true};
    if (piece.size() > 8) return {};
    return {std::atoi(piece.c_str()), piece.size(), false};
}

// Runs of digits or of letters: "13jul1948" is three. A time of day is left out.
std::vector<Part> parts_of(std::string_view text) {
    std::vector<Part> parts;
    std::string piece;
    const auto finish = [&] {
        const bool is_word = !piece.empty() && !base::is_digit(piece[0]);
        const Part part = piece.empty() ? Part{} : part_of(piece);
        if (!piece.empty() && !(is_word && part.number == 0)) parts.push_back(part);
        piece.clear();
    };
    for (const char c : base::folded(text)) {
        if (c == ' ' || (!piece.empty() && base::is_digit(c) != base::is_digit(piece[0]))) finish();
        if (c != ' ') piece += c;
        if (parts.size() >= 3) break;
    }
    finish();
    if (parts.size() > 3) parts.resize(3);
    return parts;
}

int whole_year(const Part& part) {
    if (part.digits > 2 || part.is_named) return part.number;
    return part.number + (part.number <= 26 ? 2000 : 1900);
}

Day of_digits(const Part& part, Order order) {
    const int n = part.number;
    if (part.digits == 4) return {n, 0, 0};
    if (part.digits == 6 && n / 100 >= 1850 && n / 100 <= 2100) return {n / 100, n % 100, 0};
    if (part.digits != 8) return {};
    const int head = n / 10000;
    if (head >= 1800 && head <= 2100) return {head, n / 100 % 100, n % 100};
    const int year = n % 10000;
    if (year < 1800 || year > 2100) return {head, n / 100 % 100, n % 100};
    return order == Order::DayFirst ? Day{year, head % 100, head / 100}
                                    : Day{year, head / 100, head % 100};
}

bool is_year(const Part& part) {
    return !part.is_named && (part.digits >= 3 || part.number > 31);
}

Day of_three(const Part& a, const Part& b, const Part& c, Order order) {
    if (is_year(a)) return {whole_year(a), b.number, c.number};
    if (b.is_named) return {whole_year(c), b.number, a.number};
    if (a.is_named) return {whole_year(c), a.number, b.number};
    const bool is_day_first = a.number > 12 || (b.number <= 12 && order == Order::DayFirst);
    return is_day_first ? Day{whole_year(c), b.number, a.number}
                        : Day{whole_year(c), a.number, b.number};
}

Day of_two(const Part& a, const Part& b) {
    if (is_year(a)) return {whole_year(a), b.number, 0};
    if (is_year(b)) return {whole_year(b), a.number, 0};
    return {};
}

}  // namespace

Day read_day(std::string_view text, Order order) {
    const std::vector<Part> parts = parts_of(text.substr(0, 40));
    if (parts.size() == 1) return of_digits(parts[0], order);
    if (parts.size() == 2) return of_two(parts[0], parts[1]);
    if (parts.size() == 3) return of_three(parts[0], parts[1], parts[2], order);
    return {};
}

int order_shown_by(std::string_view text) {
    const std::vector<Part> parts = parts_of(text.substr(0, 40));
    if (parts.size() == 1 && parts[0].digits == 8) {
        const int head = parts[0].number / 10000;
        if (head >= 1800 && head <= 2100) return 0;
        return head / 100 > 12 ? 1 : head % 100 > 12 ? -1 : 0;
    }
    if (parts.size() != 3 || is_year(parts[0])) return 0;
    if (parts[0].is_named || parts[1].is_named) return 0;
    if (parts[0].number > 12 && parts[1].number <= 12) return 1;
    return parts[1].number > 12 && parts[0].number <= 12 ? -1 : 0;
}

}  // namespace linking
