#include "client/paper/register_page.h"

#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"

namespace paper {

namespace {

using indicators::RegisterRow;
using words::tr;

constexpr const char* kStyleOfRegister = R"css(
html{font-size:10pt}
th,td{padding:.8mm 1.5mm}
.facts{display:flex;flex-wrap:wrap;gap:1mm 9mm;margin-bottom:3mm}
.mark{font-size:1.1em;font-weight:600}
th.mark,th.number{font-size:.9em;text-align:center}
.total td{font-weight:700}
.section-o{break-inside:avoid;margin-top:5mm}
.section-o table{width:190mm}
.signatures{display:flex;justify-content:space-between;margin-top:5mm;break-inside:avoid}
.signature{width:62mm;text-align:center}
.signature i{display:block;height:16mm;border-bottom:.25mm solid #000}
)css";

std::string recap_words(care::HalfYear recap) {
    switch (recap) {
        case care::HalfYear::Running:
            return tr("still running");
        case care::HalfYear::Graduated:
            return tr("passed");
        case care::HalfYear::NotGraduated:
            return tr("not passed");
        case care::HalfYear::NotKnown:
            return tr("not recorded yet");
    }
    return "";
}

// After a death nothing is asked for any more (DOMAIN 5.4): no status, no recap.
std::string remark(const RegisterRow& row) {
    if (row.is_dead) return tr("died");
    return row.is_temporary ? tr("stays here for a time") : "";
}

std::vector<Column> register_columns() {
    std::vector<Column> columns = {{tr("No."), "number", "11mm"},
                                   {tr("Baby's name"), "", ""},
                                   {tr("M/F"), "mark", "12mm"},
                                   {tr("Born on"), "", "29mm"}};
    for (int month = 0; month < care::kExclusiveMonths; ++month) {
        columns.push_back({tr("{0} mo", {std::to_string(month)}), "mark", "14mm"});
    }
    columns.push_back({tr("Half year"), "", "32mm"});
    columns.push_back({tr("Remarks"), "", "36mm"});
    return columns;
}

std::string sex_words(char sex) {
    if (sex == 'L') return tr("M");
    return sex == 'P' ? tr("F") : "";
}

std::vector<std::string> cells_of(const RegisterRow& row, int number) {
    std::vector<std::string> cells = {std::to_string(number), text(masked(row.name, kPhoneDigits)),
                                      text(sex_words(row.sex)),
                                      text(words::typed_date(row.birth_date))};
    for (const care::Mark mark : row.marks) cells.push_back(text(care::to_sign(mark)));
    cells.push_back(row.is_dead ? "" : text(recap_words(row.recap)));
    cells.push_back(text(remark(row)));
    return cells;
}

std::string register_table(std::span<const RegisterRow> rows) {
    const std::vector<Column> columns = register_columns();
    std::string made;
    int number = 0;
    for (const RegisterRow& each : rows) made += row(columns, cells_of(each, ++number));
    return table(columns, made);
}

std::string legend() {
    return element("p", "small",
                   text(tr("√ breast milk only (asked about yesterday) · X given something else · "
                           "A not asked or not known · empty: not that old yet")));
}

std::string section_o_rows(const std::vector<Column>& columns, const RegisterMonth& month) {
    constexpr std::array kRows = {indicators::Indicator::IdF1Row1, indicators::Indicator::IdF1Row2,
                                  indicators::Indicator::IdF1Row3, indicators::Indicator::IdF1Row4,
                                  indicators::Indicator::IdF1Row5};
    std::string rows;
    for (std::size_t each = 0; each < kRows.size(); ++each) {
        const indicators::F1Row& counted = month.section_o[each];
        const int all = counted.boys + counted.girls + counted.sex_unknown;
        const std::string_view name = words::code() == "id" ? indicators::name_id(kRows[each])
                                                            : indicators::name_en(kRows[each]);
        rows +=
            row(columns, {"O." + std::to_string(each + 1), text(name), std::to_string(counted.boys),
                          std::to_string(counted.girls), std::to_string(all)});
    }
    return rows;
}

std::string section_o(const RegisterMonth& month) {
    const std::vector<Column> columns = {{tr("No."), "number", "14mm"},
                                         {tr("Breastfeeding"), "", ""},
                                         {tr("M"), "number", "20mm"},
                                         {tr("F"), "number", "20mm"},
                                         {tr("Total"), "number", "24mm"}};
    int unknown = 0;
    for (const indicators::F1Row& each : month.section_o) unknown += each.sex_unknown;
    std::string made = element("h2", "", text(tr("Form F1, section O")));
    made += table(columns, section_o_rows(columns, month));
    if (unknown > 0) {
        made += element("p", "small",
                        text(tr("Some babies are recorded without their sex: they stand in the "
                                "total only. Correct them first.")));
    }
    return element("section", "section-o", made);
}

std::string named_month(base::Month month) {
    // The day's words without the day: "Maret 2026".
    return words::month_and_year(month);
}

std::string facts(const RegisterMonth& month, const Letterhead& head) {
    const auto fact = [](const char* name, const std::string& value) {
        return element("span", "", text(name) + " <b>" + text(value) + "</b>");
    };
    std::string made = fact(tr("Posyandu:"), head.unit);
    if (!month.village.empty()) made += fact(tr("Village:"), month.village);
    if (!month.subdistrict.empty()) made += fact(tr("Subdistrict:"), month.subdistrict);
    made += fact(tr("Health centre:"), head.centre);
    made += fact(tr("Month:"), named_month(month.month));
    return element("div", "facts", made);
}

std::string signature(const std::string& who, const std::string& name) {
    return element("div", "signature",
                   text(who) + "<i></i>" + (name.empty() ? "&nbsp;" : text(name)));
}

}  // namespace

std::string register_page(const RegisterMonth& month, const Letterhead& head) {
    std::string body = element("h1", "", text(tr("Breastfeeding register, 0 to 5 months")));
    body += facts(month, head);
    if (month.not_sent > 0) {
        body += element("p", "",
                        "<b>" +
                            text(tr("Not final: {0} records have not reached the "
                                    "health centre yet.",
                                    {std::to_string(month.not_sent)})) +
                            "</b>");
    }
    if (month.rows.empty()) {
        body += element("p", "", text(tr("No babies of this age in this month.")));
    } else {
        body += register_table(month.rows) + legend();
    }
    body += section_o(month);
    body += element(
        "div", "signatures",
        signature(tr("Known to: village midwife"), "") + signature(tr("Cadre"), month.cadre));
    return html(
        {Size::A4Landscape, tr("Breastfeeding register, 0 to 5 months"), kStyleOfRegister, body},
        head);
}

}  // namespace paper
