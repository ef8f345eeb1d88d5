// Readings at the edge, worked by hand (shared/decisions/010): deaths, the growth card, teachings.
#include "tests/shared/indicators/facts_of.h"

#include <doctest/doctest.h>

using facts_of::all_said;
using facts_of::everything;
using family_of::Records;
using indicators::Indicator;

TEST_CASE("a mother's later death leaves the months before as they were") {
    // Delivered on 5 January, died on 20 June. In January and February (day 42 is 16 February) she
    // was ibu nifas; in March she nursed; June is the last month in which she is asked about.
    Records records;
    records.born("2025-01-05");
    records.at("siti").fields.set("vital_status", "DEAD");
    records.at("siti").fields.set("death_date", "2025-06-20");
    const auto in = [&](const char* month, Indicator indicator) {
        return all_said(everything(records, month, "siti"), indicator);
    };
    CHECK(in("2025-01", Indicator::Postpartum) == "num");
    CHECK(in("2025-02", Indicator::Postpartum) == "num");
    CHECK(in("2025-03", Indicator::IlpMothersCame) == "den DID_NOT_COME");
    CHECK(in("2025-06", Indicator::IlpMothersCame) == "den DID_NOT_COME");
    CHECK(in("2025-07", Indicator::IlpMothersCame) == "");
    // In the month in which she died she was ibu nifas until then, in the next she is not.
    records.at("siti").fields.set("death_date", "2025-01-31");
    CHECK(in("2025-01", Indicator::Postpartum) == "num");
    CHECK(in("2025-02", Indicator::Postpartum) == "");
    // Nobody knows when: it counts as before any month.
    records.at("siti").fields.erase("death_date");
    CHECK(in("2025-01", Indicator::Postpartum) == "");
}

TEST_CASE("a newborn weighed at birth and again in that month is weighed for the first time") {
    // F1 G: born on 2 April, weighed on the 3rd and, at the posyandu, on the 26th. By May she is no
    // first any more; without a weighing in May June says O.
    Records records;
    records.born("2025-04-02");
    const auto weigh = [&](const char* visit, const char* day, int grams) {
        records.visit(visit, day);
        records.infant_check(visit).fields.set_integer("weight_g", grams);
    };
    weigh("w1", "2025-04-03", 3100);
    weigh("w2", "2025-04-26", 3900);
    const auto april = everything(records, "2025-04");
    CHECK(all_said(april, Indicator::FirstWeighing) == "num");
    CHECK(all_said(april, Indicator::Gained) == "den OTHER_CARD_LETTER B");
    weigh("w3", "2025-06-05", 5600);  // 40 days after the 26th of April
    const auto june = everything(records, "2025-06");
    CHECK(all_said(june, Indicator::FirstWeighing) == "");
    CHECK(all_said(june, Indicator::NotLastMonth) == "num");
    CHECK(all_said(june, Indicator::Gained) == "den OTHER_CARD_LETTER O");
}

TEST_CASE("a weight that cannot be is a weighing all the same, without letter and score") {
    // 25 kg at three months: somebody stood on the scales, and it is asked about (V030). D counts
    // her; there is nothing to compare and no class.
    Records records;
    records.born("2025-01-01");
    records.visit("w1", "2025-04-05");
    records.infant_check("w1").fields.set_integer("weight_g", 25'000);
    const auto april = everything(records, "2025-04");
    CHECK(all_said(april, Indicator::Weighed) == "num");
    CHECK(all_said(april, Indicator::Gained) == "den OTHER_CARD_LETTER");
    CHECK(all_said(april, Indicator::FirstWeighing) == "");
    CHECK(all_said(april, Indicator::Underweight) == "out NO_SCORE");
    // Weighed again a week before: that one gives the letter.
    records.visit("w0", "2025-04-01");
    records.infant_check("w0").fields.set_integer("weight_g", 6000);
    CHECK(all_said(everything(records, "2025-04"), Indicator::FirstWeighing) == "num");
    CHECK(all_said(everything(records, "2025-04"), Indicator::Underweight) == "den SCORE_ENOUGH");
    // A weighing before the birth is a slip of the date.
    records.at("w1").fields.set("started_at", "2024-12-05T09:00:00+07:00");
    CHECK(all_said(everything(records, "2024-12"), Indicator::Weighed) == "");
}

TEST_CASE("what is taught after day 42 makes nobody taught or helping in her 42 days") {
    // Born 1 March, so day 42 is 12 April. Visited and massaged on 10 April; taught, the husband,
    // on the 20th.
    Records records;
    records.born("2025-03-01");
    records.visit("v", "2025-04-10");
    records.mother_check("v");
    records.add("massage_session", "s",
                {{"mother_id", "siti"},
                 {"birth_event_id", "birth"},
                 {"source", "OBS"},
                 {"performer_relation", "IBU_MERTUA"},
                 {"performed_at", "2025-04-10T10:00:00+07:00"}});
    auto& taught = records.add("massage_teaching", "t",
                               {{"mother_id", "siti"},
                                {"trainee_id", "pa"},
                                {"trainee_relation", "SUAMI"},
                                {"started_at", "2025-04-20T09:00:00+07:00"},
                                {"safety_result", "GO"},
                                {"methods", "EXPLAIN"},
                                {"return_demo", "0"}});
    CHECK(all_said(everything(records, "2025-04", "siti"), Indicator::PrTaught) ==
          "den NOT_TAUGHT");
    CHECK(all_said(everything(records, "2025-04", "siti"), Indicator::PrHusband) ==
          "den NO_HUSBAND");
    taught.fields.set("started_at", "2025-04-12T09:00:00+07:00");
    CHECK(all_said(everything(records, "2025-04", "siti"), Indicator::PrTaught) == "num");
    CHECK(all_said(everything(records, "2025-04", "siti"), Indicator::PrHusband) == "num");
}

TEST_CASE("who passed and was explained it again later in the month has passed") {
    Records records;
    records.born("2025-03-01");
    const auto teach = [&](const char* id, const char* day, const char* demo) {
        records.add("massage_teaching", id,
                    {{"mother_id", "siti"},
                     {"trainee_id", "pa"},
                     {"trainee_relation", "SUAMI"},
                     {"started_at", std::string(day) + "T09:00:00+07:00"},
                     {"safety_result", "GO"},
                     {"methods", "EXPLAIN"},
                     {"return_demo", demo}});
    };
    teach("t1", "2025-03-05", "1");
    for (const char* step : {"P01", "P02", "P06", "P08", "M01", "M02", "M03", "M07", "C02"}) {
        records.add("massage_teaching_step", std::string("t1") + step,
                    {{"teaching_id", "t1"}, {"step_code", step}, {"score", "4"}});
    }
    CHECK(all_said(everything(records, "2025-03", "siti"), Indicator::PrCompetent) == "num");
    teach("t2", "2025-03-20", "0");
    CHECK(all_said(everything(records, "2025-03", "siti"), Indicator::PrCompetent) == "num");
    teach("t3", "2025-03-25", "1");  // shown again, without a score
    CHECK(all_said(everything(records, "2025-03", "siti"), Indicator::PrCompetent) ==
          "den TO_BE_SHOWN_AGAIN");
}
