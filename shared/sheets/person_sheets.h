// Tables with names, one row per infant or measurement: the health centre's cohort register and the
// e-PPGBM layout. They never leave the house.
#pragma once

#include "shared/care/feeding.h"
#include "shared/sheets/centre.h"

namespace sheets {

// Of those whose household is this one; the posyandu's place and the month stand in each row.
struct HomeRows {
    const records::Record& household;
    const care::Family& family;
    const Place& posyandu;
    const std::string& centre;
    care::F1Row1 f1_row1 = care::F1Row1::Both;  // what the status E needs: the district's choice
};

// The register kohort: who she is, how she was born, and each month of the year up to `month`.
Sheet cohort_sheet(const Place& posyandu, Month month);  // without rows
void add_cohort_rows(const HomeRows& home, Month month, Sheet& into);

// e-PPGBM: a row per measurement of the month, 34 headers exactly as its export has them.
Sheet ppgbm_sheet();
void add_ppgbm_rows(const HomeRows& home, Month month, Sheet& into);
// Rows in the order of what stands in that column.
void sort_by(Sheet& sheet, std::size_t column);
std::string age_words(base::Date birth, base::Date on);  // "0 Tahun - 5 Bulan - 12 Hari"

}  // namespace sheets
