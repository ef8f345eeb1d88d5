#include "shared/sheets/period.h"

#include <array>

namespace sheets {

namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "Januari", "Februari", "Maret",     "April",   "Mei",      "Juni",
    "Juli",    "Agustus",  "September", "Oktober", "November", "Desember"};
constexpr std::array<std::string_view, 4> kNumerals = {"I", "II", "III", "IV"};

unsigned number_of(Month month) {
    return static_cast<unsigned>(month.month());
}
std::string year_of(Month month) {
    return std::to_string(static_cast<int>(month.year()));
}
std::string_view name_of(unsigned number) {
    return kMonths[number - 1];
}

std::string cumulative_words(const Period& period) {
    const unsigned last = number_of(period.last);
    if (last == 3) return "Januari–Maret";
    return "kumulatif Januari–" + std::string(name_of(last));
}

}  // namespace

Period period_of(Month month) {
    return {Period::Kind::OneMonth, month};
}

std::optional<Period> parse_period(std::string_view text) {
    if (const auto month = base::parse_month(text)) return period_of(*month);
    const auto january = base::parse_month(std::string(text.substr(0, 4)) + "-01");
    if (!january) return std::nullopt;
    const auto ending = [&](unsigned month) { return january->year() / std::chrono::month{month}; };
    if (text.size() == 4) return Period{Period::Kind::Year, ending(12)};
    if (text.size() != 7 || text[4] != '-') return std::nullopt;
    const unsigned number = static_cast<unsigned>(text[6] - '0');
    if (text[5] == 'Q' && number >= 1 && number <= 4) {
        return Period{Period::Kind::Quarter, ending(3 * number)};
    }
    if (text[5] == 'S' && number >= 1 && number <= 2) {
        return Period{Period::Kind::HalfYear, ending(number == 1 ? 2 : 8)};
    }
    return std::nullopt;
}

std::string to_text(const Period& period) {
    const unsigned last = number_of(period.last);
    switch (period.kind) {
        case Period::Kind::OneMonth:
            return base::to_text(period.last);
        case Period::Kind::Quarter:
            return year_of(period.last) + "-Q" + std::to_string(last / 3);
        case Period::Kind::HalfYear:
            return year_of(period.last) + (last == 2 ? "-S1" : "-S2");
        case Period::Kind::Year:
            return year_of(period.last);
    }
    return "";
}

std::string words_id(Month month) {
    return std::string(name_of(number_of(month))) + " " + year_of(month);
}

std::string words_id(const Period& period) {
    const unsigned last = number_of(period.last);
    switch (period.kind) {
        case Period::Kind::OneMonth:
            return words_id(period.last);
        case Period::Kind::Quarter:
            return "Triwulan " + std::string(kNumerals[last / 3 - 1]) + " " + year_of(period.last) +
                   " (" + cumulative_words(period) + ")";
        case Period::Kind::HalfYear:
            return "Rekap " + words_id(period.last) + " (" +
                   words_id(base::add_months(period.last, -5)) + "–" + words_id(period.last) + ")";
        case Period::Kind::Year:
            return "Tahun " + year_of(period.last);
    }
    return "";
}

std::vector<Month> months_of(const Period& period) {
    int count = 1;
    if (period.kind == Period::Kind::HalfYear) count = 6;
    const bool is_from_january =
        period.kind == Period::Kind::Quarter || period.kind == Period::Kind::Year;
    if (is_from_january) count = static_cast<int>(number_of(period.last));
    std::vector<Month> months;
    for (int before = count - 1; before >= 0; --before) {
        months.push_back(base::add_months(period.last, -before));
    }
    return months;
}

bool has_begun(const Period& period, Month present) {
    return period.last <= present;
}

bool is_within_reach(const Period& period, Month present) {
    if (period.last < base::add_months(present, -kMonthsBack)) return false;
    return has_begun(period, present) || months_of(period).front() <= present;
}

bool ends_quarter(Month month) {
    return number_of(month) % 3 == 0;
}

}  // namespace sheets
