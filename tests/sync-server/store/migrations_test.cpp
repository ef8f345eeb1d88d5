// A health centre's file of before, with rows in it, opened by this program.
#include "sync-server/store/migrations.h"

#include "shared/db/migrations.h"
#include "sync-server/store/duplicates/profiles.h"
#include "sync-server/store/records/erasing.h"
#include "sync-server/store/records/records.h"
#include "sync-server/store/reports/facts.h"

#include <doctest/doctest.h>

using namespace server_store;

TEST_CASE("facts of before are counted anew: then a mother may have one for each massage") {
    auto connection = db::Connection::open(":memory:").value();
    REQUIRE(db::migrate(connection, migrations().first(3)).ok());
    REQUIRE(connection
                .execute("INSERT INTO fact (person, month, rules, unit, listed_in, indicator, "
                         "part, reason, detail, evidence, sex) VALUES ('siti', '2026-09', '1', "
                         "'U1', '', 'SIGIZI_14', 'NUMERATOR', 'NONE', '', 'e1', 'P'); "
                         "INSERT INTO settled (month, rules) VALUES ('2026-09', '1')")
                .ok());
    REQUIRE(db::migrate(connection, migrations()).ok());
    CHECK(facts_of_month(connection, "2026-09").value().empty());
    CHECK(month_state(connection, "2026-09", "1").value() == MonthState::NotCounted);
    FactRow fact{"siti", "2026-09", "U1", "", "PR_AE_REP", "NUMERATOR", "NONE", "", "s1", "P"};
    REQUIRE(put_fact(connection, fact, "2").ok());
    fact.evidence = "s2";
    REQUIRE(put_fact(connection, fact, "2").ok());
    CHECK_FALSE(put_fact(connection, fact, "2").ok());  // the same massage is not counted twice
    CHECK(facts_of_cell(connection, "2026-09", "PR_AE_REP").value().size() == 2);
}

TEST_CASE("SYNC 23: in a database of before, with her in it, a person can be erased") {
    auto connection = db::Connection::open(":memory:").value();
    REQUIRE(db::migrate(connection, migrations().first(8)).ok());
    const std::string her = "01890000-0000-7000-8000-0000000000a1";
    const std::string unknown = "01890000-0000-7000-8000-0000000000a2";
    const std::string row = her + "', 'person', 'U1', 1, 1, 1, '{}', '{}')";
    REQUIRE(connection
                .execute(("INSERT INTO record (id, type, unit, seq, epoch, counter, fields, "
                          "writers) VALUES ('" +
                          row + "; INSERT INTO unit_state VALUES ('U1', 1, 1, 0), ('U2', 7, 0, 0)")
                             .c_str())
                .ok());
    REQUIRE(db::migrate(connection, migrations()).ok());
    CHECK_FALSE(has_erased(connection).value());
    CHECK(apply_erased(connection, {her, unknown}).value() == 1);
    CHECK(apply_erased(connection, {her, unknown}).value() == 0);  // once
    CHECK(!find_record(connection, her).value().has_value());
    CHECK(unit_state(connection, "U1").value().agreement.count == 0);
    // Nothing here says where the unknown one was, so every unit hears of it.
    CHECK(tombstones(connection, "U1", 1).value().size() == 2);
    CHECK(tombstones(connection, "U2", 7).value().size() == 1);
    CHECK(unit_state(connection, "U2").value().seq == 8);
}

TEST_CASE("profiles of before are counted") {
    auto connection = db::Connection::open(":memory:").value();
    REQUIRE(db::migrate(connection, migrations().first(24)).ok());
    REQUIRE(connection
                .execute("INSERT INTO profile (record, kind, unit, home, print, fields) VALUES "
                         "('a', 'mother', 'U1', 'h', 1, '{}'), ('b', 'mother', 'U1', 'h', 1, '{}')")
                .ok());
    REQUIRE(db::migrate(connection, migrations()).ok());
    CHECK(profile_counts(connection).value()["mother"] == 2);
    REQUIRE(remove_profile(connection, "a").ok());
    CHECK(profile_counts(connection).value()["mother"] == 1);
}
