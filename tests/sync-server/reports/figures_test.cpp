// Counts without names, and a mother and child who moved alone, from the records to the forms.
#include "sync-server/accept/joining/moving.h"
#include "sync-server/reports/counting.h"
#include "sync-server/reports/district_choices.h"
#include "sync-server/reports/figure_trace.h"
#include "sync-server/reports/month_closing.h"
#include "sync-server/reports/programme_report.h"
#include "sync-server/reports/settling.h"
#include "sync-server/reports/since_closing.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/reports/facts.h"
#include "tests/sync-server/reports/small_centre.h"

using namespace small_centre;

namespace {

struct Figures : Centre {
    base::RecordId add_tally(std::int64_t births, std::int64_t with_imd) {
        base::Fields fields = fields_of(R"({"month":"2026-08","turned_6":2,"ebf_6":1})");
        fields.set_integer("live_births", births);
        fields.set_integer("imd", with_imd);
        const auto id = siti.add("tally", fields, "P1");
        siti.sync();
        return id;
    }
    // Column of SIGIZI's only village.
    std::string column(std::size_t position) {
        return to_text(book("sigizi").sheets.at(0).rows.at(0).at(position - 1));
    }
    std::vector<server_store::FactRow> facts(const std::string& month) {
        REQUIRE(reports::settle(connection(), *base::parse_month(month)).ok());
        return server_store::facts_of_month(connection(), month).value();
    }
    // Where that indicator counts.
    std::string units(const std::string& month, const std::string& indicator) {
        std::string text;
        for (const auto& fact : facts(month)) {
            if (fact.indicator == indicator && fact.part == "NUMERATOR") text += fact.unit + " ";
        }
        return text;
    }
    void check_from_scratch(const std::string& month) {
        const auto standing = facts(month);
        REQUIRE(connection().execute("DELETE FROM fact; DELETE FROM settled").ok());
        CHECK(facts(month) == standing);
    }
    std::size_t rows_of(const std::string& unit, const std::string& table) {
        auto wanted = asked({table});
        wanted.unit = unit;
        auto made = reports::make_book(connection(), wanted);
        REQUIRE_MESSAGE(made.ok(), made.error().message);
        return made.value().sheets.at(0).rows.size();
    }
};

}  // namespace

TEST_CASE_FIXTURE(Figures, "a tally counts in the ministry's form, and opens as one line") {
    add_infant("Adi", "2026-08-10");
    siti.sync();
    CHECK(column(14) == "1");
    const auto tally = add_tally(3, 2);
    CHECK(column(14) == "4");
    CHECK(column(20) == "2");
    CHECK(column(24) == "2");
    CHECK(column(25) == "1");
    check_from_scratch("2026-08");
    const auto found = reports::trace_figure(connection(), "ID_IMD:2026-08:SEMUA", kZone);
    REQUIRE(found.ok());
    CHECK(found.value().value == 2);
    CHECK(found.value().of == 4);
    REQUIRE(found.value().rows.size() == 3);  // two with, one without, and Adi
    CHECK(found.value().rows[0].person == tally.text());
    CHECK(found.value().rows[0].reason == "hitungan tanpa nama: 2 bayi");
    // It is corrected, and taken back.
    base::Fields less;
    less.set_integer("live_births", 2);
    siti.edit(tally, less);
    siti.sync();
    CHECK(column(14) == "3");
    base::Fields retracted;
    retracted.set("retracted", "1");
    siti.edit(tally, retracted);
    siti.sync();
    CHECK(column(14) == "1");
    check_from_scratch("2026-08");
}

TEST_CASE_FIXTURE(Figures, "figures added up in the database are the facts added up one by one") {
    add_infant("Adi", "2026-08-10");
    const auto budi = add_infant("Budi", "2026-06-02");
    add_recall(budi, add_visit("2026-08-20"), "2026-08-20");
    const auto cici = add_infant("Cici", "2026-04-02", "P");
    add_recall(cici, add_visit("2026-08-21"), "2026-08-21", "1");
    siti.sync();
    add_tally(3, 2);
    std::map<std::string, indicators::Count> sums;  // by indicator, the area graph's by class too
    for (const auto& fact : facts("2026-08")) {
        if (fact.part == "EXCLUDED" || fact.unit.empty()) continue;
        const std::string key = fact.indicator + (fact.indicator == "WHO_AG" ? fact.detail : "");
        ++sums[key].denominator;
        if (fact.part == "NUMERATOR") ++sums[key].numerator;
    }
    const auto counts = reports::counts_of(connection(), sheets::period_of(kMonth)).value();
    const sheets::Place here{"P1", "", "", "", {"P1"}};
    REQUIRE(sums.size() > 10);
    bool has_class = false;
    for (const auto& each : sums) {
        const std::string& key = each.first;
        const auto& sum = each.second;
        const bool is_class = key.starts_with("WHO_AG");
        has_class = has_class || is_class;
        sheets::Wanted wanted;
        wanted.code = is_class ? "WHO_AG" : key;
        wanted.detail = is_class ? key.substr(6) : "";
        const auto all = counts.of(here, wanted);
        CHECK_MESSAGE(all.numerator == sum.numerator, key);
        CHECK_MESSAGE(all.denominator == sum.denominator, key);
        if (is_class) continue;
        const auto one = reports::counts_now(connection(), kMonth, key).value().of(here, wanted);
        CHECK_MESSAGE(one.numerator == sum.numerator, key);
        CHECK_MESSAGE(one.denominator == sum.denominator, key);
    }
    CHECK(has_class);
}

