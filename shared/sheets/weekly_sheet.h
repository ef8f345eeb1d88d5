// Rekapitulasi / Tindak Lanjut: what was done in each week of the month, by posyandu. Each figure
// has an id (figure_id.h), of a code of its own: MINGGUAN.RECALL.8-14:2026-09:POSY-01 are the
// infants asked from the 8th to the 14th.
#pragma once

#include "shared/sheets/person_sheets.h"

namespace sheets {

inline constexpr std::string_view kWeekly = "MINGGUAN";

// In the order of the columns.
enum class Weekly {
    Visits,
    NotMet,
    Families,
    Mothers,
    Infants,
    Recalls,
    Taught,
    Massages,
    Referred,
    Open
};
std::string_view to_code(Weekly what);  // as in an id: "RECALL"
std::optional<Weekly> parse_weekly(std::string_view code);
std::string_view name_id(Weekly what);  // "Bayi direcall"

// What one figure counts once.
struct WeeklyEntry {
    Weekly what = Weekly::Visits;
    base::Date on;
    const records::Record* record = nullptr;
    const care::Person* person = nullptr;  // nullptr: a visit without a mother
};
std::vector<WeeklyEntry> weekly_entries(const HomeRows& home, Month month);

Sheet weekly_sheet(const Place& posyandu, Month month);  // with a row of zeros for each week
void add_weekly_counts(const HomeRows& home, Month month, Sheet& into);

}  // namespace sheets
