// What a coordinator, a midwife and a district see of a month: figures, the people behind them,
// closing.
#include "tests/sync-server/console/october.h"

#include "sync-server/backup/health.h"
#include "sync-server/overview/overview.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/records/erasing.h"
#include "sync-server/store/reports/closings.h"
#include "sync-server/store/reports/kept_differences.h"

using namespace console_test;

TEST_CASE_FIXTURE(October, "a month is counted once, beside the page, and then read at once") {
    CHECK_FALSE(overview::kept_month(writer(), *base::parse_month("2026-09")).value());
    const auto first = get("/figures?month=2026-09");
    CHECK(first.status == 200);
    CHECK(has(first, "/figures?month=2026-09"));  // the way back here
    const auto kept = overview::kept_month(writer(), *base::parse_month("2026-10")).value();
    REQUIRE(kept);
    CHECK(kept->of({"P1", "P2"}, "SIGIZI_14").numerator == 2);
    CHECK(kept->of({"P1"}, "ID_IMD").numerator == 1);
    CHECK(kept->of({"P2"}, "ID_IMD").denominator == 1);
    CHECK(kept->of({"P2"}, "ID_IMD").numerator == 0);
    CHECK(kept->missing.silent == 2);
    CHECK(kept->missing.silent_units == std::vector<std::string>{"P1", "P2"});
    CHECK(kept->missing.not_recalled == 2);
}

TEST_CASE_FIXTURE(October, "what arrives later is counted anew, after ten minutes, not before") {
    const base::Month month = *base::parse_month("2026-10");
    add_family(300, "P1", "Bayi Tiga", "1");
    get("/figures?month=2026-10");
    CHECK(overview::kept_month(writer(), month).value()->of({"P1"}, "SIGIZI_14").numerator == 1);
    clock.set({clock.now().unix_ms + overview::kFreshMs + 1});
    get("/figures?month=2026-10");
    CHECK(overview::kept_month(writer(), month).value()->of({"P1"}, "SIGIZI_14").numerator == 2);
}

TEST_CASE_FIXTURE(October, "figures open to the people behind them, and that is written down") {
    const auto page = get("/figures?month=2026-10");
    CHECK(has(page, "/figures/people?id=ID_IMD%3A2026-10%3ASEMUA"));
    CHECK(has(page, "50,0 %"));
    const auto people = get("/figures/people?id=ID_IMD%3A2026-10%3ASEMUA");
    CHECK(people.status == 200);
    CHECK(has(people, "&lt;b&gt;Bayi Satu"));
    CHECK_FALSE(has(people, "<b>Bayi Satu"));
    CHECK(has(people, "Bayi Dua"));
    CHECK(has(people, "/figures/record/" + id_of(104)));
    REQUIRE(audited("see_figure").size() == 1);
    CHECK(audited("see_figure")[0].subject == "ID_IMD:2026-10:SEMUA");
    CHECK(get("/figures/record/" + id_of(104)).status == 200);
    CHECK(audited("see_record").size() == 1);
}

TEST_CASE_FIXTURE(October, "whoever opens a figure does not wait until the month is counted anew") {
    const std::string people = "/figures/people?id=ID_IMD%3A2026-10%3ASEMUA";
    get("/figures?month=2026-10");
    REQUIRE(has(get(people), "Bayi Satu"));
    // As a program of other rules does, or one with other tables: the sums are kept, the facts not.
    REQUIRE(writer().execute("DELETE FROM fact; DELETE FROM settled").ok());
    CHECK_FALSE(has(get(people), "Bayi Satu"));  // and has it counted
    CHECK(has(get("/figures?month=2026-10"), "50,0 %"));
    CHECK(has(get(people), "Bayi Satu"));
    // Many records that a laptop has just brought are counted beside the page, too.
    REQUIRE(writer()
                .execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                         "200) INSERT INTO dirty SELECT 'somebody ' || i FROM n; UPDATE kept SET "
                         "stamp = ''")
                .ok());
    CHECK_FALSE(has(get(people), "Bayi Satu"));
    CHECK(has(get(people), "Bayi Satu"));
}

TEST_CASE_FIXTURE(October, "where somebody lives is said as far as it was written") {
    const std::string people = "/figures/people?id=ID_IMD%3A2026-10%3ASEMUA";
    get(people);
    const auto without_rw = get(people);
    CHECK(has(without_rw, "RT <bdi>001</bdi>"));
    CHECK_FALSE(has(without_rw, "RW"));
    put("P1", 100, "household", R"({"rw":"02"})");
    const auto with_rw = get(people);
    CHECK(has(with_rw, "RT <bdi>001</bdi> / RW <bdi>02</bdi>"));
}

