// What a coordinator, a midwife and a district see of a month: figures, the people behind them,
// reports as files, closing. One birth of October in each of two posyandu.
#include "tests/sync-server/console/desk.h"

#include "shared/base/csv.h"
#include "sync-server/backup/health.h"
#include "sync-server/overview/overview.h"
#include "sync-server/store/audit.h"
#include "sync-server/store/closings.h"
#include "sync-server/store/devices.h"
#include "sync-server/store/erasing.h"
#include "sync-server/store/kept_differences.h"
#include "sync-server/store/meta.h"

using namespace console_test;

namespace {

std::string id_of(int number) {
    const std::string text = std::to_string(number);
    return "01890000-0000-7000-8000-" + std::string(12 - text.size(), '0') + text;
}

struct October : Desk {
    October() {
        add_family(100, "P1", "<b>Bayi Satu</b>", "1");
        add_family(200, "P2", "Bayi Dua", "0");
        sign_in("koord");
        get("/figures?month=2026-10");  // from now on it is counted
    }
    void put(const std::string& unit, int id, const std::string& type, const std::string& json) {
        const accept::Desk desk{writer(), forms, clock, random};
        auto transaction = db::Transaction::begin(writer());
        REQUIRE(transaction.ok());
        auto session = accept::desk_session(desk);
        records::Record record;
        record.id = base::RecordId(id_of(id));
        record.type = type;
        record.unit = unit;
        const auto change =
            accept::desk_change(session.value(), record, base::Fields::parse(json).value(), "");
        const auto written = accept::write_at_desk(session.value(), change);
        REQUIRE_MESSAGE(written.ok(), type);
        REQUIRE(transaction.value().commit().ok());
    }
    void add_family(int first, const std::string& unit, const std::string& infant,
                    const std::string& imd) {
        const std::string person = R"(","is_supporter":"0","birth_date_precision":"D",)"
                                   R"("nik_status":"NONE","vital_status":"ALIVE",)"
                                   R"("household_id":")" +
                                   id_of(first) + R"(")";
        put(unit, first, "household", R"({"head_name":"Agus","rt":"001","status":"ACTIVE"})");
        put(unit, first + 1, "person",
            R"({"full_name":"Siti","sex":"P","birth_date":"1999-02-03","is_mother":"1",)"
            R"("is_infant":"0)" +
                person + "}");
        put(unit, first + 2, "person",
            R"({"full_name":")" + infant +
                R"(","sex":"L","birth_date":"2026-10-05","is_infant":"1)" + person + "}");
        put(unit, first + 3, "birth_event",
            R"({"mother_id":")" + id_of(first + 1) +
                R"(","delivery_date":"2026-10-05","fetus_count":1,"place":"PKM"})");
        put(unit, first + 4, "birth_outcome",
            R"({"birth_event_id":")" + id_of(first + 3) + R"(","infant_id":")" + id_of(first + 2) +
                R"(","birth_order":1,"outcome":"LIVE","sex":"L","imd":")" + imd + R"("})");
    }
    std::vector<server_store::Audited> audited(const char* what) {
        return server_store::audited(writer(), what).value();
    }

    forms::FormSet forms = forms::FormSet::builtin();
};

}  // namespace

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

