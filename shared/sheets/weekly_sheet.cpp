#include "shared/sheets/weekly_sheet.h"

#include "shared/sheets/figure_id.h"

#include <algorithm>
#include <array>
#include <set>

namespace sheets {

namespace {

constexpr int kWeekDays = 7;

struct Column {
    Weekly what;
    std::string_view code;  // in a figure's id
    std::string_view header;
};
constexpr std::array kColumns = {
    Column{Weekly::Visits, "KUNJUNGAN", "Kunjungan"},
    Column{Weekly::NotMet, "TIDAK_BERTEMU", "Tidak bertemu"},
    Column{Weekly::Families, "KELUARGA", "Keluarga dikunjungi"},
    Column{Weekly::Mothers, "IBU", "Ibu dilihat"},
    Column{Weekly::Infants, "BAYI", "Bayi dilihat"},
    Column{Weekly::Recalls, "RECALL", "Bayi direcall"},
    Column{Weekly::Taught, "DIAJARI", "Pijat diajarkan"},
    Column{Weekly::Massages, "PIJAT", "Pijat tercatat"},
    Column{Weekly::Referred, "DIRUJUK", "Dirujuk"},
    Column{Weekly::Open, "BELUM_ADA_HASIL", "Rujukan belum ada hasil"}};

unsigned last_of(Month month) {
    return static_cast<unsigned>(base::last_day(month).day());
}

std::size_t weeks_of(Month month) {
    return (last_of(month) + kWeekDays - 1) / kWeekDays;
}

std::size_t week_of(base::Date day) {
    return (static_cast<unsigned>(day.day()) - 1) / static_cast<unsigned>(kWeekDays);
}

Ages days_of(Month month, std::size_t week) {
    const int from = static_cast<int>(week) * kWeekDays + 1;
    return {from, std::min(from + kWeekDays - 1, static_cast<int>(last_of(month)))};
}

std::string figure_of(const Place& posyandu, Month month, std::size_t week, const Column& column) {
    FigureId id;
    id.code = kWeekly;
    id.detail = column.code;
    id.ages = days_of(month, week);
    id.period = period_of(month);
    id.place = posyandu.id;
    return to_text(id);
}

void add_visits(const HomeRows& home, Month month, std::vector<WeeklyEntry>& found) {
    std::set<std::size_t> weeks;
    for (const care::Visit& visit : home.family.visits()) {
        const base::Fields& fields = visit.record->fields;
        if (care::code(fields, "household_id") != home.household.id.text()) continue;
        if (base::month_of(visit.on) != month) continue;
        const WeeklyEntry entry{Weekly::Visits, visit.on, visit.record,
                                home.family.person(fields, "mother_id")};
        const auto as = [&](Weekly what) {
            found.push_back(entry);
            found.back().what = what;
        };
        as(visit.is_contact ? Weekly::Visits : Weekly::NotMet);
        if (visit.is_contact && weeks.insert(week_of(visit.on)).second) as(Weekly::Families);
    }
}

void add_events(const HomeRows& home, const care::Events& events, Weekly what, Month month,
                std::vector<WeeklyEntry>& found) {
    for (const care::Event& event : events) {
        const std::string_view lives_in = care::code(event.person->record->fields, "household_id");
        if (lives_in != home.household.id.text() || base::month_of(event.on) != month) continue;
        found.push_back({what, event.on, event.record, event.person});
        const bool is_open = care::code(event.fields(), "outcome").empty();
        if (what != Weekly::Referred || !is_open) continue;
        found.push_back({Weekly::Open, event.on, event.record, event.person});
    }
}

}  // namespace

Sheet weekly_sheet(const Place& posyandu, Month month) {
    Sheet sheet;
    sheet.name = "Mingguan " + posyandu.id;
    sheet.title = "Rekapitulasi mingguan dan tindak lanjut";
    sheet.place = posyandu.name + ", " + posyandu.village;
    sheet.headers = {"Minggu"};
    for (const Column& each : kColumns) sheet.headers.emplace_back(each.header);
    for (std::size_t week = 0; week < weeks_of(month); ++week) {
        const Ages days = days_of(month, week);
        std::vector<Cell> cells = {text_cell(std::to_string(days.from) + "–" +
                                             std::to_string(days.to) + " " + words_id(month))};
        for (const Column& each : kColumns) {
            cells.push_back(integer_cell(0, figure_of(posyandu, month, week, each)));
        }
        sheet.rows.push_back(std::move(cells));
    }
    sheet.notes = {
        "Minggu dihitung dari tanggal 1. Ibu dan bayi dihitung sekali setiap kali "
        "dilihat; keluarga sekali seminggu."};
    sheet.is_wide = true;
    sheet.signer = "Kader posyandu";
    return sheet;
}

std::vector<WeeklyEntry> weekly_entries(const HomeRows& home, Month month) {
    std::vector<WeeklyEntry> found;
    add_visits(home, month, found);
    const care::Family& family = home.family;
    const std::pair<const care::Events*, Weekly> lists[] = {
        {&family.mother_checks(), Weekly::Mothers}, {&family.infant_checks(), Weekly::Infants},
        {&family.recalls(), Weekly::Recalls},       {&family.teachings(), Weekly::Taught},
        {&family.sessions(), Weekly::Massages},     {&family.referrals(), Weekly::Referred}};
    for (const auto& [events, what] : lists) add_events(home, *events, what, month, found);
    return found;
}

void add_weekly_counts(const HomeRows& home, Month month, Sheet& into) {
    for (const WeeklyEntry& entry : weekly_entries(home, month)) {
        const auto column = static_cast<std::size_t>(entry.what) + 1;
        ++into.rows[week_of(entry.on)][column].integer;
    }
}

std::string_view to_code(Weekly what) {
    return kColumns[static_cast<std::size_t>(what)].code;
}

std::optional<Weekly> parse_weekly(std::string_view code) {
    for (const Column& each : kColumns) {
        if (each.code == code) return each.what;
    }
    return std::nullopt;
}

std::string_view name_id(Weekly what) {
    return kColumns[static_cast<std::size_t>(what)].header;
}

}  // namespace sheets
