// Whether a laptop's forms are the health centre's for the same posyandu: cell by cell, figure's id
// by figure's id, and with the same people behind each.
#pragma once

#include "client/screens/register/register_model.h"
#include "sync-server/reports/figure_trace.h"
#include "sync-server/reports/report_tables.h"
#include "tests/client/app/window/golden_district.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace same_forms {

using golden::District;
using screens::Form;
using screens::RegisterMonth;
using sheets::Sheet;

inline const base::Zone kZone;

// A cell as everybody sees it, and its figure's id.
inline std::vector<std::string> lines_of(const Sheet& sheet) {
    std::vector<std::string> lines = {sheet.title};
    for (const std::string& header : sheet.headers) lines.push_back(header);
    for (const auto& row : sheet.rows) {
        std::string line;
        for (const sheets::Cell& cell : row) {
            line += to_text(cell) + "(" + std::to_string(static_cast<int>(cell.kind)) + " " +
                    cell.figure.text() + ")|";
        }
        lines.push_back(line);
    }
    return lines;
}

inline std::vector<Sheet> of_server(District& district, const std::string& unit,
                                    const sheets::Period& period, const std::string& table,
                                    const std::string& household = {}) {
    reports::Asked asked;
    asked.period = period;
    asked.unit = unit;
    asked.tables = {table};
    asked.now = district.clock.now();
    asked.zone = kZone;
    asked.household = household;
    auto book = reports::make_book(district.server.connection(), asked);
    if (!book.ok()) MESSAGE(book.error().message);
    REQUIRE(book.ok());
    return book.value().sheets;
}

inline void check_form(District& district, const RegisterMonth& month, Form form,
                       const std::string& table) {
    CAPTURE(table);
    const auto server = of_server(district, month.unit, month.period, table);
    const auto found = month.forms.find(form);
    REQUIRE(found != month.forms.end());
    for (const Sheet& sheet : found->second) {
        CAPTURE(sheet.title);
        const auto same = std::find_if(server.begin(), server.end(), [&](const Sheet& each) {
            return each.title == sheet.title;
        });
        REQUIRE(same != server.end());
        CHECK(lines_of(sheet) == lines_of(*same));
    }
}

inline std::multiset<std::string> people_of(const RegisterMonth& month,
                                            const sheets::FigureId& figure) {
    std::multiset<std::string> all;
    const auto opened = screens::people_behind(month, figure);
    const auto add = [&](const std::vector<screens::Behind>& people) {
        for (const screens::Behind& each : people) {
            const std::string name = each.fact.person.text().empty() ? std::string() : each.name;
            all.insert(name + "|" + std::string(to_code(each.fact.part)) + "|" +
                       indicators::reason_id(each.fact.reason, each.fact.detail) + "|" + each.on);
        }
    };
    // Of the weekly recap the detail names the column, not a reason.
    add(opened.counted);
    add(opened.excluded);
    return all;
}

inline std::multiset<std::string> people_of(const reports::FigureTrace& trace) {
    std::multiset<std::string> all;
    for (const reports::Behind& row : trace.rows) {
        all.insert(row.name + "|" + row.part + "|" + row.reason + "|" + row.on);
    }
    return all;
}

inline void check_trace(District& district, const RegisterMonth& month, const sheets::Cell& cell) {
    CAPTURE(cell.figure.text());
    const auto id = sheets::parse_figure_id(cell.figure.text());
    REQUIRE(id.has_value());
    const auto trace =
        reports::trace_figure(district.server.connection(), cell.figure.text(), kZone);
    REQUIRE(trace.ok());
    CHECK(people_of(month, *id) == people_of(trace.value()));
    if (cell.kind != sheets::CellKind::Integer) return;
    CHECK(static_cast<std::int64_t>(screens::people_behind(month, *id).counted.size()) ==
          cell.integer);
}

inline int check_people(District& district, const RegisterMonth& month) {
    std::set<std::string> seen;
    for (const auto& [form, all] : month.forms) {
        for (const Sheet& sheet : all) {
            for (const auto& row : sheet.rows) {
                for (const sheets::Cell& cell : row) {
                    if (cell.figure.empty() || !seen.insert(cell.figure).second) continue;
                    check_trace(district, month, cell);
                }
            }
        }
    }
    return static_cast<int>(seen.size());
}

inline void check_forms(District& district, const RegisterMonth& month) {
    CAPTURE(month.unit);
    CAPTURE(to_text(month.period));
    check_form(district, month, Form::F1, "f1");
    check_form(district, month, Form::Ilp, "ilp");
    check_form(district, month, Form::Sigizi, "lb3");
    check_form(district, month, Form::Contacts, "lb3");
    if (month.period.kind != sheets::Period::Kind::OneMonth) return;
    check_form(district, month, Form::Marks, "register");
    check_form(district, month, Form::Weekly, "weekly");
    check_form(district, month, Form::Cohort, "cohort");
    check_form(district, month, Form::Measurements, "ppgbm");
}

}  // namespace same_forms
