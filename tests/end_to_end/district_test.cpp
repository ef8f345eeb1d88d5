// The whole way once, with real processes: two cadres record offline, sync, edit the same record,
// the server is killed, they sync again, and the month's table is the one worked out by hand
// (golden/README.md).
#include "shared/base/csv.h"
#include "shared/base/json.h"
#include "tests/end_to_end/actors.h"

#include <doctest/doctest.h>
#include <algorithm>

using namespace end_to_end;

namespace {

const std::string kSlamet = "01990000-0000-7000-8000-000000000001";
// The columns that this app fills, out of the thirty.
std::vector<std::vector<std::string>> our_columns(const std::string& csv) {
    auto table = base::csv::parse(csv);
    REQUIRE(table.ok());
    const std::vector<std::size_t> ours = {0, 1, 2, 3, 13, 19, 20, 21, 22, 23, 24};
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : table.value().rows) {
        std::vector<std::string> cells;
        for (const std::size_t column : ours) cells.push_back(row.at(column));
        rows.push_back(cells);
    }
    return rows;
}

void check_report(const Centre& centre) {
    const Finished report = centre.command({"report", "--month", "2026-09", "--incomplete"});
    REQUIRE_MESSAGE(report.exit_code == 0, report.err);
    auto expected = base::csv::parse(read_text(golden() + "expected_sigizi.csv"));
    REQUIRE(expected.ok());
    CHECK(our_columns(report.out) == expected.value().rows);
}

std::vector<std::string> names_traced(const Centre& centre, const std::string& indicator,
                                      const std::string& part) {
    const Finished trace =
        centre.command({"trace", "--month", "2026-09", "--indicator", indicator, "--json"});
    REQUIRE_MESSAGE(trace.exit_code == 0, trace.err);
    auto rows = base::json::parse_array(trace.out);
    REQUIRE(rows.ok());
    std::vector<std::string> names;
    for (const std::string& row : rows.value()) {
        auto object = base::json::Object::parse(row);
        REQUIRE(object.ok());
        if (object.value().string("part") == part) names.push_back(*object.value().string("name"));
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

TEST_CASE("a visit recorded offline reaches the government report, and every number its babies") {
    const Scratch scratch;
    Centre centre(scratch);
    centre.start();
    auto codes = centre.add_users();
    const Laptop siti(scratch, "siti");
    const Laptop ani(scratch, "ani");
    const Laptop tini(scratch, "tini");
    const Laptop ratna(scratch, "ratna");
    REQUIRE(siti.command({"enrol", codes["Siti"]}).exit_code == 0);
    REQUIRE(ani.command({"enrol", codes["Ani"]}).exit_code == 0);
    REQUIRE(tini.command({"enrol", codes["Tini"]}).exit_code == 0);
    REQUIRE(ratna.command({"enrol", codes["Bidan Ratna"]}).exit_code == 0);
    centre.stop();

    // Offline: everybody records, nothing is sent, and the status says so.
    const Finished siti_import = siti.command({"import", golden() + "siti.ndjson"});
    REQUIRE_MESSAGE(siti_import.exit_code == 0, siti_import.err);
    const Finished ani_import = ani.command({"import", golden() + "ani.ndjson"});
    REQUIRE_MESSAGE(ani_import.exit_code == 0, ani_import.err);
    const Finished tini_import = tini.command({"import", golden() + "tini.ndjson"});
    REQUIRE_MESSAGE(tini_import.exit_code == 0, tini_import.err);
    const Finished offline = siti.command({"sync"});
    CHECK(offline.exit_code == 3);
    CHECK(offline.err.find("aman di laptop ini") != std::string::npos);
    CHECK(siti.status().integer("waiting") == 49);
    CHECK(siti.status().boolean("green") == false);

    // Siti syncs; the midwife gets her families; both change the same household.
    centre.start();
    REQUIRE(siti.command({"sync"}).exit_code == 0);
    CHECK(siti.status().boolean("green") == true);
    REQUIRE(ratna.command({"sync"}).exit_code == 0);
    REQUIRE(siti.command({"edit", kSlamet}, R"({"landmark":"sebelah mushola"})").exit_code == 0);
    REQUIRE(ratna.command({"edit", kSlamet}, R"({"rt":"009"})").exit_code == 0);
    REQUIRE(ratna.command({"sync"}).exit_code == 0);

    // The server dies with a request under way or not: nothing saved is lost.
    centre.kill();
    CHECK(ani.command({"sync"}).exit_code == 3);
    CHECK(ani.status().integer("waiting") == 35);
    centre.start();
    REQUIRE(ani.command({"sync"}).exit_code == 0);
    REQUIRE(siti.command({"sync"}).exit_code == 0);
    REQUIRE(ratna.command({"sync"}).exit_code == 0);
    for (const Laptop* laptop : {&siti, &ani, &ratna}) {
        CHECK(laptop->status().boolean("green") == true);
    }
    const std::string merged = ratna.command({"show", kSlamet}).out;
    CHECK(merged.find("\"rt\":\"009\"") != std::string::npos);
    CHECK(merged.find("sebelah mushola") != std::string::npos);

    // A receipt brought back is known, and one that was tampered with is not.
    const std::string receipt = *siti.status().find("receipt");
    write_text(scratch.path("receipt.json"), receipt);
    CHECK(centre.command({"receipt", "verify", scratch.path("receipt.json")}).exit_code == 0);
    std::string forged = receipt;
    forged.replace(forged.find("\"last_n\":") + 9, 1, "9");
    write_text(scratch.path("forged.json"), forged);
    CHECK(centre.command({"receipt", "verify", scratch.path("forged.json")}).exit_code == 1);

    check_report(centre);
    const Finished again = siti.command({"import", golden() + "siti.ndjson"});
    CHECK(again.exit_code == 0);
    check_report(centre);

    using Names = std::vector<std::string>;
    CHECK(names_traced(centre, "SIGIZI_23", "NUMERATOR") == Names{"Adi", "Bima", "Eko", "Hana"});
    CHECK(names_traced(centre, "SIGIZI_20", "NUMERATOR") == Names{"Adi", "Bima"});
    CHECK(names_traced(centre, "SIGIZI_25", "NUMERATOR") == Names{"Gilang"});
    CHECK(names_traced(centre, "ID_ASI05", "DENOMINATOR") == Names{"Esti", "Joko"});

    // No person's name in any log.
    CHECK(centre.log().find("Slamet") == std::string::npos);
    CHECK(centre.log().find("Adi") == std::string::npos);
}

TEST_CASE("the cadre's register is the health centre's, line for line") {
    const Scratch scratch;
    Centre centre(scratch);
    centre.start();
    auto codes = centre.add_users();
    const Laptop siti(scratch, "siti");
    REQUIRE(siti.command({"enrol", codes["Siti"]}).exit_code == 0);
    REQUIRE(siti.command({"import", golden() + "siti.ndjson"}).exit_code == 0);
    REQUIRE(siti.command({"sync"}).exit_code == 0);
    const Finished hers = siti.command({"register", "--month", "2026-09"});
    const Finished theirs = centre.command(
        {"report", "--table", "register", "--month", "2026-09", "--unit", "MELATI-1"});
    REQUIRE_MESSAGE(theirs.exit_code == 0, theirs.err);
    CHECK(hers.out == theirs.out);
    CHECK(hers.out.find("Adi") != std::string::npos);
}
