// A month's reports as files: what is missing in them, who may have them, and from an id in one
// back to the people.
#include "tests/sync-server/console/october.h"

#include "shared/base/csv.h"
#include "sync-server/overview/overview.h"
#include "sync-server/store/meta.h"

using namespace console_test;

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
