#include "sync-server/reports/sheets/person_sheets.h"

#include <algorithm>
#include <array>
#include <set>

namespace sheets {

namespace {

constexpr int kWeekDays = 7;
constexpr std::array kHeaders = {
    "Minggu",         "Kunjungan",    "Tidak bertemu",          "Keluarga dikunjungi",
    "Ibu dilihat",    "Bayi dilihat", "Bayi direcall",          "Pijat diajarkan",
    "Pijat tercatat", "Dirujuk",      "Rujukan belum ada hasil"};
enum Column : std::size_t {
    Visits = 1,
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

int weeks_of(Month month) {
    return (static_cast<int>(static_cast<unsigned>(base::last_day(month).day())) + kWeekDays - 1) /
           kWeekDays;
}

// The row of a day of the month; nothing for another month's.
Cell* cell_on(Sheet& sheet, Month month, base::Date on, Column column) {
    if (base::month_of(on) != month) return nullptr;
    const auto week = (static_cast<unsigned>(on.day()) - 1) / static_cast<unsigned>(kWeekDays);
    return &sheet.rows[week][column];
}

void count(Sheet& sheet, Month month, base::Date on, Column column) {
    Cell* cell = cell_on(sheet, month, on, column);
    if (cell != nullptr) ++cell->integer;
}

}  // namespace

Sheet weekly_sheet(const Place& posyandu, Month month) {
    Sheet sheet;
    sheet.name = "Mingguan " + posyandu.id;
    sheet.title = "Rekapitulasi mingguan dan tindak lanjut";
    sheet.place = posyandu.name + ", " + posyandu.village;
    sheet.headers.assign(kHeaders.begin(), kHeaders.end());
    const unsigned last = static_cast<unsigned>(base::last_day(month).day());
    for (int week = 0; week < weeks_of(month); ++week) {
        const unsigned from = static_cast<unsigned>(week * kWeekDays) + 1;
        const unsigned to = std::min(from + static_cast<unsigned>(kWeekDays) - 1, last);
        std::vector<Cell> cells = {
            text_cell(std::to_string(from) + "–" + std::to_string(to) + " " + words_id(month))};
        for (std::size_t i = 1; i < kHeaders.size(); ++i) cells.push_back(integer_cell(0));
        sheet.rows.push_back(std::move(cells));
    }
    sheet.notes = {
        "Minggu dihitung dari tanggal 1. Ibu dan bayi dihitung sekali setiap kali "
        "dilihat; keluarga sekali seminggu."};
    sheet.is_wide = true;
    sheet.signer = "Kader posyandu";
    return sheet;
}

void add_weekly_counts(const HomeRows& home, Month month, Sheet& into) {
    const auto is_here = [&](const care::Event& event) {
        return care::code(event.person->record->fields, "household_id") == home.household.id.text();
    };
    std::set<const Cell*> families;
    for (const care::Visit& visit : home.family.visits()) {
        if (care::code(visit.record->fields, "household_id") != home.household.id.text()) continue;
        count(into, month, visit.on, visit.is_contact ? Visits : NotMet);
        Cell* family = cell_on(into, month, visit.on, Families);
        if (visit.is_contact && family != nullptr && families.insert(family).second) {
            ++family->integer;
        }
    }
    const std::pair<const care::Events*, Column> lists[] = {
        {&home.family.mother_checks(), Mothers}, {&home.family.infant_checks(), Infants},
        {&home.family.recalls(), Recalls},       {&home.family.teachings(), Taught},
        {&home.family.sessions(), Massages},     {&home.family.referrals(), Referred}};
    for (const auto& [events, column] : lists) {
        for (const care::Event& event : *events) {
            if (is_here(event)) count(into, month, event.on, column);
        }
    }
    for (const care::Event& referral : home.family.referrals()) {
        const bool is_open = care::code(referral.fields(), "outcome").empty();
        if (is_here(referral) && is_open) count(into, month, referral.on, Open);
    }
}

}  // namespace sheets
