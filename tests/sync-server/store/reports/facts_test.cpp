// What a fact costs to keep and to find: a table of a hundred thousand persons is never searched.
#include "sync-server/store/reports/facts.h"

#include "shared/db/migrations.h"
#include "sync-server/store/migrations.h"

#include <doctest/doctest.h>

using namespace server_store;

namespace {

struct Facts {
    db::Connection connection = db::Connection::open(":memory:").value();
    Facts() { REQUIRE(db::migrate(connection, migrations()).ok()); }

    void put(const std::string& person, const std::string& unit, const std::string& part,
             const std::string& detail = "") {
        const FactRow fact{person, "2026-09",        unit, "", "WHO_AG", part, "NONE", detail,
                           person, std::string("L"), 3};
        REQUIRE(put_fact(connection, fact, "4").ok());
    }
    // How SQLite goes about it, in its own words.
    std::string plan_of(const std::string& sql) {
        auto row = connection.prepare(("EXPLAIN QUERY PLAN " + sql).c_str()).value();
        std::string plan;
        while (row.step().value()) plan += row.text(3) + "\n";
        return plan;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Facts,
                  "a figure is read out of an index alone, a person's facts out of one place") {
    const std::string columns = "person, reason, detail, evidence, sex, age";
    const std::string of_figure = plan_of("SELECT " + columns +
                                          ", listed_in FROM fact WHERE month = '2026-09' AND "
                                          "indicator = 'WHO_AG' AND part = 'NUMERATOR' AND "
                                          "unit = 'U1'");
    CHECK_MESSAGE(of_figure.find("USING COVERING INDEX fact_by_figure") != std::string::npos,
                  of_figure);
    // All who stand behind it, told by part and unit as rows_of_cell tells them, without sorting.
    const std::string counted = plan_of(
        "SELECT unit, indicator, part, sex, age, count(*), sum(listed_in <> '' OR reason = "
        "'X') FROM fact WHERE month = '2026-09' AND indicator = 'WHO_AG' "
        "GROUP BY part, unit, sex, age ORDER BY part, unit, sex, age");
    CHECK_MESSAGE(counted.find("USING COVERING INDEX fact_by_figure") != std::string::npos,
                  counted);
    CHECK_MESSAGE(counted.find("TEMP B-TREE") == std::string::npos, counted);
    const std::string of_person =
        plan_of("SELECT " + columns + " FROM fact WHERE person = 'siti' AND month = '2026-09'");
    CHECK_MESSAGE(of_person.find("USING PRIMARY KEY (person=? AND month=?)") != std::string::npos,
                  of_person);
}

TEST_CASE_FIXTURE(Facts, "figures told apart by their detail leave out who is excluded") {
    put("ani", "U1", "NUMERATOR", "EBF");
    put("budi", "U1", "NUMERATOR", "EBF");
    put("cici", "U1", "NUMERATOR", "PREDOMINANT");
    put("dedi", "U2", "NUMERATOR", "EBF");
    put("edi", "U2", "EXCLUDED", "EBF");
    const auto told = told_figures_of_month(connection, "2026-09", "WHO_AG").value();
    std::string text;
    for (const ToldFigure& each : told) {
        text += each.row.unit + " " + each.detail + " " + std::to_string(each.row.count) + ", ";
    }
    CHECK(text == "U1 EBF 2, U1 PREDOMINANT 1, U2 EBF 1, ");
    CHECK(told_figures_of_month(connection, "2026-08", "WHO_AG").value().empty());
}