TEST_CASE_FIXTURE(October, "a report that is not complete is given only to who says so") {
    const std::string file = "/reports/file?period=2026-10&table=sigizi&format=csv";
    const auto asked = get(file);
    CHECK(asked.status == 422);
    CHECK(has(asked, "incomplete=csv"));
    CHECK(has(asked, "note=1"));
    CHECK(audited("export_figures").empty());
    CHECK(get(file + "&incomplete=1").status == 422);  // a CSV has no room for its note
    const auto given = get(file + "&incomplete=1&incomplete=csv");
    CHECK(given.status == 200);
    CHECK(header(given, "Content-Disposition").find("kawan-sigizi-2026-10-belum-lengkap.csv") !=
          std::string::npos);
    CHECK(has(given, "Sukamaju"));
    REQUIRE(audited("export_figures").size() == 1);
    CHECK(audited("export_figures")[0].subject == "2026-10  sigizi csv");
    const auto note = get(file + "&incomplete=csv&note=1");
    CHECK(note.status == 200);
    CHECK(has(note, "belum mengirim"));
    CHECK(header(note, "Content-Disposition").find(".catatan.txt") != std::string::npos);
    // The same page gives as many as are wanted.
    CHECK(get("/reports/file?period=2026-10&table=sigizi&format=xlsx&incomplete=1")
              .body.substr(0, 2) == "PK");
    CHECK(has(get("/reports/file?period=2026-10&table=sigizi&format=html&incomplete=1"),
              "Balita Gizi"));
}

TEST_CASE_FIXTURE(October, "what does not fit together is said in a sentence") {
    for (const char* path : {"/reports/file?period=2026-10&format=xlsx",
                             "/reports/file?period=2026-10&table=sigizi&table=lb3&format=csv",
                             "/reports/file?period=2026-11&table=sigizi&format=xlsx",
                             "/reports/file?period=2026&table=register&format=xlsx",
                             "/reports/file?period=2026-10&table=sigizi&format=xlsx&unit=P1",
                             "/reports/file?period=2026-10&table=f1&format=month&unit=P1",
                             "/reports/file?period=2026-10&table=sigizi&format=dhis2"}) {
        CAPTURE(path);
        const auto answer = get(path);
        CHECK(answer.status >= 400);
        CHECK(answer.status < 500);
        CHECK(answer.status != 404);
    }
}

TEST_CASE_FIXTURE(October, "a quarter or year whose last month has not begun is not made") {
    for (const char* period : {"2026-Q4", "2026", "2027-S1"}) {
        CAPTURE(std::string(period));
        const std::string file = std::string("/reports/file?table=f1&format=xlsx&incomplete=1");
        const auto answer = get(file + "&period=" + period);
        CHECK(answer.status == 409);
    }
    const auto page = get("/reports?month=2026-10");
    CHECK_FALSE(has(page, "value=\"2026-Q4\""));
    CHECK_FALSE(has(page, "value=\"2026\""));
    CHECK(overview::keep_month(writer(), *base::parse_month("2026-09"), clock.now(), {}).ok());
    CHECK(has(get("/reports?month=2026-09"), "value=\"2026-Q3\""));
}

TEST_CASE_FIXTURE(October, "tables with names stay with who may have them, and are written down") {
    const std::string file = "/reports/file?period=2026-10&table=register&format=xlsx&unit=";
    CHECK(get(file + "P1").status == 200);
    CHECK(audited("export_persons").size() == 1);
    sign_in("dinkes");
    CHECK(get(file + "P1").status == 404);
    CHECK_FALSE(has(get("/reports?month=2026-10"), "value=\"register\""));
    sign_in("bidan");
    CHECK(get(file + "P1").status == 200);
    CHECK(get(file + "P2").status == 404);
    CHECK(get(file).status == 404);  // everybody's is more than hers
    CHECK(audited("export_persons").size() == 2);
}

TEST_CASE_FIXTURE(October, "only lists that stay in the house go without a word on what misses") {
    const std::string file = "/reports/file?period=2026-10&table=register";
    CHECK(get(file + "&format=xlsx&unit=P1").status == 200);
    CHECK(get(file + "&table=f1&format=xlsx&unit=P1").status == 422);
    CHECK(get("/reports/file?period=2026-10&table=persons&format=fhir").status == 422);
    CHECK(audited("export_persons").size() == 1);
}

