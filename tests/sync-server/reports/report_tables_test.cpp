// Forms as the offices know them: exact headers, what is not ours empty, each figure with its id.
#include "sync-server/reports/report_tables.h"

#include "shared/base/file.h"
#include "shared/sheets/formats/csv_file.h"
#include "shared/sheets/formats/html_file.h"
#include "shared/sheets/formats/xlsx_file.h"
#include "sync-server/accept/joining/moving.h"
#include "sync-server/reports/figure_trace.h"
#include "sync-server/reports/month_report.h"
#include "sync-server/reports/programme_report.h"
#include "sync-server/store/keeping/audit.h"
#include "tests/sync-server/reports/small_centre.h"

#include <set>

using namespace small_centre;

namespace {

struct Asked : Centre {
    base::RecordId adi = add_infant("Adi <b>", "2026-05-10");
    base::RecordId wati = add_infant("=Wati", "2026-06-10", "P");
    Asked() {
        const auto visit = add_visit("2026-08-12");
        add_recall(adi, visit, "2026-08-12");
        add_recall(wati, visit, "2026-08-12", "1");
        siti.sync();
    }
};

}  // namespace

TEST_CASE_FIXTURE(Asked, "every figure of every form opens, and says the number that is printed") {
    int opened = 0, zeros = 0;
    for (const std::string& table : reports::official_tables()) {
        for (const sheets::Sheet& sheet : book(table).sheets) {
            for (const auto& row : sheet.rows) {
                CHECK(row.size() <= sheet.headers.size());
                for (const sheets::Cell& cell : row) {
                    if (cell.figure.empty()) continue;
                    // Of the zeros one in twenty: each trace counts the month anew if need be.
                    const bool is_zero =
                        cell.kind != sheets::CellKind::Integer || cell.integer == 0;
                    if (is_zero && ++zeros % 20 != 0) continue;
                    const auto traced = reports::trace_figure(connection(), cell.figure, kZone);
                    INFO(cell.figure);
                    REQUIRE(traced.ok());
                    if (cell.kind != sheets::CellKind::Integer) continue;
                    CHECK(traced.value().shown() == cell.integer);
                    opened += cell.integer > 0 ? 1 : 0;
                }
            }
        }
    }
    CHECK(opened > 15);
}

// Years and months are no figures, and the cadres of F1's head are users, not counted from records.
TEST_CASE_FIXTURE(Asked, "no number of any form stands without its id") {
    std::set<std::string> bare;
    for (const std::string& table : reports::official_tables()) {
        for (const sheets::Sheet& sheet : book(table).sheets) {
            for (const auto& row : sheet.rows) {
                for (std::size_t i = 0; i < row.size(); ++i) {
                    const auto kind = row[i].kind;
                    const bool is_number = kind == sheets::CellKind::Integer ||
                                           kind == sheets::CellKind::Decimal ||
                                           kind == sheets::CellKind::Percent;
                    const bool is_time = sheet.headers[i] == "Tahun" || sheet.headers[i] == "Bulan";
                    const bool is_cadres = row[0].text.find("kader") != std::string::npos ||
                                           row[0].text.find("Kader") != std::string::npos;
                    if (is_number && !is_time && !is_cadres && row[i].figure.empty()) {
                        bare.insert(table + ": " + sheet.headers[i]);
                    }
                }
            }
        }
    }
    std::string listed;
    for (const std::string& each : bare) listed += each + "\n";
    CHECK(listed == "");
}

TEST_CASE_FIXTURE(Asked, "an average over quarter ends opens those months alone") {
    const auto dewi = add_infant("Dewi", "2025-11-20", "P");
    for (const char* day : {"2026-06-10", "2026-07-10"}) {
        const auto recall = add_recall(dewi, add_visit(day), day);
        base::Fields food;
        food.set("f_any", "1");
        siti.edit(recall, food);
    }
    siti.sync();
    auto wanted = asked({"indicators"});
    wanted.period = *sheets::parse_period("2026-Q3");
    const auto made = reports::make_book(connection(), wanted);
    REQUIRE(made.ok());
    const auto& row = made.value().sheets.at(0).rows.at(0);
    for (std::size_t i = 4; i < row.size(); ++i) {
        CAPTURE(row[i].figure);
        const auto traced = reports::trace_figure(connection(), row[i].figure, kZone);
        REQUIRE(traced.ok());
        if (i < row.size() - 3) continue;
        // June alone of March, June and September: 1 infant in 3 months.
        if (i < row.size() - 1) CHECK(to_text(row[i]) == "0.3");
        CHECK(traced.value().shown() == 1);
        REQUIRE(traced.value().rows.size() >= 1);
        CHECK(traced.value().rows[0].month == "2026-06");
    }
}

