#include "tests/sync-server/importing/workbooks.h"

#include <doctest/doctest.h>
#include <zip.h>

namespace importing_test {

std::string zip_of(const Parts& parts) {
    zip_error_t error;
    zip_source_t* kept = zip_source_buffer_create(nullptr, 0, 0, &error);
    REQUIRE(kept != nullptr);
    zip_source_keep(kept);
    zip_t* archive = zip_open_from_source(kept, ZIP_TRUNCATE, &error);
    REQUIRE(archive != nullptr);
    for (const auto& [path, text] : parts) {
        zip_source_t* part = zip_source_buffer(archive, text.data(), text.size(), 0);
        REQUIRE(zip_file_add(archive, path.c_str(), part, ZIP_FL_OVERWRITE) >= 0);
    }
    REQUIRE(zip_close(archive) == 0);
    zip_stat_t about;
    REQUIRE(zip_source_stat(kept, &about) == 0);
    std::string bytes(about.size, '\0');
    REQUIRE(zip_source_open(kept) == 0);
    REQUIRE(zip_source_read(kept, bytes.data(), bytes.size()) ==
            static_cast<zip_int64_t>(bytes.size()));
    zip_source_close(kept);
    zip_source_free(kept);
    return bytes;
}

Parts workbook(const std::string& rows, const std::string& texts) {
    return {
        {"xl/workbook.xml",
         R"(<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/)"
         R"(spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/)"
         R"(2006/relationships"><sheets><sheet name="Data" sheetId="1" r:id="rId7"/>)"
         R"(<sheet name="Lain" sheetId="2" r:id="rId8"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
         R"(<Relationship Id="rId8" Type="t" Target="worksheets/sheet1.xml"/>)"
         R"(<Relationship Id="rId7" Type="t" Target="worksheets/sheet2.xml"/></Relationships>)"},
        {"xl/styles.xml",
         R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\-mm\-yyyy"/>)"
         R"(<numFmt numFmtId="165" formatCode="0.0 &quot;hari&quot;"/></numFmts>)"
         R"(<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>)"
         R"(<xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>)"},
        {"xl/sharedStrings.xml", "<sst>" + texts + "</sst>"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>"},
        {"xl/worksheets/sheet2.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
    };
}

}  // namespace importing_test
