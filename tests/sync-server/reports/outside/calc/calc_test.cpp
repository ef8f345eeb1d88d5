// A spreadsheet opened by LibreOffice, and every cell of every sheet read back. Without it there is
// nothing to open it with, and the test says so: apt-get install libreoffice-calc-nogui.
#include "shared/base/file.h"
#include "shared/sheets/formats/csv_file.h"
#include "shared/sheets/formats/xlsx_file.h"
#include "tests/sync-server/reports/small_centre.h"

#include <cstdlib>

using namespace small_centre;

TEST_CASE_FIXTURE(Centre, "LibreOffice reads our spreadsheets cell by cell as they were written") {
    if (std::system("command -v soffice >/dev/null") != 0) {
        MESSAGE("not tried: there is no soffice here");
        return;
    }
    add_recall(add_infant("=Adi, \"A\"", "2026-05-10"), add_visit("2026-08-12"), "2026-08-12");
    siti.sync();
    for (const char* table : {"sigizi", "lb3", "register", "weekly"}) {
        CAPTURE(table);
        const sheets::Book made = book(table);
        const std::string file = folder.path(std::string(table) + ".xlsx");
        const auto bytes = formats::xlsx_file(made);
        REQUIRE(bytes.ok());
        REQUIRE(base::replace_file(file, bytes.value()).ok());
        const std::string csv = folder.path(std::string(table) + ".csv");
        REQUIRE(base::replace_file(csv, formats::csv_file(made.sheets.at(0))).ok());
        const std::string command = "python3 " KAWAN_SOURCE_DIR
                                    "/tests/sync-server/reports/outside/calc/by_calc.py " +
                                    file + " " + csv;
        CHECK(std::system(command.c_str()) == 0);
    }
}