TEST_CASE_FIXTURE(Asked, "the note beside a CSV has the ids of its figures, by line and column") {
    const std::string note = formats::notes_text(book("sigizi"));
    CHECK(note.find("baris 2, Jumlah_Bayi_usia_0-5_bulan: SIGIZI_21:2026-08:") !=
          std::string::npos);
}

TEST_CASE_FIXTURE(Asked, "every figure of the weekly recap opens") {
    int opened = 0;
    const sheets::Book weekly = book("weekly");
    for (const auto& row : weekly.sheets.at(0).rows) {
        for (std::size_t column = 1; column < row.size(); ++column) {
            CAPTURE(row[column].figure);
            const auto traced = reports::trace_figure(connection(), row[column].figure, kZone);
            REQUIRE(traced.ok());
            CHECK(traced.value().shown() == row[column].integer);
            for (const auto& each : traced.value().rows) CHECK(each.household_head == "Budi");
            opened += row[column].integer > 0 ? 1 : 0;
        }
    }
    CHECK(opened == 3);  // a visit, a family, two infants asked
    const auto recalled =
        reports::trace_figure(connection(), "MINGGUAN.RECALL.8-14:2026-08:P1", kZone);
    REQUIRE(recalled.ok());
    REQUIRE(recalled.value().rows.size() == 2);
    CHECK(recalled.value().rows[0].name == "=Wati");
    CHECK_FALSE(recalled.value().rows[0].visit.empty());
    CHECK_FALSE(reports::trace_figure(connection(), "MINGGUAN.APA:2026-08:P1", kZone).ok());
}

TEST_CASE_FIXTURE(Asked, "no form of the office holds a name") {
    for (const std::string& table : reports::official_tables()) {
        const std::string page = formats::html_file(book(table));
        CHECK(page.find("Rina") == std::string::npos);
        CHECK(page.find("Adi") == std::string::npos);
    }
}

TEST_CASE_FIXTURE(Asked, "a percentage of nobody is a dash, never 0") {
    const sheets::Sheet sheet = book("indicators").sheets.at(0);
    const sheets::Cell& imd = sheet.rows.at(0).at(6);  // nobody was born in August
    CHECK(imd.kind == sheets::CellKind::NoData);
    CHECK(to_text(imd) == "–");
}

TEST_CASE_FIXTURE(Asked, "names come out as names: no formula in a file, no element in a page") {
    sheets::Book made = book("register");
    made.sheets.resize(1);
    CHECK(formats::csv_file(made.sheets[0]).find("'=Wati") != std::string::npos);
    const std::string page = formats::html_file(made);
    CHECK(page.find("Adi &lt;b&gt;") != std::string::npos);
    CHECK(page.find("Adi <b>") == std::string::npos);
}

TEST_CASE_FIXTURE(Asked, "the spreadsheet is a whole file with a tab for what is missing") {
    const auto bytes = formats::xlsx_file(book("sigizi"));
    REQUIRE(bytes.ok());
    CHECK(bytes.value().substr(0, 2) == "PK");
}

