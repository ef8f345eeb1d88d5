// A spreadsheet opened by LibreOffice, and every cell of every sheet read back. Without it there is
// nothing to open it with, and the test says so: apt-get install libreoffice-calc-nogui.
#include "shared/base/file.h"
#include "shared/sheets/formats/csv_file.h"
#include "shared/sheets/formats/xlsx_file.h"
#include "tests/sync-server/reports/small_centre.h"

#include <cstdlib>

using namespace small_centre;

namespace {

bool has_calc() {
    if (std::system("command -v soffice >/dev/null") == 0) return true;
    MESSAGE("not tried: there is no soffice here");
    return false;
}

void check_by_calc(Centre& centre, const std::string& name, const sheets::Book& made) {
    const std::string file = centre.folder.path(name + ".xlsx");
    const auto bytes = formats::xlsx_file(made);
    REQUIRE(bytes.ok());
    REQUIRE(base::replace_file(file, bytes.value()).ok());
    const std::string csv = centre.folder.path(name + ".csv");
    REQUIRE(base::replace_file(csv, formats::csv_file(made.sheets.at(0))).ok());
    const std::string command = "python3 " KAWAN_SOURCE_DIR
                                "/tests/sync-server/reports/outside/calc/by_calc.py " +
                                file + " " + csv;
    CHECK(std::system(command.c_str()) == 0);
}

}  // namespace

TEST_CASE_FIXTURE(Centre, "LibreOffice reads our spreadsheets cell by cell as they were written") {
    if (!has_calc()) return;
    add_recall(add_infant("=Adi, \"A\"", "2026-05-10"), add_visit("2026-08-12"), "2026-08-12");
    siti.sync();
    for (const char* table : {"sigizi", "lb3", "register", "weekly"}) {
        CAPTURE(table);
        check_by_calc(*this, table, book(table));
    }
}

TEST_CASE_FIXTURE(Centre, "LibreOffice reads a list of a whole centre, written row by row") {
    if (!has_calc()) return;
    add_infant("=Adi, \"A\"", "2026-05-10");
    siti.sync();
    sheets::Book made = book("register");
    auto& rows = made.sheets.at(0).rows;
    REQUIRE(!rows.empty());
    rows.resize(100'000 / made.sheets.at(0).headers.size() + 100, rows.front());
    check_by_calc(*this, "long", made);
}
