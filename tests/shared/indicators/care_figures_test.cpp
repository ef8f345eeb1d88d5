// Worked by hand: contacts, the ILP recaps, growth, WHO's routine figures and the programme's, with
// the reasoning beside each; the area graph and the median by a table on paper.
#include "shared/indicators/area_graph.h"
#include "shared/indicators/measured.h"
#include "tests/shared/indicators/facts_of.h"

#include <doctest/doctest.h>

#include <random>

using facts_of::all_said;
using facts_of::everything;
using family_of::Records;
using indicators::Indicator;

TEST_CASE("three KF seen in the handbook on day 35 count in the months of their own dates") {
    // Born 30 January: KF1 on 31 January (day 1), KF2 on 4 February (day 5), KF3 on 20 February
    // (day 21), KF4 on 5 March (day 34). A cadre first saw them on 6 March: AMENDMENTS Data 1.
    Records records;
    records.born("2025-01-30");
    for (const char* day : {"2025-01-31", "2025-02-04", "2025-02-20", "2025-03-05"}) {
        records.contact("KF1", day).fields.set("seen_on", "2025-03-06");
    }
    CHECK(all_said(everything(records, "2025-01", "siti"), Indicator::Kf1) == "num");
    const auto february = everything(records, "2025-02", "siti");
    CHECK(all_said(february, Indicator::Kf1) == "");
    CHECK(all_said(february, Indicator::Kf2) == "num");
    CHECK(all_said(february, Indicator::Kf3) == "num");
    CHECK(all_said(february, Indicator::KfComplete) == "");
    CHECK(all_said(everything(records, "2025-03", "siti"), Indicator::KfComplete) ==
          "num");  // with KF4
}

TEST_CASE("a missing KF2 is named; given directly and seen in the handbook it is one contact") {
    Records records;
    records.born("2025-01-30");
    records.contact("KF1", "2025-01-31");
    records.contact("KF1", "2025-02-01").fields.set("source", "DIRECT");
    records.contact("KF3", "2025-02-20");
    records.contact("KF4", "2025-03-05");
    CHECK(all_said(everything(records, "2025-01", "siti"), Indicator::Kf1) == "num");
    CHECK(all_said(everything(records, "2025-02", "siti"), Indicator::Kf1) == "");
    CHECK(all_said(everything(records, "2025-02", "siti"), Indicator::Kf2) ==
          "out NO_CONTACT_IN_WINDOW");
    CHECK(all_said(everything(records, "2025-03", "siti"), Indicator::KfComplete) ==
          "out CONTACTS_MISSING KF2");
}

TEST_CASE("twins are two in KN and one in KF; a service of another kind is neither") {
    Records records;
    records.household();
    records.mother();
    records.infant("budi", "2025-03-01");
    records.infant("ani", "2025-03-01", "P");
    records.birth("birth", "2025-03-01", "siti", 2);
    records.outcome("o1", "birth", "budi", "LIVE", 1);
    records.outcome("o2", "birth", "ani", "LIVE", 2);
    records.contact("KF1", "2025-03-02");
    for (const char* infant : {"budi", "ani"}) {
        records.contact("KN1", "2025-03-02", infant);
        records.contact("KN2", "2025-03-06", infant);
    }
    records.contact("KN3", "2025-03-20", "budi");
    records.contact("OTHER", "2025-03-20", "ani");
    CHECK(all_said(everything(records, "2025-03", "siti"), Indicator::Kf1) == "num");
    CHECK(all_said(everything(records, "2025-03", "budi"), Indicator::KnComplete) == "num");
    CHECK(all_said(everything(records, "2025-03", "ani"), Indicator::Kn1) == "num");
    CHECK(all_said(everything(records, "2025-03", "ani"), Indicator::KnComplete) == "");
    CHECK(all_said(everything(records, "2025-03", "ani"), Indicator::Kn3) ==
          "out NO_CONTACT_IN_WINDOW");
    CHECK(everything(records, "2025-03", "ani").front().sex == 'P');
}