TEST_CASE_FIXTURE(October, "a month without anybody to divide by has a dash, never 0 %") {
    get("/figures?month=2026-09");
    const auto page = get("/figures?month=2026-09");
    CHECK(has(page, "–"));
    CHECK_FALSE(has(page, "0,0 %"));
}

TEST_CASE_FIXTURE(October, "a midwife sees her own posyandu's figures and people, no others") {
    sign_in("bidan");
    const auto page = get("/figures?month=2026-10");
    CHECK(has(page, "100,0 %"));  // of the one birth in P1
    CHECK_FALSE(has(page, "Melati 2"));
    const auto people = get("/figures/people?id=ID_IMD%3A2026-10%3ASEMUA");
    CHECK(has(people, "Bayi Satu"));
    CHECK_FALSE(has(people, "Bayi Dua"));
    CHECK_FALSE(has(get("/figures/people?id=ID_IMD%3A2026-10%3AP2"), "Bayi Dua"));
    CHECK(get("/figures/record/" + id_of(204)).status == 404);
    CHECK(get("/figures?month=2026-10&unit=P2").status == 404);
}

TEST_CASE_FIXTURE(October, "a district sees counts and no way to a person") {
    sign_in("dinkes");
    const auto page = get("/figures?month=2026-10");
    CHECK(has(page, "50,0 %"));
    CHECK_FALSE(has(page, "/figures/people"));
    CHECK(get("/figures/people?id=ID_IMD%3A2026-10%3ASEMUA").status == 403);
    const auto arrivals = get("/arrivals");
    CHECK(arrivals.status == 200);
    CHECK(has(arrivals, "Melati 1"));
    CHECK_FALSE(has(arrivals, "kader"));
}

TEST_CASE_FIXTURE(October, "forged months, places and figures open nothing") {
    for (const char* path :
         {"/figures?month=2099-01", "/figures?month=1900-01", "/figures?month=x",
          "/figures?unit=P9", "/figures/people?id=x", "/figures/people?id=ID_IMD:2026-10:P9",
          "/figures/people?id=TIDAK_ADA:2026-10:SEMUA", "/figures/people?id=ID_IMD:2099-10:SEMUA",
          "/figures/record/nothing", "/months/2099-01", "/months/x",
          "/reports/file?period=2026-10&table=sigizi&format=exe",
          "/reports/file?period=2026-10&table=nothing&format=xlsx",
          "/reports/file?period=2026-10&table=sigizi&format=xlsx&unit=P9",
          "/reports/file?period=1900-10&table=sigizi&format=xlsx",
          "/reports/file?period=2026-12&table=f1&format=xlsx",
          "/reports/file?period=2027-Q1&table=f1&format=xlsx",
          "/reports/file?period=9999&table=f1&format=xlsx",
          "/figures/people?id=ID_IMD:2026:SEMUA"}) {
        CAPTURE(path);
        CHECK(get(path).status == 404);
    }
    CHECK(get("/reports/file?period=2026-10&table=f1&table=f1&format=xlsx").status == 404);
}

TEST_CASE_FIXTURE(October, "a closed month keeps its figures; what differs since is shown") {
    const std::string page = "/months/2026-10";
    CHECK(post(page + "/close", {}).status == 303);
    REQUIRE(server_store::closing_of(writer(), "2026-10").value());
    CHECK(post(page + "/close", {}).status == 409);  // somebody was quicker
    add_family(300, "P1", "Bayi Tiga", "1");
    clock.set({clock.now().unix_ms + overview::kFreshMs + 1});
    get("/figures?month=2026-10");
    const auto kept = overview::kept_month(writer(), *base::parse_month("2026-10")).value();
    CHECK(kept->is_closed);
    CHECK(kept->of({"P1"}, "SIGIZI_14").numerator == 1);
    const auto since = get(page);
    CHECK(has(since, "Bayi Tiga"));
    CHECK(audited("see_differences").size() == 1);

    CHECK(post(page + "/reopen", {{"reason", "  "}}).status == 422);
    CHECK(post(page + "/reopen", {{"reason", "Bayi Tiga terlambat dicatat"}}).status == 303);
    CHECK_FALSE(server_store::closing_of(writer(), "2026-10").value());
    CHECK(has(get(page), "Bayi Tiga terlambat dicatat"));
    CHECK(overview::kept_month(writer(), *base::parse_month("2026-10"))
              .value()
              ->of({"P1"}, "SIGIZI_14")
              .numerator == 2);
}

