// The half year on breast milk, and who came before it was over, worked by hand
// (shared/decisions/010).
#include "tests/shared/indicators/facts_of.h"

#include <doctest/doctest.h>

using facts_of::facts;
using facts_of::said;
using family_of::Records;
using indicators::Fact;
using indicators::Indicator;

TEST_CASE("the first contact after six months decides, not what she eats later in that month") {
    // Six months on 20 July. On the 21st nothing but breast milk ever; on the 30th she eats, as she
    // should. The latest recall of the month is the 30th's.
    Records records;
    records.born("2025-01-20");
    records.recalled("2025-07-21");
    auto& later = records.recalled("2025-07-30");
    later.fields.set("other_ever", "1");
    later.fields.set("f_any", "1");
    const auto july = facts(records, "2025-07");
    CHECK(said(july, Indicator::Sigizi25) == "num");
    CHECK(said(july, Indicator::IdAsi6) == "num");
    CHECK(said(july, Indicator::IdF1Row5) == "num");
    for (const Fact& fact : july) {
        if (fact.indicator == Indicator::Sigizi25)
            CHECK(fact.evidence.text() == "r-v-2025-07-21budi");
    }
    // The other way round the first word stands too: other food in April is told on the 21st.
    records.at("r-v-2025-07-21budi").fields.set("other_ever", "1");
    records.at("r-v-2025-07-30budi").fields.set("other_ever", "0");
    CHECK(said(records, "2025-07", Indicator::Sigizi25) == "out:OTHER_SINCE_BIRTH");
}

TEST_CASE("food that began on the six-month day or later does not undo the half year") {
    // From 20 January to 20 July are 181 days. First seen at 191 days, eating since day 182.
    Records records;
    records.born("2025-01-20");
    auto& seen = records.recalled("2025-07-30");
    seen.fields.set("f_any", "1");
    seen.fields.set("other_ever", "1");
    seen.fields.set_integer("other_first_age_d", 182);
    CHECK(said(records, "2025-07", Indicator::Sigizi25) == "num");
    CHECK(said(records, "2025-07", Indicator::IdF1Row5) == "num");
    const auto first_given = [&](std::int64_t age) {
        records.at("r-v-2025-07-30budi").fields.set_integer("other_first_age_d", age);
        return said(records, "2025-07", Indicator::Sigizi25);
    };
    CHECK(first_given(181) == "num");  // on the very day
    CHECK(first_given(180) == "out:OTHER_SINCE_BIRTH");
    records.at("r-v-2025-07-30budi").fields.erase("other_first_age_d");
    CHECK(said(records, "2025-07", Indicator::Sigizi25) == "out:OTHER_SINCE_BIRTH");
    // An earlier record of formula is still known; and a mother at five months cannot mean later.
    first_given(182);
    auto& may = records.recalled("2025-05-08");
    may.fields.set("other_ever", "1");
    may.fields.set_integer("other_first_age_d", 200);
    CHECK(said(records, "2025-07", Indicator::Sigizi25) == "out:OTHER_SINCE_BIRTH");
    CHECK(said(records, "2025-05", Indicator::IdF1Row1) == "out:OTHER_SINCE_BIRTH");
}

TEST_CASE("a baby whom a visit saw came, also where nothing of her was written down") {
    // F1 rows 1, 2 and 3 together are the babies who came: the visit lists her, and no more.
    Records records;
    records.born("2025-03-10");
    records.visit("v", "2025-05-08").fields.set("persons_seen", "siti budi");
    CHECK(said(records, "2025-05", Indicator::IdF1Row3) == "num");
    CHECK(said(records, "2025-05", Indicator::IdF1Row1) == "out:NOT_RECALLED");
    records.at("v").fields.set("persons_seen", "siti");
    CHECK(said(records, "2025-05", Indicator::IdF1Row3) == "");
    records.at("v").fields.set("persons_seen", "siti budi");
    records.at("v").fields.set("outcome", "NOT_HOME");
    CHECK(said(records, "2025-05", Indicator::IdF1Row3) == "");
    // On her six-month day she is no longer one of these babies.
    records.at("v").fields.set("outcome", "DONE");
    records.at("v").fields.set("started_at", "2025-09-10T09:00:00+07:00");
    CHECK(said(records, "2025-09", Indicator::IdF1Row3) == "");
    records.at("v").fields.set("started_at", "2025-09-09T09:00:00+07:00");
    CHECK(said(records, "2025-09", Indicator::IdF1Row3) == "num");
}
