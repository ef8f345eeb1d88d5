// What is hung up or put on the web tells nobody's own figure; the forms of the office tell all.
#include "sync-server/reports/published.h"

#include "shared/sheets/formats/html_file.h"
#include "sync-server/reports/figure_trace.h"
#include "tests/sync-server/reports/small_centre.h"

using namespace small_centre;

namespace {

sheets::Place village(const std::string& name) {
    return {"@" + name, name, name, "", {name}};
}

sheets::Centre centre_of(const std::vector<std::string>& names) {
    sheets::Centre centre;
    centre.whole = {std::string(sheets::kEverywhere), "Puskesmas", "", "", names};
    for (const std::string& name : names) centre.villages.push_back(village(name));
    return centre;
}

void add(sheets::Counts& counts, const std::string& unit, const std::string& code, int in, int of) {
    counts.add({kMonth, unit, code, "", 'L', sheets::kNoAge, true, in});
    counts.add({kMonth, unit, code, "", 'L', sheets::kNoAge, false, of - in});
}

// In three villages: infants of 0 to 5 months, asked, and of them breast milk only.
sheets::Sheet infants() {
    sheets::Counts counts(sheets::period_of(kMonth));
    const auto put = [&](const std::string& unit, int only_milk, int asked, int all) {
        add(counts, unit, "ID_ASI05", only_milk, asked);
        add(counts, unit, "ID_RECALL", asked, all);
    };
    put("A", 40, 60, 80);
    put("B", 2, 32, 40);  // two babies of B: hidden, and what would tell them
    put("C", 20, 30, 40);
    return reports::published_sheets(centre_of({"A", "B", "C"}), counts).at(0);
}

std::string ids_of(const std::vector<sheets::Cell>& row) {
    std::string text;
    for (std::size_t i = 1; i < row.size(); ++i) {
        text += (i == 1 ? "" : "|") + row[i].figure.text();
    }
    return text;
}

std::string text_of(const std::vector<sheets::Cell>& row) {
    std::string text;
    for (const sheets::Cell& cell : row) text += (text.empty() ? "" : "|") + to_text(cell);
    return text;
}

}  // namespace

TEST_CASE("a published table hides two babies, and what could be subtracted to find them") {
    const sheets::Sheet sheet = infants();
    CHECK(text_of(sheet.rows.at(0)) == "A|40|20|20|80|75.0|66.7");
    // B's two are in a column and a row that add up: one more of each is hidden.
    CHECK(text_of(sheet.rows.at(1)) == "B|*|30|*|40|*|*");
    CHECK(text_of(sheet.rows.at(2)) == "C|*|10|*|40|*|*");
    CHECK(text_of(sheet.rows.at(3)) == "Semua|62|60|38|160|76.3|50.8");
}

TEST_CASE("what is published carries its figure's id where it is shown, and none where hidden") {
    const sheets::Sheet sheet = infants();
    CHECK(ids_of(sheet.rows.at(0)) ==
          "ID_ASI05:2026-08:@A|ID_ASI05.SISA:2026-08:@A|ID_RECALL.SISA:2026-08:@A|"
          "ID_RECALL.DEN:2026-08:@A|ID_RECALL:2026-08:@A|ID_ASI05:2026-08:@A");
    CHECK(ids_of(sheet.rows.at(1)) == "|ID_ASI05.SISA:2026-08:@B||ID_RECALL.DEN:2026-08:@B||");
    CHECK(sheet.rows.at(3).at(1).figure == "ID_ASI05:2026-08:SEMUA");
    for (const auto& row : sheet.rows) {
        for (std::size_t i = 1; i < row.size(); ++i) {
            CHECK(row[i].figure.empty() == (to_text(row[i]) == "*"));
        }
    }
}

TEST_CASE("a published percentage of fewer than 25 is hidden, of fewer than 50 in brackets") {
    sheets::Counts counts(sheets::period_of(kMonth));
    add(counts, "A", "ID_IMD", 10, 20);
    add(counts, "B", "ID_IMD", 20, 30);
    const auto sheet = reports::published_sheets(centre_of({"A", "B"}), counts).at(1);
    CHECK(text_of(sheet.rows.at(0)) == "A|10|10|20|*");
    CHECK(text_of(sheet.rows.at(1)) == "B|20|10|30|(66.7)");
    CHECK(sheet.rows.at(1).at(4).figure == "ID_IMD:2026-08:@B");
    CHECK(text_of(sheet.rows.at(2)) == "Semua|30|20|50|60.0");
}

TEST_CASE_FIXTURE(Centre,
                  "one baby in a village is not published, and stands in the official form") {
    add_recall(add_infant("Adi", "2026-05-10"), add_visit("2026-08-12"), "2026-08-12");
    siti.sync();
    const auto made = reports::published_book(connection(), asked({}));
    REQUIRE(made.ok());
    for (const sheets::Sheet& sheet : made.value().book.sheets) {
        for (const auto& row : sheet.rows) {
            for (const sheets::Cell& cell : row) {
                if (cell.kind == sheets::CellKind::Text) {
                    CHECK(cell.figure.empty());  // a name, or hidden
                    continue;
                }
                CHECK(cell.integer == 0);
                const auto traced = reports::trace_figure(connection(), cell.figure, kZone);
                CAPTURE(cell.figure);
                REQUIRE(traced.ok());
                CHECK(traced.value().shown() == 0);
            }
        }
    }
    // What is missing is said without its numbers and names.
    CHECK(made.value().book.missing ==
          std::vector<std::string>{"Data belum lengkap ketika tabel ini dibuat."});
    CHECK(made.value().missing == book("indicators").missing);  // who makes it is told all of it
    CHECK(made.value().missing != made.value().book.missing);
    const std::string page = formats::html_file(made.value().book);
    CHECK(page.find("Adi") == std::string::npos);
    CHECK(page.find("P1") == std::string::npos);
    CHECK(book("sigizi").sheets.at(0).rows.size() > 0);
    const auto form = formats::html_file(book("sigizi"));
    CHECK(form.find(">1<") != std::string::npos);  // never suppressed

    reports::Asked of_one = asked({});
    of_one.unit = "P1";
    CHECK_FALSE(reports::published_book(connection(), of_one).ok());
}
