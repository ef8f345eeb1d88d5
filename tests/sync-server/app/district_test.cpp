// A district's file of what stands in a folder, whatever the health centres called theirs.
#include "shared/base/file.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/reports/formats/month_file.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

using namespace server_app;

TEST_CASE("a district reads month files by what they are, not by their names") {
    const simulation::ScratchFolder folder;
    formats::MonthFile sent;
    sent.centre = "Puskesmas Sayung";
    sent.month = *base::parse_month("2026-10");
    sent.made_at = "2026-11-02T08:00:00+07:00";
    sent.villages = {{"@33.21.04.2001", "Bulusari", "", "33.21.04.2001", {}}};
    const std::string in = folder.path("sent");
    REQUIRE(base::make_directory(in, true).ok());
    REQUIRE(base::replace_file(in + "/sayung.month", formats::to_json(sent)).ok());
    REQUIRE(base::replace_file(in + "/notes.txt", "Belum semua mengirim.\n").ok());
    DistrictOptions options;
    options.in = in;
    options.month = "2026-10";
    options.out = folder.path("district.csv");
    const auto made = district(options);
    REQUIRE_MESSAGE(made.ok(), made.error().message);
    CHECK(base::read_file(options.out).value().find("Bulusari") != std::string::npos);
}
