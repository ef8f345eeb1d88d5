// The file of a report: whole or not at all.
#include "sync-server/app/commands/report_file.h"

#include "shared/base/file.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

using namespace server_app;

TEST_CASE("a target that cannot be written is said in words, and no half file stands there") {
    const simulation::ScratchFolder folder;
    const std::string target = folder.path("no such folder") + "/report.csv";
    const auto written = write_report(target, "a,b\r\n", false, false);
    REQUIRE(!written.ok());
    CHECK(written.error().message.find("nothing of it stands there") != std::string::npos);
    CHECK_FALSE(base::file_exists(target));
}

TEST_CASE("a period is a month, a quarter, a recap or a year; anything else is a usage error") {
    CHECK(period_of("2026-09", "").ok());
    CHECK(period_of("", "2026-Q3").ok());
    CHECK(period_of("", "2026-S1").ok());
    CHECK(period_of("", "2026").ok());
    for (const char* wrong : {"", "2026-Q5", "2026-13", "26-09", "2026-S3", "2026-Q", "x"}) {
        INFO(std::string(wrong));
        const auto period = period_of("", wrong);
        REQUIRE(!period.ok());
        CHECK(period.error().code == base::ErrorCode::Usage);
    }
    CHECK_FALSE(period_of("2026-Q3", "").ok());
}

TEST_CASE("a csv file holds one table") {
    sheets::Book book;
    book.sheets.resize(2);
    CHECK_FALSE(book_bytes(book, "csv").ok());
    CHECK_FALSE(book_bytes(book, "pdf").ok());
}
