// Files read back by programs that are not ours: Python's strict readers, and xmllint with a
// schema. LibreOffice and a FHIR validator: calc/ and fhir/.
#include "shared/base/file.h"
#include "shared/sheets/formats/csv_file.h"
#include "shared/sheets/formats/xlsx_file.h"
#include "sync-server/reports/exchange_report.h"
#include "tests/sync-server/reports/small_centre.h"

#include <cstdlib>

using namespace small_centre;

namespace {

const std::string kHere = std::string(KAWAN_SOURCE_DIR) + "/tests/sync-server/reports/outside/";

struct Files : Centre {
    Files() {
        base::Fields consent = fields_of(
            R"({"given_by":"SELF","scopes":"CARE SHARE_PKM","method":"WRITTEN","text_version":"1",)"
            R"("given_at":"2026-08-12T09:00:00+07:00"})");
        consent.set("person_id", mother.text());
        siti.add("consent", consent, "P1");
        add_recall(add_infant("=Adi, \"A\"", "2026-05-10"), add_visit("2026-08-12"), "2026-08-12");
        siti.sync();
    }
    std::string put(const std::string& name, const std::string& bytes) {
        const std::string path = folder.path(name);
        REQUIRE(base::replace_file(path, bytes).ok());
        return path;
    }
    std::string exchanged(const std::string& format, std::vector<std::string> tables) {
        const std::string mapping =
            "kind,ours,theirs,category_option_combo,adx\ndataset,,ASI,,\nplace,P1,OU1,,\n"
            "place,P2,OU2,,\nfigure,SIGIZI_21,BAYI,,\nfigure,SIGIZI_22.L,RECALL,L,sex=L\n";
        auto made = reports::make_exchange(connection(), asked(std::move(tables)), format, mapping);
        REQUIRE_MESSAGE(made.ok(), made.error().message);
        return put(format, made.value().bytes);
    }
};

bool is_read(const std::string& kind, const std::string& file) {
    return std::system(("python3 " + kHere + "read_back.py " + kind + " " + file).c_str()) == 0;
}

}  // namespace

TEST_CASE_FIXTURE(Files, "a spreadsheet is read back with its headers, numbers and frozen row") {
    const auto bytes = formats::xlsx_file(book("sigizi"));
    REQUIRE(bytes.ok());
    CHECK(is_read("xlsx", put("sigizi.xlsx", bytes.value())));
}

TEST_CASE_FIXTURE(Files, "a strict reader takes the CSV files") {
    for (const char* table : {"sigizi", "register", "cohort", "ppgbm", "lb3"}) {
        CHECK(is_read("csv", put("table.csv", formats::csv_file(book(table).sheets.at(0)))));
    }
}

TEST_CASE_FIXTURE(Files, "DHIS2 and FHIR have the shape that is documented") {
    CHECK(is_read("dhis2", exchanged("dhis2", {"sigizi"})));
    CHECK(is_read("fhir", exchanged("fhir", {"sigizi"})));
    CHECK(is_read("persons", exchanged("fhir", {"persons"})));
}

TEST_CASE_FIXTURE(Files, "ADX holds to its schema") {
    const std::string file = exchanged("adx", {"sigizi"});
    CHECK(std::system(("xmllint --noout --schema " + kHere + "adx.xsd " + file).c_str()) == 0);
}
