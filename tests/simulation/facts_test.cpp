// SYNC 26: facts kept up to date are the facts that counting from scratch gives, after any
// sequence; and without conflicts the order of arrival changes nothing.
#include "tests/simulation/facts_arrival.h"

using namespace facts_arrival;
using namespace simulation;

TEST_CASE(
    "facts kept incrementally equal facts from scratch, and the order of arrival is nothing") {
    std::vector<std::string> first;
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        CAPTURE(seed);
        Arrival arrival(seed);
        arrival.bring(all_lines(), seed > 1);
        settle(arrival.server, kMonth);
        const auto incremental = facts(arrival.server, kMonth);
        CHECK(incremental.size() > 150);
        const auto is_of_programme = [](const std::string& text) {
            return text.find("|PR_") != std::string::npos;
        };
        CHECK(std::count_if(incremental.begin(), incremental.end(), is_of_programme) > 50);
        CHECK(incremental == facts_from_scratch(arrival.server, kMonth));
        if (first.empty()) first = incremental;
        CHECK(incremental == first);
    }
}

TEST_CASE("a correction, a death and a retraction recount whom they touch") {
    Arrival arrival(3);
    const std::vector<Line> lines = all_lines();
    arrival.bring(lines, true);
    settle(arrival.server, kMonth);
    const auto before = facts(arrival.server, kMonth);
    for (const Line& line : lines) {
        Fields set;
        if (line.type == "feeding_recall" && line.fields.text("l_tea") == "8")
            set.set("l_tea", "0");
        if (line.type == "birth_outcome" && line.fields.text("imd") == "8") set.set("imd", "1");
        if (line.type == "person" && line.fields.text("full_name") == "Eko") {
            set.set("vital_status", "DEAD");
            set.set("death_date", "2026-08-01");
        }
        const bool is_low =
            line.type == "massage_teaching_step" && line.fields.text("score") == "2";
        if (is_low) set.set("score", "3");  // her helper has passed after all
        if (line.type == "massage_session" && line.fields.text("adverse") == "DIZZY") {
            set.set("adverse", "NONE");
        }
        if (line.type == "visit" && line.fields.text("started_at").starts_with("2026-09-25")) {
            set.set("retracted", "1");
            set.set("retract_reason", "salah keluarga");
        }
        if (set.empty()) continue;
        REQUIRE(arrival.device.try_save(line.type, line.id, set, kUnit));
    }
    arrival.device.sync();
    settle(arrival.server, kMonth);
    const auto after = facts(arrival.server, kMonth);
    CHECK(after != before);
    const auto says = [&](const std::string& part) {
        return std::any_of(after.begin(), after.end(), [&](const std::string& each) {
            return each.find(part) != std::string::npos;
        });
    };
    CHECK(says("|PR_COMP|NUMERATOR|"));
    CHECK_FALSE(says("|PR_COMP|DENOMINATOR|TO_BE_SHOWN_AGAIN|"));
    CHECK_FALSE(says("|PR_AE_REP|NUMERATOR|"));
    CHECK(after == facts_from_scratch(arrival.server, kMonth));
}

TEST_CASE(
    "a person touched while a month is counted, and counted by another report, is right in it") {
    Arrival arrival(4);
    const std::vector<Line> lines = all_lines();
    arrival.bring(lines, false);
    settle(arrival.server, kBefore);
    base::Month also_counted = kBefore;
    SUBCASE("another month's") {}
    SUBCASE("the same month's") {
        also_counted = kMonth;
    }
    int pauses = 0;
    const base::Status done = reports::settle(arrival.server.connection(), kMonth, [&] {
        if (++pauses > 1) return;
        for (const Line& line : lines) {
            if (line.type != "person" || line.fields.text("full_name") != "Eko") continue;
            Fields set;
            set.set("vital_status", "DEAD");
            set.set("death_date", "2026-08-01");
            REQUIRE(arrival.device.try_save(line.type, line.id, set, kUnit));
        }
        arrival.device.sync();
        settle(arrival.server, also_counted);  // it clears who was touched
    });
    REQUIRE(done.ok());
    CHECK(pauses >= 1);
    const auto counted = facts(arrival.server, kMonth);
    CHECK(counted == facts_from_scratch(arrival.server, kMonth));
}

TEST_CASE("a month left half counted by a killed process is whole in the next report") {
    Arrival arrival(5);
    arrival.bring(all_lines(), false);
    settle(arrival.server, kMonth);
    const auto whole = facts(arrival.server, kMonth);
    REQUIRE(
        arrival.server.connection()
            .execute(
                "UPDATE settled SET state = 'counting'; "
                "DELETE FROM fact WHERE person > (SELECT person FROM fact ORDER BY person LIMIT 1)")
            .ok());
    REQUIRE(facts(arrival.server, kMonth) != whole);
    settle(arrival.server, kMonth);
    CHECK(facts(arrival.server, kMonth) == whole);
}
