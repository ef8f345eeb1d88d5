// Tables with names, one row per infant, measurement or week: the health centre's cohort register,
// the e-PPGBM layout, the cadre's weekly recap (which names nobody). They never leave the house.
#pragma once

#include "shared/care/family.h"
#include "sync-server/reports/sheets/centre.h"

namespace sheets {

// Of those whose household is this one; the posyandu's place and the month stand in each row.
struct HomeRows {
    const records::Record& household;
    const care::Family& family;
    const Place& posyandu;
    const std::string& centre;
};

// The register kohort: who she is, how she was born, and each month of the year up to `month`.
Sheet cohort_sheet(const Place& posyandu, Month month);  // without rows
void add_cohort_rows(const HomeRows& home, Month month, Sheet& into);

// e-PPGBM: a row per measurement of the month, 34 headers exactly as its export has them.
Sheet ppgbm_sheet();
void add_ppgbm_rows(const HomeRows& home, Month month, Sheet& into);
std::string age_words(base::Date birth, base::Date on);  // "0 Tahun - 5 Bulan - 12 Hari"

// Rekapitulasi / Tindak Lanjut: what was done in each week of the month, by posyandu.
Sheet weekly_sheet(const Place& posyandu, Month month);  // with a row of zeros for each week
void add_weekly_counts(const HomeRows& home, Month month, Sheet& into);

}  // namespace sheets
