// A workbook with one sheet, written as other programs write it.
#pragma once

#include <map>
#include <string>

namespace importing_test {

using Parts = std::map<std::string, std::string>;  // path in the archive -> text

std::string zip_of(const Parts& parts);
// `rows`: the inside of <sheetData>; `texts`: the inside of <sst>.
Parts workbook(const std::string& rows, const std::string& texts = "");

}  // namespace importing_test