TEST_CASE("the ILP recap: who came, was taught and referred; who did not come is in the rest") {
    Records records;
    records.born("2025-03-05");
    records.visit("v", "2025-04-10").fields.set("topics", "BF DANGER");
    auto& check = records.infant_check("v");
    check.fields.set("imm_up_to_date", "0");
    auto& mother = records.mother_check("v");
    mother.fields.set("vit_a_1", "0");
    mother.fields.set("kb_method", "SUNTIK");
    records.add("referral", "ref",
                {{"person_id", "budi"}, {"raised_at", "2025-04-11T08:00:00+07:00"}});
    const auto april = everything(records, "2025-04");
    CHECK(all_said(april, Indicator::IlpInfantsCame) == "num");
    CHECK(all_said(april, Indicator::IlpInfantsTaught) == "num");
    CHECK(all_said(april, Indicator::IlpInfantsReferred) == "num");
    CHECK(all_said(april, Indicator::IlpImmunised) == "den ANSWER_NO imm_up_to_date");
    const auto siti = everything(records, "2025-04", "siti");
    CHECK(all_said(siti, Indicator::IlpMothersCame) == "num");
    CHECK(all_said(siti, Indicator::IlpMothersTaught) == "num");
    CHECK(all_said(siti, Indicator::IlpVitaminA) == "den ANSWER_NO vit_a_1");
    CHECK(all_said(siti, Indicator::IlpContraception) == "num");
    CHECK(all_said(everything(records, "2025-05"), Indicator::IlpInfantsCame) ==
          "den DID_NOT_COME");
    CHECK(all_said(everything(records, "2025-05", "siti"), Indicator::IlpMothersCame) ==
          "den DID_NOT_COME");
    // Day 42 is 16 April: in May she is no ibu nifas any more, but breastfeeds a child under two.
    CHECK(all_said(siti, Indicator::Postpartum) == "num");
    CHECK(all_said(everything(records, "2025-05", "siti"), Indicator::Postpartum) == "");
}

TEST_CASE("ILP breastfeeding: E or G counts; food counts from six months on") {
    Records records;
    records.born("2025-01-20");
    records.recalled("2025-07-10");
    CHECK(all_said(everything(records, "2025-07"), Indicator::IlpExclusive) == "num");
    records.recalled("2025-08-10").fields.set("f_any", "1");
    CHECK(all_said(everything(records, "2025-08"), Indicator::IlpFood) == "num");
    CHECK(all_said(everything(records, "2025-07"), Indicator::IlpFood) == "");
}

TEST_CASE("T twice running, and referred for it") {
    // Born 1 January. Months 3, 4, 5: 6,000 g, 6,300 g (+300 of 600), 6,500 g (+200 of 500).
    Records records;
    records.born("2025-01-01");
    const auto weigh = [&](const char* visit, const char* day, int grams) {
        records.visit(visit, day);
        records.infant_check(visit).fields.set_integer("weight_g", grams);
    };
    weigh("w1", "2025-04-05", 6000);
    weigh("w2", "2025-05-05", 6300);
    weigh("w3", "2025-06-05", 6500);
    CHECK(all_said(everything(records, "2025-04"), Indicator::FirstWeighing) == "num");
    CHECK(all_said(everything(records, "2025-05"), Indicator::NotGained) == "num");
    CHECK(all_said(everything(records, "2025-05"), Indicator::NotGainedTwice) == "");
    const auto june = everything(records, "2025-06");
    CHECK(all_said(june, Indicator::NotGainedTwice) == "num");
    CHECK(all_said(june, Indicator::NotGainedTwiceReferred) == "");
    CHECK(all_said(june, Indicator::Gained) == "den OTHER_CARD_LETTER T");
    records.add("referral", "ref",
                {{"person_id", "budi"}, {"raised_at", "2025-06-05T10:00:00+07:00"}});
    CHECK(all_said(everything(records, "2025-06"), Indicator::NotGainedTwiceReferred) == "num");
    CHECK(all_said(everything(records, "2025-07"), Indicator::Weighed) == "den NOT_WEIGHED");
}

