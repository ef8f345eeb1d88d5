// The massage's golden district on a health centre's server: the table, who stands behind it, and
// the families who practise or need a second visit (tests/shared/indicators/golden/README.md).
#include "sync-server/reports/programme_report.h"

#include "shared/base/csv.h"
#include "sync-server/reports/figure_trace.h"
#include "sync-server/reports/report_tables.h"
#include "tests/shared/indicators/programme_district.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

#include <set>

using namespace simulation;

namespace {

constexpr base::Month kMonth{std::chrono::year{2026}, std::chrono::month{9}};
const base::Date kAfter = *base::parse_date("2026-10-05");

struct Centre {
    base::FixedClock clock{*base::parse_date_time("2026-10-05T09:00:00+07:00")};
    base::SeededRandom random{5};
    ScratchFolder folder;
    Server server{folder.path("centre.db"), clock, random, {"MELATI-1", "MAWAR-1"}};
    Device siti{folder.path("siti.db"), server,
                server.add_user("Siti", "KADER", {"MELATI-1", "MAWAR-1"}), clock, random};

    Centre() {
        for (records::Record& each : programme_district::records()) {
            const char* user = "01890000-0000-7000-8000-0000000000ff";
            if (each.type == "visit") each.fields.set("provider_id", user);
            if (each.type == "massage_teaching") each.fields.set("trainer_id", user);
            REQUIRE(siti.try_save(each.type, each.id, each.fields, each.unit));
        }
        siti.sync();
        REQUIRE(siti.status().is_green());
    }
    base::csv::Table programme(const std::string& unit = "") {
        const auto text = reports::programme_csv(server.connection(), kMonth, unit);
        REQUIRE(text.ok());
        return base::csv::parse(text.value()).value();
    }
};

// "3/5 60.0" of a figure.
std::string figure(const base::csv::Table& table, const std::string& code) {
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (table.at(row, "Kode") != code) continue;
        return table.at(row, "Pembilang") + "/" + table.at(row, "Penyebut") + " " +
               table.at(row, "Nilai");
    }
    return "";
}

const base::Zone kZone{"Asia/Jakarta", 7 * 60};

std::vector<reports::Behind> behind(db::Connection& connection, const std::string& code) {
    return reports::trace_figure(connection, code + ":2026-09:SEMUA", kZone).value().rows;
}

std::set<std::string> traced(db::Connection& connection, const std::string& code) {
    std::set<std::string> all;
    for (const reports::Behind& row : behind(connection, code)) {
        all.insert(row.name + " " + row.part + (row.reason.empty() ? "" : ": " + row.reason));
    }
    return all;
}

using Set = std::set<std::string>;

}  // namespace

TEST_CASE_FIXTURE(Centre, "the programme's table has the figures worked out by hand") {
    const auto table = programme();
    CHECK(figure(table, "PR_TEACH") == "3/5 60.0");
    CHECK(figure(table, "PR_COMP_FAM") == "1/3 33.3");
    CHECK(figure(table, "PR_HUSB_REP") == "4/7 57.1");
    CHECK(figure(table, "PR_FREQ_MOTHERS") == "3/ ");
    CHECK(figure(table, "PR_FREQ_REP") == "5/6 0.8");
    CHECK(figure(table, "PR_AE_REP") == "1/7 14.3");
    CHECK(figure(table, "PR_DELAY") == "1/2 50.0");
    CHECK(figure(table, "PR_EBF_TAUGHT_0") == "1/2 50.0");
    CHECK(figure(table, "PR_EBF_NOT_TAUGHT_0") == "0/0 –");
    CHECK(figure(programme("MAWAR-1"), "PR_TEACH") == "0/1 0.0");
}

TEST_CASE_FIXTURE(Centre, "every figure opens its mothers; seven massages are seven rows") {
    programme();
    CHECK(traced(server.connection(), "PR_TEACH") ==
          Set{"Aminah NUMERATOR", "Bunga NUMERATOR", "Hesti NUMERATOR",
              "Cahya DENOMINATOR: pijat ditahan dulu karena tanda bahaya",
              "Gita DENOMINATOR: ibu tidak ingin dipijat",
              "Endah EXCLUDED: belum dikunjungi bulan ini",
              "Fitri EXCLUDED: pijat tidak ditawarkan"});
    CHECK(traced(server.connection(), "PR_EBF_TAUGHT_0") ==
          Set{"Arif NUMERATOR",
              "Bayu DENOMINATOR: kemarin diberi selain ASI: susu formula atau hewani"});
    const auto told = behind(server.connection(), "PR_HUSB_REP");
    CHECK(told.size() == 7);
    std::set<std::string> evidence;
    for (const reports::Behind& row : told) evidence.insert(row.evidence);
    CHECK(evidence.size() == 7);
}

