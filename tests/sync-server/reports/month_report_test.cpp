// The month's tables by themselves; the golden district of tests/end_to_end holds the figures.
#include "sync-server/reports/month_report.h"

#include "shared/base/csv.h"
#include "sync-server/reports/trace.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

using namespace simulation;

namespace {

constexpr base::Month kMonth{std::chrono::year{2026}, std::chrono::month{9}};
const base::Date kAfter = *base::parse_date("2026-10-05");

struct Centre {
    base::FixedClock clock{base::Instant{1'790'000'000'000}};
    base::SeededRandom random{5};
    ScratchFolder folder;
    Server server{folder.path("centre.db"), clock, random, {"P1", "P2"}};
};

}  // namespace

TEST_CASE_FIXTURE(Centre, "a month without any record has its rows, with zeros") {
    const auto text = reports::sigizi_csv(server.connection(), kMonth, "", kAfter);
    REQUIRE(text.ok());
    const auto table = base::csv::parse(text.value());
    REQUIRE(table.ok());
    CHECK(table.value().header.size() == 30);
    REQUIRE(table.value().rows.size() == 1);
    CHECK(table.value().rows[0][13] == "0");
    CHECK(table.value().rows[0][4].empty());
}

TEST_CASE_FIXTURE(Centre, "a month is not exported before its last day") {
    const auto early =
        reports::sigizi_csv(server.connection(), kMonth, "", *base::parse_date("2026-09-29"));
    REQUIRE(!early.ok());
    CHECK(early.error().code == base::ErrorCode::Refused);
    CHECK(
        reports::sigizi_csv(server.connection(), kMonth, "", *base::parse_date("2026-09-30")).ok());
}

TEST_CASE_FIXTURE(Centre, "an unknown unit or indicator is not found, never an empty table") {
    CHECK(!reports::sigizi_csv(server.connection(), kMonth, "P9", kAfter).ok());
    CHECK(!reports::register_csv(server.connection(), kMonth, "P9", kAfter).ok());
    const auto trace = reports::trace(server.connection(), kMonth, "ID_TIDAK_ADA", "");
    REQUIRE(!trace.ok());
    CHECK(trace.error().code == base::ErrorCode::NotFound);
}
