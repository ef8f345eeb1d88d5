// The golden district (tests/end_to_end/golden/README.md has it worked out by hand) on two laptops
// and at their health centre, and a posyandu's month as its laptop counts it.
#pragma once

#include "client/app/recording/recorder.h"
#include "client/app/window/books/register_month.h"
#include "shared/base/file.h"
#include "shared/base/json.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

namespace golden {

inline const base::Month kSeptember = *base::parse_month("2026-09");
inline const base::Date kToday = *base::parse_date("2026-10-01");

struct District {
    base::FixedClock clock{*base::parse_date_time("2026-10-01T09:00:00+07:00")};
    base::SeededRandom random{7};
    simulation::ScratchFolder folder;
    simulation::Server server{folder.path("centre.db"), clock, random, {"MELATI-1", "MAWAR-1"}};
    simulation::Device siti{folder.path("siti.db"), server,
                            server.add_user("Siti", "KADER", {"MELATI-1"}), clock, random};
    simulation::Device ani{folder.path("ani.db"), server,
                           server.add_user("Ani", "KADER", {"MAWAR-1"}), clock, random};

    District() {
        import(siti, "siti");
        import(ani, "ani");
    }
    // As the command line imports: through the recorder, which says who recorded.
    void import(simulation::Device& device, const std::string& name) {
        client_app::Recorder recorder(device.store(), forms::FormSet::builtin(), clock, random,
                                      device.store().identity().value());
        std::istringstream lines(base::read_file(std::string(KAWAN_SOURCE_DIR) +
                                                 "/tests/end_to_end/golden/" + name + ".ndjson")
                                     .value());
        for (std::string line; std::getline(lines, line);) {
            const auto object = base::json::Object::parse(line).value();
            client_app::Entry entry;
            entry.type = *object.string("type");
            entry.id = base::RecordId(*object.string("id"));
            entry.unit = *object.string("unit");
            entry.answers = base::Fields::parse(*object.find("fields")).value();
            const auto recorded = recorder.record(entry);
            REQUIRE(recorded.ok());
            REQUIRE(recorded.value().is_saved);
        }
    }
};

inline screens::RegisterMonth month_of(simulation::Device& device, const std::string& unit,
                                       const sheets::Period& period = sheets::period_of(kSeptember),
                                       base::Date today = kToday) {
    client_app::Posyandu posyandu =
        client_app::posyandu_of(device.store().identity().value(), unit);
    posyandu.is_midwife = true;
    client_app::MonthCount count(posyandu, period, today);
    REQUIRE(count.read_moves(device.store()).ok());
    const std::vector<std::string> homes = client_app::homes(device.store()).value();
    for (const std::string& home : homes) REQUIRE(count.add_home(device.store(), home).ok());
    REQUIRE(count.finish(device.store()).ok());
    return *count.month();
}

}  // namespace golden
