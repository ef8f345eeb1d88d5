#include "shared/indicators/register.h"

#include <algorithm>

namespace indicators {

namespace {

using care::Person;

// From birth until the month after the one in which she is six months old.
bool belongs(const Person& infant, Month month) {
    if (!infant.is_infant || !infant.birth_date) return false;
    if (*infant.birth_date > base::last_day(month)) return false;
    const Month six_months = base::month_of(*care::six_month_day(infant));
    return month <= base::add_months(six_months, 1);
}

RegisterRow row_of(const care::Family& family, const Person& infant, Month month, Date today,
                   const Settings& settings) {
    RegisterRow row;
    row.infant = infant.id();
    row.name = infant.record->fields.text("full_name");
    row.sex = infant.sex;
    row.birth_date = *infant.birth_date;
    const Date known_until = std::min(today, base::last_day(month));
    for (std::size_t age = 0; age < row.marks.size(); ++age) {
        row.marks[age] = care::mark_at_age(family, infant, static_cast<int>(age), known_until);
    }
    row.this_month = care::asi_month_status(family, infant, month, settings.f1_row1);
    row.recap = care::half_year(family, infant, known_until);
    row.is_temporary = care::code(infant.record->fields, "residence") == "TEMPORARY";
    row.is_dead = infant.died_by(known_until);
    return row;
}

}  // namespace

std::vector<RegisterRow> register_rows(const care::Family& family, Month month, Date today,
                                       const Settings& settings) {
    std::vector<RegisterRow> rows;
    for (const Person& person : family.persons()) {
        if (!belongs(person, month)) continue;
        rows.push_back(row_of(family, person, month, today, settings));
    }
    sort_register(rows);
    return rows;
}

void sort_register(std::vector<RegisterRow>& rows) {
    std::sort(rows.begin(), rows.end(), [](const RegisterRow& a, const RegisterRow& b) {
        return std::tie(a.birth_date, a.name, a.infant) < std::tie(b.birth_date, b.name, b.infant);
    });
}

std::array<F1Row, 5> f1_section_o(const Tally& tally, const std::string& unit) {
    constexpr std::array<Indicator, 5> kRows = {Indicator::IdF1Row1, Indicator::IdF1Row2,
                                                Indicator::IdF1Row3, Indicator::IdF1Row4,
                                                Indicator::IdF1Row5};
    std::array<F1Row, 5> section;
    for (std::size_t i = 0; i < section.size(); ++i) {
        section[i].label_id = name_id(kRows[i]);
        section[i].boys = tally.of(unit, kRows[i], 'L').numerator;
        section[i].girls = tally.of(unit, kRows[i], 'P').numerator;
        section[i].sex_unknown = tally.of(unit, kRows[i], '\0').numerator;
    }
    return section;
}

}  // namespace indicators