TEST_CASE_FIXTURE(Asked,
                  "a family that moved stands where its figures are counted, in each month") {
    joining::MoveRequest moving;
    moving.record = home.text();
    moving.to = "P2";
    moving.on = *base::parse_date("2026-09-03");
    moving.reason = "pindah rumah";
    moving.actor = server_store::kCommandLine;
    REQUIRE(joining::move(server.desk(), moving).ok());
    const auto rows_in = [&](const std::string& unit, const char* month) {
        auto wanted = asked({"cohort", "register"});
        wanted.period = *sheets::parse_period(month);
        wanted.unit = unit;
        const auto made = reports::make_book(connection(), wanted);
        REQUIRE(made.ok());
        CHECK(made.value().sheets.at(0).rows.size() == made.value().sheets.at(1).rows.size());
        return made.value().sheets.at(1).rows.size();
    };
    CHECK(rows_in("P1", "2026-08") == 2);
    CHECK(rows_in("P2", "2026-08") == 0);
    CHECK(rows_in("P1", "2026-09") == 0);
    CHECK(rows_in("P2", "2026-09") == 2);
    const auto listed = [&](const std::string& unit, const base::Month& month) {
        const auto text =
            reports::register_csv(connection(), month, unit, *base::parse_date("2026-09-21"));
        REQUIRE(text.ok());
        return text.value().find("Wati") != std::string::npos;
    };
    CHECK(listed("P1", kMonth));
    CHECK_FALSE(listed("P2", kMonth));
    const auto families = [&](const char* day, const std::string& unit) {
        const auto found = reports::practising_families(connection(), *base::parse_date(day), unit);
        REQUIRE(found.ok());
        return found.value().size();
    };
    CHECK(families("2026-08-31", "P2") == 0);
    CHECK(families("2026-08-31", "P1") == families("2026-09-21", "P2"));
}

TEST_CASE_FIXTURE(Asked, "a period whose last month has not begun is refused") {
    auto wanted = asked({"indicators"});
    for (const char* text : {"2026-Q3", "2026-09"}) {  // September runs
        wanted.period = *sheets::parse_period(text);
        CHECK(reports::make_book(connection(), wanted).ok());
    }
    for (const char* text : {"2026-10", "2026-Q4", "2026", "2027-S1"}) {
        CAPTURE(std::string(text));
        wanted.period = *sheets::parse_period(text);
        CHECK_FALSE(reports::make_book(connection(), wanted).ok());
    }
}

TEST_CASE_FIXTURE(Asked, "two posyandu of one name but for its case have a tab each") {
    sheets::Book made = book("register");
    made.sheets.resize(2, made.sheets.at(0));
    made.sheets[0].name = "Register Melati";
    made.sheets[1].name = "REGISTER MELATI";
    CHECK(formats::xlsx_file(made).ok());
    std::set<std::string> taken;
    CHECK(formats::tab_name("Melati", taken) == "Melati");
    CHECK(formats::tab_name("MELATI", taken) == "MELATI 2");
    const std::string long_name = std::string(30, 'a') + "\u00e9";  // its last letter is two bytes
    CHECK(formats::tab_name(long_name, taken) == std::string(30, 'a'));
}

TEST_CASE_FIXTURE(Asked, "tables with names can be made of every family") {
    for (const char* table : {"register", "cohort", "ppgbm", "weekly", "families"}) {
        for (const sheets::Sheet& sheet : book(table).sheets) {
            for (const auto& row : sheet.rows) CHECK(row.size() == sheet.headers.size());
        }
    }
    auto wanted = asked({"family"});
    CHECK_FALSE(reports::make_book(connection(), wanted).ok());
    wanted.household = home.text();
    const auto family = reports::make_book(connection(), wanted);
    REQUIRE(family.ok());
    CHECK(family.value().sheets.size() == 3);  // Rina, Adi, Wati
}

TEST_CASE_FIXTURE(Asked, "a quarter adds up from January, the recap six months") {
    auto wanted = asked({"sigizi"});
    wanted.period = *sheets::parse_period("2026-S2");
    const auto recap = reports::make_book(connection(), wanted);
    REQUIRE(recap.ok());
    CHECK(to_text(recap.value().sheets.at(0).rows.at(0).at(21)) == "2");
    wanted.period = *sheets::parse_period("2026-Q2");
    const auto quarter = reports::make_book(connection(), wanted);
    REQUIRE(quarter.ok());
    CHECK(to_text(quarter.value().sheets.at(0).rows.at(0).at(13)) == "2");  // both were born
}
