// The month's tables by themselves; the golden district of tests/end_to_end holds the figures.
#include "sync-server/reports/month_report.h"

#include "sync-server/reports/figure_trace.h"
#include "sync-server/reports/report_tables.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

using namespace simulation;

namespace {

constexpr base::Month kMonth{std::chrono::year{2026}, std::chrono::month{9}};
const base::Date kAfter = *base::parse_date("2026-10-05");
const base::Zone kZone{"Asia/Jakarta", 7 * 60};

struct Centre {
    base::FixedClock clock{base::Instant{1'790'000'000'000}};
    base::SeededRandom random{5};
    ScratchFolder folder;
    Server server{folder.path("centre.db"), clock, random, {"P1", "P2"}};

    base::Result<sheets::Book> sigizi_at(const char* now) {
        return reports::make_book(
            server.connection(),
            {sheets::period_of(kMonth), "", {"sigizi"}, *base::parse_date_time(now), kZone});
    }
};

}  // namespace

TEST_CASE_FIXTURE(Centre, "a month without any record has its rows, with zeros") {
    const auto book = sigizi_at("2026-10-05T09:00:00+07:00");
    REQUIRE(book.ok());
    const sheets::Sheet& sheet = book.value().sheets.at(0);
    CHECK(sheet.headers.size() == 30);
    REQUIRE(sheet.rows.size() == 1);
    CHECK(sheets::to_text(sheet.rows[0].at(13)) == "0");
    CHECK(sheets::to_text(sheet.rows[0].at(4)).empty());
}

TEST_CASE_FIXTURE(Centre, "a month is not exported before its last day") {
    const auto early = sigizi_at("2026-09-29T23:00:00+07:00");
    REQUIRE(!early.ok());
    CHECK(early.error().code == base::ErrorCode::Refused);
    CHECK(sigizi_at("2026-09-30T01:00:00+07:00").ok());
}

TEST_CASE_FIXTURE(Centre, "an unknown unit or indicator is not found, never an empty table") {
    CHECK(!reports::register_csv(server.connection(), kMonth, "P9", kAfter).ok());
    const auto trace =
        reports::trace_figure(server.connection(), "ID_TIDAK_ADA:2026-09:SEMUA", kZone);
    REQUIRE(!trace.ok());
    CHECK(trace.error().code == base::ErrorCode::NotFound);
}