TEST_CASE("six weights on one day: one infant is weighed once, by the last of them") {
    Records records;
    records.born("2025-01-01");
    for (int i = 0; i < 6; ++i) {
        const std::string visit = "w" + std::to_string(i);
        records.visit(visit, "2025-04-05");
        records.infant_check(visit).fields.set_integer("weight_g", 5000 + 100 * i);
    }
    CHECK(all_said(everything(records, "2025-04"), Indicator::Weighed) == "num");
}

TEST_CASE("WHO's routine figure takes all who were seen; the programme's only those recalled") {
    Records records;
    records.born("2025-03-20");
    records.visit("v", "2025-04-10");
    records.infant_check("v");
    const auto april = everything(records, "2025-04");  // 21 days old, seen, not asked
    CHECK(all_said(april, Indicator::PncInd3) == "den NOT_RECALLED");
    CHECK(all_said(april, Indicator::PncInd3Newborn) == "den NOT_RECALLED");
    CHECK(all_said(april, Indicator::IdAsi05) == "out NOT_RECALLED");
    CHECK(all_said(april, Indicator::WhoEbf) == "out NOT_RECALLED");
    records.recalled("2025-06-01");  // two months old
    const auto june = everything(records, "2025-06");
    CHECK(all_said(june, Indicator::PncInd3Months2To3) == "num");
    CHECK(all_said(june, Indicator::PncInd3Newborn) == "");
}

TEST_CASE("don't know stays in WHO's denominator, and leaves the programme's") {
    Records records;
    records.born("2025-03-05");
    records.recalled("2025-05-10").fields.set("l_tea", "8");
    const auto may = everything(records, "2025-05");
    CHECK(all_said(may, Indicator::WhoEbf) == "den ANSWER_UNKNOWN l_tea");
    CHECK(all_said(may, Indicator::IdAsi05) == "out ANSWER_UNKNOWN l_tea");
    CHECK(all_said(may, Indicator::WhoAreaGraph) == "num UNK");
}

TEST_CASE("hour 1 is not within the hour; never breastfed stays in the denominators") {
    Records records;
    records.born("2025-03-05");
    base::Fields& outcome = records.at("outcome").fields;
    outcome.set("bf_start_unit", "HOUR");
    outcome.set_integer("bf_start_value", 1);
    CHECK(all_said(everything(records, "2025-03"), Indicator::WhoEibf) == "den ANSWERS_SAY_NO");
    CHECK(all_said(everything(records, "2025-03"), Indicator::PncInd5) == "den FIRST_FEED_LATER");
    outcome.set_integer("bf_start_value", 0);
    CHECK(all_said(everything(records, "2025-03"), Indicator::WhoEibf) == "num");
    CHECK(all_said(everything(records, "2025-03"), Indicator::PncInd5) == "num");
    outcome.set("bf_start_unit", "NEVER");
    CHECK(all_said(everything(records, "2025-03"), Indicator::WhoEvbf) == "den ANSWERS_SAY_NO");
    CHECK(all_said(everything(records, "2025-03"), Indicator::WhoEibf) == "den ANSWERS_SAY_NO");
    // IMD is another question: skin to skin for an hour (AMENDMENTS Definitions).
    CHECK(all_said(everything(records, "2025-03"), Indicator::IdImd) == "num");
}

