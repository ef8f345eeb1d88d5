// The village of the rule tests: one health centre, two cadres of one posyandu.
#pragma once

#include "tests/simulation/world.h"

#include <doctest/doctest.h>
#include <string>

namespace simulation {

inline const std::string kUnit = "POSY-1";

struct Village {
    base::FixedClock clock{base::Instant{1'772'000'000'000}};
    base::SeededRandom random{7};
    ScratchFolder folder;
    Server server{folder.path("centre.db"), clock, random, {kUnit, "POSY-2"}};
    Device siti{folder.path("siti.db"), server, server.add_user("Siti", "KADER", {kUnit}), clock,
                random};
    Device ani{folder.path("ani.db"), server, server.add_user("Ani", "KADER", {kUnit}), clock,
               random};

    void agree() {
        siti.sync();
        ani.sync();
        siti.sync();
        CHECK(confirmed_rows(siti) == server_rows(server, {kUnit}));
        CHECK(confirmed_rows(ani) == server_rows(server, {kUnit}));
        CHECK(siti.status().agreed);
        CHECK(ani.status().agreed);
    }
    std::vector<server_store::Contender> open_contenders() {
        auto open = server_store::open_contenders(server.connection());
        REQUIRE(open.ok());
        return std::move(open).value();
    }
    std::vector<server_store::Quarantined> held() {
        auto items = server_store::open_quarantine(server.connection());
        REQUIRE(items.ok());
        return std::move(items).value();
    }
    void decide(const server_store::Contender& contender, accept::Choice choice) {
        REQUIRE(accept::resolve_conflict(server.desk(), contender.id, choice, {},
                                         "rumahnya sudah didatangi")
                    .ok());
    }
    base::RecordId known_household(const std::string& head) {
        const base::RecordId id = siti.add("household", household(head), kUnit);
        agree();
        return id;
    }
    // `vital`: the members of her vital status, as JSON.
    base::RecordId known_mother(const std::string& vital) {
        base::Fields person =
            fields_of(R"({"full_name":"Rina","sex":"P","birth_date":"2000-01-01","is_mother":"1",)"
                      R"("birth_date_precision":"D","nik_status":"NONE","is_infant":"0",)"
                      R"("is_supporter":"0",)" +
                      vital + "}");
        person.set("household_id", known_household("Budi").text());
        const base::RecordId id = siti.add("person", person, kUnit);
        agree();
        return id;
    }
};

inline base::Fields set(const std::string& name, const std::string& value) {
    base::Fields fields;
    fields.set(name, value);
    return fields;
}

inline std::string outcome_of(Device& device, const base::RecordId& id) {
    return device.outbox_of(id).back().outcome;
}

inline std::string conflict_id(const std::string& outcome_line) {
    auto outcome = protocol::parse_outcome(outcome_line);
    REQUIRE(outcome.ok());
    REQUIRE(outcome.value().contests.size() == 1);
    return outcome.value().contests[0].conflict;
}

}  // namespace simulation
