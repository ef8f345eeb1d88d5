// Every form of a laptop is the health centre's for the same posyandu: cell by cell, figure's id by
// figure's id, and with the same people behind each, whatever the district chose.
#include "client/app/window/printer.h"
#include "client/screens/register/register_model.h"
#include "sync-server/accept/joining/joining.h"
#include "sync-server/reports/district_choices.h"
#include "sync-server/reports/figure_trace.h"
#include "sync-server/reports/month_closing.h"
#include "sync-server/reports/report_tables.h"
#include "tests/client/app/window/golden_district.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace {

using golden::District;
using golden::kSeptember;
using screens::Form;
using screens::RegisterMonth;
using sheets::Sheet;

const base::Zone kZone;

// A cell as everybody sees it, and its figure's id.
std::vector<std::string> lines_of(const Sheet& sheet) {
    std::vector<std::string> lines = {sheet.title};
    for (const std::string& header : sheet.headers) lines.push_back(header);
    for (const auto& row : sheet.rows) {
        std::string line;
        for (const sheets::Cell& cell : row) {
            line += to_text(cell) + "(" + std::to_string(static_cast<int>(cell.kind)) + " " +
                    cell.figure + ")|";
        }
        lines.push_back(line);
    }
    return lines;
}

std::vector<Sheet> of_server(District& district, const std::string& unit,
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

void check_form(District& district, const RegisterMonth& month, Form form,
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

std::multiset<std::string> people_of(const RegisterMonth& month, const sheets::FigureId& figure) {
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

std::multiset<std::string> people_of(const reports::FigureTrace& trace) {
    std::multiset<std::string> all;
    for (const reports::Behind& row : trace.rows) {
        all.insert(row.name + "|" + row.part + "|" + row.reason + "|" + row.on);
    }
    return all;
}

void check_trace(District& district, const RegisterMonth& month, const sheets::Cell& cell) {
    CAPTURE(cell.figure);
    const auto id = sheets::parse_figure_id(cell.figure);
    REQUIRE(id.has_value());
    const auto trace = reports::trace_figure(district.server.connection(), cell.figure, kZone);
    REQUIRE(trace.ok());
    CHECK(people_of(month, *id) == people_of(trace.value()));
    if (cell.kind != sheets::CellKind::Integer) return;
    CHECK(static_cast<std::int64_t>(screens::people_behind(month, *id).counted.size()) ==
          cell.integer);
}

int check_people(District& district, const RegisterMonth& month) {
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

void check_forms(District& district, const RegisterMonth& month) {
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

void check_both(District& district) {
    for (simulation::Device* device : {&district.siti, &district.ani}) {
        const std::string unit = device == &district.siti ? "MELATI-1" : "MAWAR-1";
        device->sync();
        const auto month = golden::month_of(*device, unit);
        CHECK(month.troubled == 0);
        check_forms(district, month);
    }
}

void choose(District& district, const char* name, const char* answer) {
    REQUIRE(
        reports::choose(district.server.connection(), name, answer, district.clock.now(), "test")
            .ok());
}

}  // namespace

TEST_CASE("after a sync every form of a laptop is the health centre's for her posyandu") {
    District district;
    check_both(district);
    const auto month = golden::month_of(district.siti, "MELATI-1");
    CHECK(check_people(district, month) > 60);
    CHECK(month.note.not_sent == 0);
    CHECK(month.note.not_asked.size() == 1);
    CHECK(month.note.not_asked[0].of > 0);
}

TEST_CASE("so it is with the district's other choices, once they have come with a sync") {
    District district;
    // Breast milk alone yesterday, and something else once before: the two clocks part.
    const auto recalls = district.siti.store().list("feeding_recall").value();
    for (const auto& recall : recalls) {
        district.siti.edit(recall.id,
                           simulation::fields_of(R"({"other_ever":"1","other_first_age_d":2})"));
    }
    check_both(district);
    const auto before = golden::month_of(district.siti, "MELATI-1");
    choose(district, "f1_row1", "clockA");
    choose(district, "kf_rule", "hours_strict");
    choose(district, "mal", "yes");
    check_both(district);
    const auto after = golden::month_of(district.siti, "MELATI-1");
    check_people(district, after);
    // They are not the figures of before: the choice is seen in them.
    const auto all_of = [](const RegisterMonth& month) {
        std::vector<std::string> lines;
        for (const Form form : {Form::F1, Form::Contacts}) {
            for (const Sheet& sheet : month.forms.at(form)) {
                for (std::string& line : lines_of(sheet)) lines.push_back(std::move(line));
            }
        }
        return lines;
    };
    CHECK(all_of(after) != all_of(before));
    choose(district, "f1_row1", "both");
    choose(district, "kf_rule", "date");
    choose(district, "mal", "no");
    check_both(district);
    CHECK(all_of(golden::month_of(district.siti, "MELATI-1")) == all_of(before));
}

TEST_CASE("and over a half-year, and in February with its recap") {
    District district;
    district.siti.sync();
    for (const char* text : {"2026-S2", "2026-08", "2026-02"}) {
        const auto period = *sheets::parse_period(text);
        check_forms(district, golden::month_of(district.siti, "MELATI-1", period));
    }
}

TEST_CASE("a person written twice and joined, and a late correction, are in both the same") {
    District district;
    district.siti.sync();
    REQUIRE(reports::choose(district.server.connection(), "f1_row1", "clockA", district.clock.now(),
                            "test")
                .ok());
    check_both(district);
    // A baby of this month once more: counted twice until somebody sees it.
    const auto month = golden::month_of(district.siti, "MELATI-1");
    REQUIRE_FALSE(month.lines.empty());
    const std::string infant = month.lines.front().row.infant.text();
    const auto fields = district.siti.store().find(infant).value()->record.fields;
    const auto twice = district.siti.add("person", fields, "MELATI-1");
    district.siti.sync();
    joining::Request asked;
    asked.winner = infant;
    asked.loser = twice.text();
    asked.reason = "orang yang sama";
    asked.actor = server_store::kCommandLine;
    asked.is_forced = true;
    const auto joined = joining::join(district.server.desk(), asked);
    if (!joined.ok()) MESSAGE(joined.error().message);
    REQUIRE(joined.ok());
    check_both(district);
    // In October somebody corrects what was answered in September.
    const auto recalls = district.siti.store().list("feeding_recall").value();
    for (const auto& recall : recalls) {
        district.siti.edit(
            recall.id,
            simulation::fields_of(R"({"f_any":"1","other_ever":"1","other_first_age_d":2})"));
    }
    const auto waiting = golden::month_of(district.siti, "MELATI-1");
    CHECK(waiting.note.not_sent > 0);
    check_both(district);
    const auto after = golden::month_of(district.siti, "MELATI-1");
    check_people(district, after);
    CHECK(lines_of(after.forms.at(Form::F1).front()) != lines_of(month.forms.at(Form::F1).front()));
}

TEST_CASE("a laptop says which month is closed: a late correction changes her count alone") {
    District district;
    check_both(district);
    db::Connection& server = district.server.connection();
    REQUIRE(reports::close_month(server, kSeptember, district.clock.now(), kZone, "test").ok());
    CHECK(golden::month_of(district.siti, "MELATI-1").note.closed.empty());
    check_both(district);
    const auto closed = golden::month_of(district.siti, "MELATI-1");
    CHECK(closed.note.closed == std::vector<base::Month>{kSeptember});
    const auto recalls = district.siti.store().list("feeding_recall").value();
    for (const auto& recall : recalls) {
        district.siti.edit(recall.id,
                           simulation::fields_of(R"({"other_ever":"1","other_first_age_d":2})"));
    }
    district.siti.sync();
    const auto f1_of = [](const RegisterMonth& month) {
        return lines_of(month.forms.at(Form::F1).front());
    };
    const auto corrected = golden::month_of(district.siti, "MELATI-1");
    CHECK(f1_of(corrected) != f1_of(closed));
    const auto reported = of_server(district, "MELATI-1", corrected.period, "f1");
    CHECK(lines_of(reported.front()) == f1_of(closed));
    const auto book = client_app::book_of(
        client_app::posyandu_of(district.siti.store().identity().value(), "MELATI-1"), corrected,
        Form::F1, golden::kToday);
    CHECK(std::any_of(book.missing.begin(), book.missing.end(), [](const std::string& line) {
        return line.find("Sudah ditutup di puskesmas: September 2026") != std::string::npos;
    }));
    REQUIRE(reports::reopen_month(server, kSeptember, district.clock.now(), "test", "keliru").ok());
    check_both(district);
    CHECK(golden::month_of(district.siti, "MELATI-1").note.closed.empty());
    const auto half = *sheets::parse_period("2026-S2");
    REQUIRE(reports::close_month(server, kSeptember, district.clock.now(), kZone, "test").ok());
    district.siti.sync();
    CHECK(golden::month_of(district.siti, "MELATI-1", half).note.closed.empty());
}

TEST_CASE("ILP sheets 3 and 4 of each family are the health centre's too") {
    District district;
    district.siti.sync();
    const auto month = golden::month_of(district.siti, "MELATI-1");
    REQUIRE_FALSE(month.families.empty());
    for (const screens::RegisterFamily& family : month.families) {
        CAPTURE(family.id);
        const auto book =
            client_app::family_book(district.siti.store(), district.siti.store().identity().value(),
                                    family.id, golden::kToday);
        REQUIRE(book.ok());
        const auto server = of_server(district, "MELATI-1", month.period, "family", family.id);
        REQUIRE(book.value().sheets.size() == server.size());
        for (std::size_t i = 0; i < server.size(); ++i) {
            CHECK(lines_of(book.value().sheets[i]) == lines_of(server[i]));
        }
    }
    CHECK_FALSE(
        client_app::family_book(district.siti.store(), store::Identity(), "nobody", golden::kToday)
            .ok());
}

TEST_CASE("a form is kept whole, beside what is there already, or not at all") {
    simulation::ScratchFolder folder;
    const std::string where = folder.path(".");
    client_app::Printer printer(where);
    const std::vector<screens::KeptFile> files = {{"f1", ".csv", "a,b\n"}, {"f1", ".txt", "note"}};
    const auto first = printer.save_files(files, where);
    const auto second = printer.save_files(files, where);
    REQUIRE(first.ok());
    REQUIRE(second.ok());
    CHECK(base::read_file(first.value()).value() == "a,b\n");
    CHECK(first.value() != second.value());
    CHECK(base::read_file(folder.path("f1-2.txt")).value() == "note");
    CHECK_FALSE(printer.save_files(files, folder.path("none")).ok());
    CHECK_FALSE(base::file_exists(folder.path("none")));
}

TEST_CASE("what a laptop keeps or prints says what is missing, and on whose word it stands") {
    District district;
    const auto month = golden::month_of(district.siti, "MELATI-1");
    auto identity = district.siti.store().identity().value();
    identity.user_name = "Siti";
    identity.role = "KADER";
    const auto posyandu = client_app::posyandu_of(identity, "MELATI-1");
    CHECK_FALSE(posyandu.is_midwife);
    const auto book = client_app::book_of(posyandu, month, Form::Ilp, golden::kToday);
    CHECK(book.sheets.size() == 2);
    CHECK(book.known_by == "Bidan desa");
    CHECK(book.signed_by == "Siti");
    const auto says = [&](const std::string& words) {
        return std::any_of(book.missing.begin(), book.missing.end(), [&](const std::string& line) {
            return line.find(words) != std::string::npos;
        });
    };
    CHECK(says("belum terkirim"));
    CHECK(says("belum ditanya ASI-nya"));
    CHECK(says("Angka resmi adalah angka puskesmas"));
}

TEST_CASE("a choice that this program does not know is said in what it counts") {
    District district;
    auto identity = district.siti.store().identity().value();
    identity.choices = "f1_row1=clockC";
    const auto posyandu = client_app::posyandu_of(identity, "MELATI-1");
    CHECK_FALSE(posyandu.counts_as_told);
    sheets::LaptopNote note;
    note.counts_as_told = posyandu.counts_as_told;
    const auto lines = sentences(note, sheets::period_of(kSeptember));
    CHECK(std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
        return line.find("belum dikenal") != std::string::npos;
    }));
}
