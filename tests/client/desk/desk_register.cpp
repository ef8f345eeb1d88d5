#include "tests/client/desk/desk_register.h"

#include "shared/sheets/f1_sheet.h"
#include "shared/sheets/ilp_recap_sheets.h"
#include "shared/sheets/person_sheets.h"
#include "shared/sheets/register_sheet.h"
#include "shared/sheets/village_sheets.h"

namespace desk {

using care::Mark;
using indicators::Fact;
using indicators::Indicator;
using indicators::Part;
using indicators::Reason;
using screens::Sending;

namespace {

struct Baby {
    const char* name;
    char sex;
    const char* born;
    std::array<Mark, care::kExclusiveMonths> marks;
    care::HalfYear recap;
    Sending sending;
};

constexpr Mark kYes = Mark::Exclusive, kNo = Mark::Other, kNotAsked = Mark::NotKnown,
               kNotYet = Mark::NotYet;
constexpr std::array<Baby, 6> kBabies = {{
    {"Muhammad Rizki",
     'L',
     "2025-08-21",
     {kYes, kYes, kYes, kYes, kYes, kYes},
     care::HalfYear::Graduated,
     Sending::Sent},
    {"Nur Azizah",
     'P',
     "2025-09-03",
     {kYes, kYes, kNo, kNo, kNo, kNo},
     care::HalfYear::NotGraduated,
     Sending::Sent},
    {"Hasan Basri",
     'L',
     "2025-11-14",
     {kYes, kNotAsked, kYes, kYes, kNotYet, kNotYet},
     care::HalfYear::Running,
     Sending::Sent},
    {"Fatimah Az-Zahra Kusumaningrum",
     'P',
     "2025-12-02",
     {kYes, kYes, kNo, kNotYet, kNotYet, kNotYet},
     care::HalfYear::Running,
     Sending::Troubled},
    {"Budi Santoso",
     'L',
     "2026-01-09",
     {kYes, kYes, kNotYet, kNotYet, kNotYet, kNotYet},
     care::HalfYear::Running,
     Sending::Waiting},
    {"Aisyah Putri",
     'P',
     "2026-02-12",
     {kYes, kNotYet, kNotYet, kNotYet, kNotYet, kNotYet},
     care::HalfYear::Running,
     Sending::Sent},
}};

sheets::Sheet cohort_of(const sheets::Place& place, const screens::RegisterMonth& month) {
    sheets::Sheet sheet = sheets::cohort_sheet(place, month.month);
    for (const auto& line : month.lines) {
        std::vector<sheets::Cell> cells(sheet.headers.size());
        cells[0] = sheets::name_cell(line.row.name);
        cells[0].record = line.row.infant.text();
        cells[3] = sheets::text_cell("Sulastri");
        cells[5] = sheets::date_cell(line.row.birth_date);
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

// The real forms, of what the facts above add up to and of invented weeks.
void add_forms(screens::RegisterMonth& month) {
    const sheets::Place place{month.unit, "Posyandu Melati 3", "Sukamaju", "", {month.unit}};
    sheets::Centre centre;
    centre.name = "Puskesmas Sukamaju";
    centre.whole = place;
    centre.villages = {place};
    centre.posyandu = {place};
    centre.cadres[month.unit] = {5, 4};
    sheets::Counts counts(month.period);
    std::vector<indicators::RegisterRow> rows;
    for (const auto& line : month.lines) rows.push_back(line.row);
    for (const screens::Behind& each : month.behind) {
        if (!each.is_counted()) continue;
        counts.add({month.month, month.unit, std::string(to_code(each.fact.indicator)), "",
                    each.fact.sex, sheets::kNoAge, true, 1});
    }
    using screens::Form;
    month.forms[Form::Marks] = {sheets::register_sheet(place, rows)};
    month.forms[Form::F1] = {sheets::f1_sheet(centre, counts, place)};
    month.forms[Form::Sigizi] = {sheets::lb3_breastfeeding_sheet(centre, counts)};
    month.forms[Form::Ilp] = {sheets::ilp_mothers_sheet(centre, counts),
                              sheets::ilp_infants_sheet(centre, counts)};
    month.forms[Form::Weekly] = {sheets::weekly_sheet(place, month.month)};
    month.forms[Form::Contacts] = {sheets::lb3_sheet(centre, counts),
                                   sheets::newborn_contacts_sheet(centre, counts)};
    month.forms[Form::Cohort] = {cohort_of(place, month)};
}

base::RecordId id_of(std::size_t baby) {
    return base::RecordId("01890000-0000-7000-8000-00000000000" + std::to_string(baby + 1));
}

}  // namespace

void DeskRegister::want(const sheets::Period& of, const std::string& unit) {
    const std::pair<std::string, std::string> asked(to_text(of), unit);
    if (wanted.empty() || wanted.back() != asked) wanted.push_back(asked);
}

std::string DeskRegister::on_paper(const screens::RegisterMonth& of, screens::Form form) {
    return "<p>" + to_text(of.period) + " " + of.unit + " " + of.forms.at(form).front().title +
           "</p>";
}

base::Result<std::string> DeskRegister::as_spreadsheet(const screens::RegisterMonth& of,
                                                       screens::Form form) {
    return "xlsx " + of.forms.at(form).front().title;
}

std::vector<std::string> DeskRegister::as_csv(const screens::RegisterMonth& of,
                                              screens::Form form) {
    std::vector<std::string> files;
    for (const sheets::Sheet& sheet : of.forms.at(form)) files.push_back("csv " + sheet.title);
    files.emplace_back("notes");
    return files;
}

base::Result<std::string> DeskRegister::family_on_paper(const std::string& household) {
    return "<p>family " + household + "</p>";
}

void DeskRegister::fill(base::Month of, const std::string& family) {
    screens::RegisterMonth made;
    made.period = sheets::period_of(of);
    made.month = of;
    made.unit = "P03";
    made.not_sent = 3;
    made.troubled = 1;
    for (std::size_t i = 0; i < kBabies.size(); ++i) {
        const Baby& baby = kBabies[i];
        indicators::RegisterRow row;
        row.infant = id_of(i);
        row.name = baby.name;
        row.sex = baby.sex;
        row.birth_date = *base::parse_date(baby.born);
        row.marks = baby.marks;
        row.recap = baby.recap;
        made.lines.push_back({row, family, baby.sending});
        const auto add = [&](Indicator indicator, bool is_counted, Reason why) {
            Fact fact;
            fact.indicator = indicator;
            fact.part = is_counted ? Part::Numerator : Part::Excluded;
            fact.reason = is_counted ? Reason::None : why;
            if (why == Reason::OtherYesterday && !is_counted) fact.detail = "susu formula";
            fact.person = id_of(i);
            fact.unit = made.unit;
            fact.sex = baby.sex;
            made.behind.push_back({fact, baby.name, family, baby.sending});
        };
        const bool is_young = i >= 2;
        add(Indicator::IdF1Row1, is_young && i != 3, Reason::OtherYesterday);
        add(Indicator::IdF1Row2, i == 3, Reason::DidNotCome);
        add(Indicator::IdF1Row4, i == 1, Reason::SixMonthsInAnotherMonth);
        add(Indicator::Sigizi21, is_young, Reason::OlderThanFiveMonths);
        add(Indicator::Sigizi22, is_young && i != 2, Reason::NotRecalled);
    }
    made.note.not_asked = {{of, 1, 4}};
    made.families = {{family, "Sutrisno"}};
    add_forms(made);
    month = std::move(made);
    so_far = {120, 120};
    ++changes;
}

}  // namespace desk