TEST_CASE_FIXTURE(October, "who stays here and counts elsewhere is marked, and not added up") {
    put("P1", 400, "household", R"({"head_name":"Budi","status":"ACTIVE"})");
    add_family(300, "P1", "Bayi Tiga", "1");
    put("P1", 302, "person",
        R"({"residence":"TEMPORARY","residence_from_unit":"P2","residence_since":"2026-10-06"})");
    clock.set({clock.now().unix_ms + overview::kFreshMs + 1});
    get("/figures?month=2026-10");
    const auto here = get("/figures/people?id=SIGIZI_14%3A2026-10%3AP1");
    CHECK(has(here, "Bayi Tiga"));
    CHECK(has(here, "terdaftar di sini, dihitung di"));
    CHECK(has(here, "<p class=\"lead\">1</p>"));
    CHECK(has(get("/figures/people?id=SIGIZI_14%3A2026-10%3AP2"), "<p class=\"lead\">2</p>"));
}

TEST_CASE_FIXTURE(October, "who stands behind a figure is read page by page, also in English") {
    for (int i = 0; i < 55; ++i) add_family(1000 + 10 * i, "P1", "Bayi " + id_of(i), "0");
    clock.set({clock.now().unix_ms + overview::kFreshMs + 1});
    get("/figures?month=2026-10");
    const std::string people = "/figures/people?id=ID_IMD.DEN%3A2026-10%3ASEMUA";
    const auto first = get(people);
    CHECK(has(first, "1 dari 57"));
    CHECK(has(first, "Bayi Satu"));  // in it first
    CHECK_FALSE(has(first, "Bayi Dua"));
    CHECK(has(first, "tidak mendapat IMD"));
    set_cookie("__Host-kawan-language", "en");
    const auto second = get(people + "&page=1");
    CHECK(has(second, "1 of 57"));
    CHECK(has(second, "Bayi Dua"));  // the other posyandu comes last
    CHECK(has(second, "no early initiation"));
    CHECK_FALSE(has(second, "tidak mendapat IMD"));
}

TEST_CASE_FIXTURE(October, "an erased person stands in no list of what differs") {
    CHECK(post("/months/2026-10/close", {}).status == 303);
    add_family(300, "P1", "Bayi Tiga", "1");
    clock.set({clock.now().unix_ms + overview::kFreshMs + 1});
    get("/figures?month=2026-10");
    REQUIRE_FALSE(server_store::person_differences(writer(), "2026-10", 0, 50).value().empty());
    {
        auto transaction = db::Transaction::begin(writer()).value();
        REQUIRE(server_store::apply_erased(writer(), {id_of(302), id_of(301)}).ok());
        REQUIRE(transaction.commit().ok());
    }
    const auto left = server_store::person_differences(writer(), "2026-10", 0, 50);
    for (const auto& each : left.value()) {
        CHECK(each.person != id_of(302));
        CHECK(each.person != id_of(301));
    }
}

TEST_CASE_FIXTURE(October, "a midwife reads how much is missing or differs of no other posyandu") {
    CHECK(has(get("/figures?month=2026-10"), "yang belum ditanya ASI-nya"));
    CHECK(post("/months/2026-10/close", {}).status == 303);
    add_family(300, "P2", "Bayi Tiga", "1");
    clock.set({clock.now().unix_ms + overview::kFreshMs + 1});
    get("/figures?month=2026-10");
    const std::string people = "/figures/people?id=ID_IMD%3A2026-10%3ASEMUA";
    CHECK(has(get(people), "Melati 2"));
    CHECK(has(get(people), "Posyandu yang angka ini sekarang berbeda: 1."));
    sign_in("bidan");
    CHECK_FALSE(has(get("/figures?month=2026-10"), "yang belum ditanya ASI-nya"));
    CHECK(has(get("/figures?month=2026-10"), "Belum lengkap"));
    const auto hers = get(people);
    CHECK(has(hers, "angkanya seperti saat itu"));
    CHECK_FALSE(has(hers, "Melati 2"));
    CHECK_FALSE(has(hers, "sekarang berbeda"));
}

TEST_CASE_FIXTURE(October, "whose count differs is read page by page, beside the figures' pages") {
    CHECK(post("/months/2026-10/close", {}).status == 303);
    add_family(300, "P1", "Bayi Tiga", "1");
    clock.set({clock.now().unix_ms + overview::kFreshMs + 1});
    get("/figures?month=2026-10");
    const auto second = get("/months/2026-10?people=1");
    CHECK(second.status == 200);
    CHECK(has(second, "/months/2026-10?page=0&amp;people=0"));
    CHECK(has(get("/months/2026-10?page=7"), "Bayi Tiga"));
}

TEST_CASE_FIXTURE(October, "a month is not closed before its last day") {
    get("/figures?month=2026-11");
    CHECK(post("/months/2026-11/close", {}).status == 422);
    CHECK_FALSE(server_store::closing_of(writer(), "2026-11").value());
}
