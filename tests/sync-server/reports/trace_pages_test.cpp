// The desk opens a figure page by page, and reads of the health centre only who is on the page.
#include "sync-server/reports/figure_trace.h"
#include "sync-server/reports/month_closing.h"
#include "tests/sync-server/reports/small_centre.h"

using namespace small_centre;

namespace {

struct Pages : Centre {
    Pages() {
        const auto visit = add_visit("2026-08-20");
        add_recall(add_infant("Adi", "2026-06-02"), visit, "2026-08-20");
        add_recall(add_infant("Budi", "2026-06-03"), visit, "2026-08-20", "1");
        add_infant("Cici", "2026-07-04", "P");
        add_infant("Dedi", "2026-08-10");
        add_infant("Edi", "2025-11-10");
        stay(add_infant("Fitri", "2026-05-11", "P"), "P2");
        stay(add_infant("Gani", "2026-08-12"), "");
        for (const int births : {3, 1}) add_tally(births);
        siti.sync();
        REQUIRE(siti.status().is_green());
    }

    // At P1 for a while; at home in `unit`, or elsewhere.
    void stay(const base::RecordId& infant, const std::string& unit) {
        base::Fields fields =
            fields_of(R"({"residence":"TEMPORARY","residence_since":"2026-01-02"})");
        if (!unit.empty()) fields.set("residence_from_unit", unit);
        if (unit.empty()) fields.set("residence_from_text", "Kudus");
        siti.edit(infant, fields);
    }
    void add_tally(int births) {
        base::Fields fields = fields_of(R"({"month":"2026-08","imd":1})");
        fields.set_integer("live_births", births);
        siti.add("tally", fields, "P1");
    }

    static std::string text_of(const reports::Behind& row) {
        return row.part + " " + row.unit + " " + row.name + " " + row.person + " " + row.reason +
               " " + row.evidence + " " + row.visited_by +
               (row.is_counted_here ? "" : " elsewhere") + "\n";
    }
    reports::FigureTrace page(const std::string& id, const std::vector<std::string>& units,
                              std::size_t first, std::size_t count) {
        auto found = reports::trace_page(connection(), id, {units, first, count});
        REQUIRE_MESSAGE(found.ok(), found.error().message);
        return std::move(found).value();
    }
    // Of as many pages as there are.
    std::string all_pages(const std::string& id, const reports::FigureTrace& whole,
                          std::size_t count) {
        std::string text;
        for (std::size_t first = 0; first < whole.rows.size(); first += count) {
            const auto found = page(id, {"P1", "P2"}, first, count);
            CHECK(found.value == whole.value);
            CHECK(found.of == whole.of);
            CHECK(found.rows_in_all == whole.rows.size());
            CHECK(found.rows.size() == std::min(count, whole.rows.size() - first));
            for (const reports::Behind& row : found.rows) text += text_of(row);
        }
        CHECK(page(id, {"P1", "P2"}, whole.rows.size(), count).rows.empty());
        return text;
    }
    void check(const std::string& id) {
        CAPTURE(id);
        const auto whole = reports::trace_figure(connection(), id, kZone);
        REQUIRE_MESSAGE(whole.ok(), whole.error().message);
        std::string text;
        for (const reports::Behind& row : whole.value().rows) text += text_of(row);
        for (const std::size_t count : {1U, 2U, 3U, 50U}) {
            CHECK(all_pages(id, whole.value(), count) == text);
        }
    }
};

const std::vector<std::string> kFigures = {
    "ID_RECALL",   "SIGIZI_14",   "ID_IMD",        "SIGIZI_21",  "SIGIZI_23",   "WHO_AG",
    "SIGIZI_21.P", "ID_RECALL.L", "TIMBANG_D.0-5", "WHO_AG.EBF", "ID_ASI05.DEN"};

}  // namespace

TEST_CASE_FIXTURE(Pages, "the pages of a figure one after another are all who stand behind it") {
    for (const std::string& figure : kFigures) {
        for (const char* place : {"SEMUA", "P1", "P2"}) {
            check(figure + ":2026-08:" + place);
        }
        check(figure + ":2026-Q3:SEMUA");
    }
    // They are not empty: two asked and one not; who stays is not counted where she stays.
    const auto recalled = page("ID_RECALL:2026-08:SEMUA", {"P1", "P2"}, 0, 50);
    CHECK(recalled.value == 2);
    CHECK(recalled.of == 5);
    const auto births = page("SIGIZI_14:2026-08:SEMUA", {"P1", "P2"}, 0, 50);
    CHECK(births.value == 5);  // Dedi, and four without a name
}

TEST_CASE_FIXTURE(Pages, "a closed month's pages, and a quarter's around it, are all of it too") {
    REQUIRE(reports::close_month(connection(), kMonth, kNow, kZone, "command-line").ok());
    add_infant("Hadi", "2026-08-02");
    siti.sync();
    for (const std::string& figure : kFigures) {
        check(figure + ":2026-08:SEMUA");
        check(figure + ":2026-Q3:SEMUA");
    }
    CHECK(page("SIGIZI_14:2026-08:SEMUA", {"P1", "P2"}, 0, 50).value == 5);
}

TEST_CASE_FIXTURE(Pages, "a page shows and counts only the posyandu that its reader may see") {
    const auto theirs = page("SIGIZI_21:2026-08:SEMUA", {"P2"}, 0, 50);
    REQUIRE(theirs.rows.size() == 1);  // Fitri, who stays at P1
    CHECK(theirs.rows[0].name == "Fitri");
    CHECK(theirs.value == 1);
    CHECK(page("SIGIZI_21:2026-08:SEMUA", {}, 0, 50).rows_in_all == 0);
}