TEST_CASE("what the programme asks besides: let-down, marks, colostrum, referral, held massages") {
    Records records;
    records.born("2025-03-01");
    records.at("birth").fields.set("delivery_time", "06:00");
    records.at("outcome").fields.set("colostrum_first_at", "2025-03-02T18:30:00+07:00");
    const auto massage = [&](const char* id, const char* signs, int before, int after) {
        auto& session = records.add("massage_session", id,
                                    {{"mother_id", "siti"},
                                     {"birth_event_id", "birth"},
                                     {"source", "OBS"},
                                     {"performer_relation", "SUAMI"},
                                     {"letdown_signs", signs},
                                     {"performed_at", "2025-03-05T19:00:00+07:00"}});
        session.fields.set_integer("relax_before", before);
        session.fields.set_integer("relax_after", after);
    };
    massage("s1", "TINGLE CRAMP", 3, 6);
    massage("s2", "NA", 4, 5);
    records.visit("v", "2025-03-06");
    records.mother_check("v").fields.set("ds_mds01", "1");
    auto& referral = records.add("referral", "ref",
                                 {{"person_id", "siti"},
                                  {"urgency", "MERAH_SEKARANG"},
                                  {"raised_at", "2025-03-06T09:00:00+07:00"},
                                  {"notified_at", "2025-03-06T10:01:00+07:00"}});
    auto march = everything(records, "2025-03", "siti");
    CHECK(all_said(march, Indicator::PrLetdownObserved) == "num, out LETDOWN_NOT_OBSERVED");
    CHECK(*indicators::measure_of(march, Indicator::PrRelaxObserved) == doctest::Approx(2));
    CHECK(all_said(march, Indicator::PrColostrum) == "num 36.5");  // 1 March 06:00 to 2 March 18:30
    CHECK(all_said(march, Indicator::PrReferral) == "den TOLD_LATE");
    CHECK(all_said(march, Indicator::PrHeld) == "num");
    CHECK(all_said(march, Indicator::PrHusband) == "num");
    referral.fields.set("notified_at", "2025-03-06T10:00:00+07:00");
    CHECK(all_said(everything(records, "2025-03", "siti"), Indicator::PrReferral) == "num");
    records.at("s1").fields.set("visit_id", "v");
    CHECK(all_said(everything(records, "2025-03", "siti"), Indicator::PrHeld) ==
          "den MASSAGED_DESPITE_SIGN");
}

TEST_CASE("five monthly statuses or more: the six-month figure rests on something") {
    Records records;
    records.born("2025-01-20");
    for (const char* day : {"2025-02-10", "2025-03-10", "2025-04-10", "2025-05-10"}) {
        records.recalled(day);
    }
    CHECK(all_said(everything(records, "2025-07"), Indicator::PrFollowed) ==
          "den TOO_FEW_MONTHS 4");
    records.recalled("2025-07-22");
    CHECK(all_said(everything(records, "2025-07"), Indicator::PrFollowed) == "num");
}

TEST_CASE("the area graph: every band's classes sum to the whole, whatever the numbers") {
    std::mt19937 engine(3);
    for (int round = 0; round < 200; ++round) {
        indicators::AreaGraph graph;
        for (int i = 0; i < 1 + static_cast<int>(engine() % 40); ++i) {
            const auto feeding = indicators::kFeedingClasses[engine() % 7];
            graph.add(static_cast<int>(engine() % 6), feeding,
                      1 + static_cast<int>(engine() % 7) / 3.0);
        }
        for (const auto band : {indicators::AgeBand{0, 5}, {0, 1}, {2, 3}, {4, 5}, {3, 3}}) {
            const auto shares = graph.shares(band);
            int sum = 0;
            for (const int share : shares) sum += share;
            CHECK(sum == (graph.total(band) > 0 ? 10'000 : 0));
        }
    }
}

TEST_CASE("the median duration by a table on paper") {
    // Two-month groups of ten: 9, 6, 3, 0 ... are exclusive. Smoothed: 0.9 (the first as it is),
    // (9+6+3)/30 = 0.6, (6+3+0)/30 = 0.3. Between the middles 3 and 5 months 0.5 is passed after a
    // third of the way: 3 + 2/3 = 3.67 months.
    indicators::AreaGraph graph;
    for (int group = 0; group < 12; ++group) {
        const int exclusive = std::max(0, 9 - 3 * group);
        for (int i = 0; i < 10; ++i) {
            const bool is_one = i < exclusive;
            graph.add(2 * group + i % 2,
                      is_one ? care::FeedingClass::Ebf : care::FeedingClass::BfMilk);
        }
    }
    REQUIRE(graph.median_exclusive().has_value());
    CHECK(*graph.median_exclusive() == doctest::Approx(3.0 + 2.0 / 3));
    CHECK_FALSE(indicators::AreaGraph().median_exclusive().has_value());
}
