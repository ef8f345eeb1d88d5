#include "shared/care/nik.h"

#include "shared/base/characters.h"

namespace care {

namespace {

constexpr std::size_t kDigits = 16;

int number_at(std::string_view nik, std::size_t at, std::size_t digits) {
    int number = 0;
    for (const char c : nik.substr(at, digits)) number = number * 10 + (c - '0');
    return number;
}

struct Parts {
    bool is_female = false;
    int day = 0;
    int month = 0;
    int year = 0;
    int serial = 0;
};

Parts parts_of(std::string_view nik) {
    const int day = number_at(nik, 6, 2);
    const bool is_female = day > 40;
    return {is_female, is_female ? day - 40 : day, number_at(nik, 8, 2), number_at(nik, 10, 2),
            number_at(nik, 12, 4)};
}

bool agrees(const Parts& parts, base::Date birth) {
    return parts.day == static_cast<int>(static_cast<unsigned>(birth.day())) &&
           parts.month == static_cast<int>(static_cast<unsigned>(birth.month())) &&
           parts.year == static_cast<int>(birth.year()) % 100;
}

}  // namespace

NikVerdict check_nik(std::string_view nik, std::optional<base::Date> birth_date, char sex,
                     const KnowsKecamatan& knows) {
    if (nik.size() != kDigits || !base::is_number(nik)) {
        return NikVerdict::NotSixteenDigits;
    }
    const Parts parts = parts_of(nik);
    const bool is_possible = parts.day >= 1 && parts.day <= 31 && parts.month >= 1 &&
                             parts.month <= 12 && parts.serial != 0;
    if (!is_possible) return NikVerdict::Mismatch;
    if (birth_date && !agrees(parts, *birth_date)) return NikVerdict::Mismatch;
    if (sex != 0 && parts.is_female != (sex == 'P')) return NikVerdict::Mismatch;
    if (knows && !knows(nik.substr(0, 6))) return NikVerdict::UnknownArea;
    return NikVerdict::Valid;
}

}  // namespace care
