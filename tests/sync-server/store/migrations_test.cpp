// A health centre's file of before, with rows in it, opened by this program.
#include "sync-server/store/migrations.h"

#include "shared/db/migrations.h"
#include "sync-server/store/facts.h"

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
