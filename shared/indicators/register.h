// The posyandu's breastfeeding register: √ breast milk only, X given other, A not known, by month
// of age 0 to 5; the half-year recap; and form F1 section O. The meaning of A waits for sign-off.
#pragma once

#include "shared/indicators/tally.h"

#include <array>

namespace indicators {

struct RegisterRow {
    RecordId infant;
    std::string name;
    char sex = 0;
    Date birth_date;
    std::array<care::Mark, care::kExclusiveMonths> marks{};       // by month of age, clock A
    care::AsiStatus this_month = care::AsiStatus::NotApplicable;  // 6.5
    care::HalfYear recap = care::HalfYear::Running;               // clock B
    bool is_temporary = false;  // listed here, counted where domiciled
    bool is_dead = false;       // shown without any reminder (DOMAIN 5.4)
};

// The family's infants who are under six months in that month, or become six months old in it or
// in the month before; by birth date, then name. `today` bounds what is known.
std::vector<RegisterRow> register_rows(const care::Family& family, Month month, Date today,
                                       const Settings& settings = {});

// Several families' rows of one posyandu, put in the register's order.
void sort_register(std::vector<RegisterRow>& rows);

struct F1Row {
    std::string_view label_id;
    int boys = 0;
    int girls = 0;
    int sex_unknown = 0;  // to be corrected; a form has no column for it
};
std::array<F1Row, 5> f1_section_o(const Tally& tally, const std::string& unit);

}  // namespace indicators