TEST_CASE_FIXTURE(Figures, "a closed month keeps its tallies as they were") {
    add_tally(3, 2);
    REQUIRE(reports::close_month(connection(), kMonth, kNow, kZone, "command-line").ok());
    add_tally(5, 5);
    CHECK(column(14) == "3");
    const auto since = reports::differences_since(connection(), kMonth);
    REQUIRE(since.ok());
    bool is_said = false;
    for (const auto& each : since.value().figures) {
        if (each.indicator != "SIGIZI_14") continue;
        is_said = each.numerator_then == 3 && each.numerator_now == 8;
    }
    CHECK(is_said);
}

TEST_CASE_FIXTURE(Figures, "who moves alone leaves her past months where she was") {
    // DOMAIN 6.7: the posyandu of the last day of the period. Adi, born in July, moves with nobody
    // to a household of P2 on 10 September; that household was always there.
    const auto adi = add_infant("Adi", "2026-07-05");
    siti.sync();
    CHECK(units("2026-08", "SIGIZI_21") == "P1 ");
    CHECK(rows_of("P1", "register") == 1);
    joining::MoveRequest request;
    request.record = adi.text();
    request.to = "P2";
    request.on = *base::parse_date("2026-09-10");
    request.reason = "diasuh neneknya";
    request.actor = server_store::kCommandLine;
    const auto moved = joining::move(server.desk(), request);
    REQUIRE_MESSAGE(moved.ok(), moved.error().message);
    CHECK(units("2026-08", "SIGIZI_21") == "P1 ");
    CHECK(units("2026-09", "SIGIZI_21") == "P2 ");
    check_from_scratch("2026-08");
    check_from_scratch("2026-09");
    // The lists with names say the same.
    for (const char* table : {"register", "cohort"}) {
        CAPTURE(table);
        CHECK(rows_of("P1", table) == 1);
        CHECK(rows_of("P2", table) == 0);
    }
}

TEST_CASE_FIXTURE(Figures, "a family that moved as a whole counts in each month where it was") {
    add_infant("Adi", "2026-07-05");
    siti.sync();
    joining::MoveRequest request;
    request.record = home.text();
    request.to = "P2";
    request.on = *base::parse_date("2026-09-10");
    request.reason = "pindah rumah";
    request.actor = server_store::kCommandLine;
    REQUIRE(joining::move(server.desk(), request).ok());
    CHECK(units("2026-08", "SIGIZI_21") == "P1 ");
    CHECK(units("2026-09", "SIGIZI_21") == "P2 ");
    check_from_scratch("2026-08");
    CHECK(rows_of("P1", "register") == 1);
    CHECK(rows_of("P2", "register") == 0);
}

TEST_CASE_FIXTURE(Figures, "who never lived where she was written never counts there") {
    const auto adi = add_infant("Adi", "2026-07-05");
    add_infant("Budi", "2026-06-10");
    siti.sync();
    CHECK(units("2026-07", "SIGIZI_21") == "P1 P1 ");
    joining::MoveRequest request;
    request.record = home.text();
    request.to = "P2";
    request.never_lived_there = true;
    request.reason = "salah posyandu";
    request.actor = server_store::kCommandLine;
    REQUIRE(joining::move(server.desk(), request).ok());
    for (const char* month : {"2026-07", "2026-08"}) {
        CAPTURE(month);
        CHECK(units(month, "SIGIZI_21") == "P2 P2 ");
        check_from_scratch(month);
    }
    CHECK(rows_of("P1", "register") == 0);
    CHECK(rows_of("P2", "register") == 2);
    // One of them goes to P1 in August, which was a slip: he was in P2 all the time.
    joining::MoveRequest slip = request;
    slip.record = adi.text();
    slip.to = "P1";
    slip.never_lived_there = false;
    slip.on = *base::parse_date("2026-08-03");
    REQUIRE(joining::move(server.desk(), slip).ok());
    CHECK(units("2026-08", "SIGIZI_21").find("P1") != std::string::npos);
    CHECK(units("2026-07", "SIGIZI_21") == "P2 P2 ");
    slip.to = "P2";
    slip.into = home.text();
    slip.never_lived_there = true;
    slip.on.reset();
    REQUIRE(joining::move(server.desk(), slip).ok());
    CHECK(units("2026-08", "SIGIZI_21") == "P2 P2 ");
    CHECK(units("2026-07", "SIGIZI_21") == "P2 P2 ");
    check_from_scratch("2026-08");
}

