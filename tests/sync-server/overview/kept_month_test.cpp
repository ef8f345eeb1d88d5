// What the pages keep of a month: of a closed one as it was reported, all of it.
#include "sync-server/overview/overview.h"
#include "sync-server/reports/month_closing.h"
#include "tests/sync-server/reports/small_centre.h"

using namespace small_centre;

namespace {

overview::KeptMonth kept(Centre& centre) {
    REQUIRE(overview::keep_month(centre.connection(), kMonth, kNow, kZone).ok());
    auto found = overview::kept_month(centre.connection(), kMonth);
    REQUIRE(found.ok());
    REQUIRE(found.value().has_value());
    return *found.value();
}

}  // namespace

TEST_CASE_FIXTURE(Centre, "who was asked after the closing is still missing in what was reported") {
    const auto adi = add_infant("Adi", "2026-05-10");
    const auto visit = add_visit("2026-08-12");
    siti.sync();
    REQUIRE(kept(*this).missing.not_recalled == 1);
    REQUIRE(reports::close_month(connection(), kMonth, kNow, kZone, "command-line").ok());
    add_recall(adi, visit, "2026-08-12");
    siti.sync();
    CHECK(kept(*this).is_closed);
    CHECK(kept(*this).missing.not_recalled == 1);
    CHECK(kept(*this).missing.infants == 1);
    REQUIRE(reports::reopen_month(connection(), kMonth, kNow, "command-line", "late").ok());
    CHECK_FALSE(kept(*this).is_closed);
    CHECK(kept(*this).missing.not_recalled == 0);
}
