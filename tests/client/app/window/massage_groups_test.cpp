// The massage's golden district (tests/shared/indicators/golden/README.md): after a sync the
// cadre's groups are the health centre's.
#include "client/app/recording/families.h"
#include "client/app/window/books/register_month.h"
#include "client/app/window/stops.h"
#include "sync-server/reports/programme_report.h"
#include "tests/shared/indicators/programme_district.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

#include <map>

namespace {

using indicators::MotherPractice;
using indicators::PracticeGroup;
using Groups = std::map<std::string, MotherPractice>;  // by mother

const base::Date kToday = *base::parse_date("2026-09-30");

struct District {
    base::FixedClock clock{*base::parse_date_time("2026-09-30T09:00:00+07:00")};
    base::SeededRandom random{7};
    simulation::ScratchFolder folder;
    simulation::Server server{folder.path("centre.db"), clock, random, {"MELATI-1", "MAWAR-1"}};
    simulation::Device siti{folder.path("siti.db"), server,
                            server.add_user("Siti", "KADER", {"MELATI-1", "MAWAR-1"}), clock,
                            random};

    District() {
        for (records::Record& each : programme_district::records()) {
            const char* user = "01890000-0000-7000-8000-0000000000ff";
            if (each.type == "visit") each.fields.set("provider_id", user);
            if (each.type == "massage_teaching") each.fields.set("trainer_id", user);
            REQUIRE(siti.try_save(each.type, each.id, each.fields, each.unit));
        }
    }
    Groups hers() {
        Groups groups;
        const std::vector<std::string> homes = client_app::homes(siti.store()).value();
        for (const std::string& home : homes) {
            const auto records = client_app::closure_of(siti.store(), home).value();
            const auto stop = client_app::stop_of(home, records, kToday);
            if (!stop) continue;
            for (const MotherPractice& each : stop->massages) groups[each.mother.text()] = each;
        }
        return groups;
    }
    Groups theirs() {
        Groups groups;
        const auto found = reports::practising_families(server.connection(), kToday, "").value();
        for (const auto& each : found) groups[each.practice.mother.text()] = each.practice;
        return groups;
    }
};

}  // namespace

TEST_CASE_FIXTURE(District, "after a sync the cadre's families are in the health centre's groups") {
    CHECK(theirs().empty());
    siti.sync();
    REQUIRE(siti.status().is_green());
    CHECK(hers() == theirs());
    CHECK(hers().size() == 8);
}

TEST_CASE_FIXTURE(District,
                  "what a cadre writes down moves her family at once, the centre's after") {
    siti.sync();
    const auto sessions = siti.store().list("massage_session").value();
    for (const records::Record& session : sessions) {
        if (session.fields.text("adverse") == "DIZZY") {
            siti.edit(session.id, simulation::fields_of(R"({"adverse":"NONE"})"));
        }
    }
    const auto count = [](const Groups& groups, PracticeGroup group) {
        return std::count_if(groups.begin(), groups.end(),
                             [&](const auto& each) { return each.second.group == group; });
    };
    CHECK(count(hers(), PracticeGroup::SecondVisit) == 2);
    CHECK(count(theirs(), PracticeGroup::SecondVisit) == 3);
    siti.sync();
    CHECK(hers() == theirs());
}