TEST_CASE_FIXTURE(Figures, "a slip that is taken back leaves the months before as they were") {
    add_infant("Adi", "2026-07-05");
    siti.sync();
    joining::MoveRequest request;
    request.record = home.text();
    request.to = "P2";
    request.on = *base::parse_date("2026-08-03");
    request.reason = "pindah";
    request.actor = server_store::kCommandLine;
    REQUIRE(joining::move(server.desk(), request).ok());
    CHECK(units("2026-08", "SIGIZI_21") == "P2 ");
    request.to = "P1";
    request.never_lived_there = true;
    REQUIRE(joining::move(server.desk(), request).ok());
    for (const char* month : {"2026-07", "2026-08"}) CHECK(units(month, "SIGIZI_21") == "P1 ");
}

TEST_CASE_FIXTURE(Figures, "a closed month's programme table stays as it was reported") {
    const auto add_birth = [&](const base::RecordId& her) {
        base::Fields birth =
            fields_of(R"({"place":"PKM","mode":"VAGINAL","fetus_count":1,"parity":1,)"
                      R"("attendant":"BIDAN","complications":"NONE"})");
        birth.set("mother_id", her.text());
        birth.set("delivery_date", "2026-08-01");
        siti.add("birth_event", birth, "P1");
    };
    // Mothers visited in their first 42 days, in all.
    const auto visited = [&] {
        const auto text = reports::programme_csv(connection(), kMonth, "");
        REQUIRE(text.ok());
        const auto table = base::csv::parse(text.value()).value();
        REQUIRE(table.at(0, "Kode") == "PR_TEACH");
        return table.at(0, "Pembilang") + "/" + table.at(0, "Penyebut");
    };
    add_birth(mother);
    add_visit("2026-08-12");
    siti.sync();
    REQUIRE(siti.status().is_green());
    CHECK(visited() == "0/1");
    REQUIRE(reports::close_month(connection(), kMonth, kNow, kZone, "command-line").ok());
    const auto dewi = add_person("Dewi", "P", "2001-02-03", false);
    add_birth(dewi);
    base::Fields seen;
    seen.set("persons_seen", mother.text() + " " + dewi.text());
    siti.edit(add_visit("2026-08-13"), seen);
    siti.sync();
    CHECK(visited() == "0/1");
    REQUIRE(reports::reopen_month(connection(), kMonth, kNow, "command-line", "salah").ok());
    CHECK(visited() == "0/2");
}

TEST_CASE_FIXTURE(Figures, "what the district chose decides, and months are counted anew by it") {
    // Adi was given something once, and breast milk only yesterday: F1 O.1 by both clocks or by
    // one.
    const auto adi = add_infant("Adi", "2026-05-10");
    const auto recall = add_recall(adi, add_visit("2026-08-12"), "2026-08-12");
    base::Fields other;
    other.set("other_ever", "1");
    other.set_integer("other_first_age_d", 3);
    siti.edit(recall, other);
    siti.sync();
    const auto still_breast_milk = [&] {
        const auto found = reports::trace_figure(connection(), "ID_F1_1:2026-08:SEMUA", kZone);
        REQUIRE(found.ok());
        return found.value().value;
    };
    const auto choose = [&](const char* name, const char* answer) {
        return reports::choose(connection(), name, answer, kNow, "command-line").ok();
    };
    CHECK(reports::chosen(connection(), "f1_row1").value() == "both");
    CHECK(still_breast_milk() == 0);
    const auto in_cohort = [&] {
        const sheets::Sheet cohort = book("cohort").sheets.at(0);
        const auto at = std::find(cohort.headers.begin(), cohort.headers.end(), "Agu ASI");
        REQUIRE(at != cohort.headers.end());
        return to_text(cohort.rows.at(0).at(
            static_cast<std::size_t>(std::distance(cohort.headers.begin(), at))));
    };
    CHECK(in_cohort() == "X");
    CHECK(choose("f1_row1", "clockA"));
    CHECK(still_breast_milk() == 1);
    CHECK(in_cohort() == "E");
    check_from_scratch("2026-08");
    // There and back, and somebody touched meanwhile: nothing of before is taken for settled.
    const auto wati = add_infant("Wati", "2026-06-10", "P");
    add_recall(wati, add_visit("2026-08-13"), "2026-08-13");
    siti.sync();
    CHECK(still_breast_milk() == 2);
    CHECK(choose("f1_row1", "both"));
    CHECK(still_breast_milk() == 1);
    CHECK_FALSE(choose("f1_row1", "clockB"));
    CHECK_FALSE(choose("colour", "red"));
    CHECK(reports::rules_in_force(connection()).value() ==
          std::to_string(indicators::kRulesVersion));
}