TEST_CASE_FIXTURE(October, "a mapping with a hole is refused with its line; a whole one is kept") {
    get("/reports");  // counts the month
    const std::string shown = input_value(get("/reports").body, "shown");
    const auto refused =
        upload("/reports/mapping", {{"shown", shown}}, "mapping", "m.csv", "kind,ours\nplace,P9\n");
    CHECK(refused.status == 409);
    CHECK(server_store::meta(writer(), "report_mapping").value().empty());
    const std::string whole =
        "kind,ours,theirs,category_option_combo,adx\ndataset,,BfbXcgB8tfd,,\n"
        "place,SEMUA,ImspTQPwCqd,,\nfigure,SIGIZI_14,fbfJHSPpUQD,HllvX50cXC0,\n";
    const auto keep = [&](const std::string& csv) {
        return upload("/reports/mapping", {{"shown", shown}}, "mapping", "m.csv", csv).status;
    };
    CHECK(keep(whole) == 303);
    CHECK(keep(whole + "figure,SIGIZI_23,x,y,\n") == 409);  // on the page of before
    CHECK(server_store::meta(writer(), "report_mapping").value() == whole);
    const auto asked = get("/reports/file?period=2026-10&table=sigizi&format=dhis2");
    CHECK(asked.status == 422);
    CHECK(has(asked, "SIGIZI_23"));  // not in the mapping
    const auto given = get("/reports/file?period=2026-10&table=sigizi&format=dhis2&incomplete=1");
    CHECK(given.status == 200);
    CHECK(has(given, "fbfJHSPpUQD"));
}

TEST_CASE_FIXTURE(October, "an id copied out of a file opens the people behind it") {
    const auto reports = get("/reports?month=2026-10");
    CHECK(has(reports, "action=\"/figures/people\""));
    const std::string whole = "/figures/people?id=SIGIZI_14%3A2026-10%3ASEMUA";
    CHECK(has(reports, "href=\"" + whole + "\""));
    CHECK(has(reports, "Kolom 14"));
    const auto copied = get(whole + "+%7C+Belum+lengkap%3A+1+posyandu");  // DHIS2's whole comment
    CHECK(copied.status == 200);
    CHECK(has(copied, "Bayi Dua"));
    const auto wrong = get("/figures/people?id=SIGIZI_99%3A2026-10");
    CHECK(wrong.status == 404);
    CHECK(has(wrong, "SIGIZI_99:2026-10"));  // to be mended where it stands
}

TEST_CASE_FIXTURE(October, "what is missing is named, each with the way to it") {
    CHECK(has(get("/reports?month=2026-10"), "href=\"/reports/missing?month=2026-10\""));
    const auto missing = get("/reports/missing?month=2026-10");
    CHECK(missing.status == 200);
    CHECK(has(missing, "belum ditanya"));  // and of which posyandu
    CHECK(has(missing, "ID_RECALL%3A2026-10%3ASEMUA"));
    CHECK(get("/reports/missing?month=2031-10").status == 404);
    sign_in("bidan");  // of one posyandu: what is missing elsewhere is not hers to read
    CHECK(get("/reports/missing?month=2026-10").status == 403);
}

TEST_CASE_FIXTURE(October, "the mapping to fill in names our places and columns, and is no guess") {
    const auto to_fill = get("/reports/mapping");
    CHECK(to_fill.status == 200);
    CHECK(has(to_fill, "figure,SIGIZI_25,,"));
    const std::string shown = input_value(get("/reports?month=2026-10").body, "shown");
    const auto empty =
        upload("/reports/mapping", {{"shown", shown}}, "mapping", "m.csv", to_fill.body);
    CHECK(empty.status == 409);  // nothing was filled in
    const auto table = base::csv::parse(to_fill.body).value();
    std::string filled = base::csv::line({"kind", "ours", "theirs"});
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::string ours = table.at(row, "ours");
        filled += base::csv::line({table.at(row, "kind"), ours, "X" + ours});
    }
    const auto kept = upload("/reports/mapping", {{"shown", shown}}, "mapping", "m.csv", filled);
    CHECK(kept.status == 303);
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