TEST_CASE_FIXTURE(Centre, "the coordinator sees who practises and who needs a second visit") {
    const auto text = reports::families_csv(server.connection(), kMonth, "", kAfter);
    REQUIRE(text.ok());
    const auto table = base::csv::parse(text.value()).value();
    std::vector<std::string> rows;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        rows.push_back(table.at(row, "Ibu") + " | " + table.at(row, "Kelompok") + " | " +
                       table.at(row, "Alasan"));
    }
    CHECK(rows ==
          std::vector<std::string>{
              "Aminah | Perlu kunjungan ulang | ada keluhan saat dipijat sejak 2026-09-20",
              "Bunga | Perlu kunjungan ulang | waktu mempraktikkan ulang sudah lewat (Sulastri) "
              "sejak 2026-09-12",
              "Cahya | Perlu kunjungan ulang | pijat ditahan karena tanda bahaya sejak 2026-09-05",
              "Dian | Mempraktikkan pijat | ", "Hesti | Mempraktikkan pijat | ",
              "Indah | Sudah diajari, belum ada kabar pijat | ", "Endah | Belum diajari | ",
              "Gita | Ibu tidak ingin dipijat | "});
    CHECK(table.at(0, "Per_tanggal") == "2026-09-30");
    CHECK(table.at(0, "Dilihat_30_hari") == "1");
    CHECK(table.at(0, "Diceritakan_30_hari") == "4");
    const auto mawar = reports::families_csv(server.connection(), kMonth, "MAWAR-1", kAfter);
    CHECK(base::csv::parse(mawar.value()).value().rows.size() == 3);
}

TEST_CASE_FIXTURE(Centre, "a month that has not begun, and an unknown unit, have no list") {
    const auto early =
        reports::families_csv(server.connection(), kMonth, "", *base::parse_date("2026-08-31"));
    REQUIRE(!early.ok());
    CHECK(early.error().code == base::ErrorCode::Refused);
    const auto unknown = reports::families_csv(server.connection(), kMonth, "P9", kAfter);
    REQUIRE(!unknown.ok());
    CHECK(unknown.error().code == base::ErrorCode::NotFound);
}

TEST_CASE_FIXTURE(Centre, "every figure of the programme opens who is behind it") {
    const auto book =
        reports::make_book(server.connection(),
                           {sheets::period_of(kMonth), "", {"programme"}, clock.now(), kZone, ""});
    REQUIRE(book.ok());
    int opened = 0;
    const sheets::Sheet& sheet = book.value().sheets.at(0);
    for (const auto& row : sheet.rows) {
        for (const std::size_t column : {7U, 8U}) {  // Pembilang, Penyebut
            const sheets::Cell& cell = row[column];
            if (to_text(cell).empty()) continue;
            const auto traced = reports::trace_figure(server.connection(), cell.figure, kZone);
            INFO(cell.figure);
            REQUIRE(traced.ok());
            // Two weeks of each mother are a rate's whole: the mothers are shown.
            const bool is_weeks = row[10].text == "kali per ibu per minggu" && column == 8;
            CHECK(traced.value().shown() * (is_weeks ? 2 : 1) == cell.integer);
            opened += cell.integer > 0 ? 1 : 0;
        }
    }
    CHECK(opened > 20);
}

TEST_CASE_FIXTURE(Centre, "the list that programs read carries the ids that open its figures") {
    const auto table = programme();
    int opened = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::string id = table.at(row, "Id");
        INFO(id);
        const auto traced = reports::trace_figure(server.connection(), id, kZone);
        REQUIRE(traced.ok());
        CHECK(std::to_string(traced.value().shown()) == table.at(row, "Pembilang"));
        opened += traced.value().shown() > 0 ? 1 : 0;
        CHECK((table.at(row, "Id_penyebut") == "") == (table.at(row, "Penyebut") == ""));
        if (table.at(row, "Id_penyebut").empty()) continue;
        CHECK(reports::trace_figure(server.connection(), table.at(row, "Id_penyebut"), kZone).ok());
    }
    CHECK(opened > 10);
}
