// Which months are closed, as a text of ranges.
#include "shared/protocol/closed_months.h"

#include <doctest/doctest.h>

namespace {

std::string again(const char* text) {
    return protocol::closed_text(protocol::closed_months(text));
}

}  // namespace

TEST_CASE("closed months are said as ranges, and read back as the same months") {
    CHECK(again("").empty());
    CHECK(again("2026-09") == "2026-09");
    CHECK(again("2025-11/2026-02 2026-04") == "2025-11/2026-02 2026-04");
    CHECK(again("2026-04 2026-03 2026-01/2026-02") == "2026-01/2026-04");
    const auto months = protocol::closed_months("2025-11/2026-02");
    CHECK(months.size() == 4);
    CHECK(months.count(*base::parse_month("2026-01")) == 1);
    CHECK(again("2024-10/2026-09") == "2024-10/2026-09");
}

TEST_CASE("what is neither a month nor a range of as many as an answer may say is passed over") {
    for (const char* text :
         {"2026-13", "2026-05/2026-03", "2026-05/", "/2026-05", "0001-01/9999-12",
          "2024-09/2026-09", "-", "/", "  ", "2026-05/2026-06/2026-07"}) {
        CAPTURE(text);
        CHECK(again(text).empty());
    }
    CHECK(again("soon 2026-05 2026-13") == "2026-05");
}
