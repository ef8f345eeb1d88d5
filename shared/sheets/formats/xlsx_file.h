// A book as a spreadsheet (Office Open XML, by libxlsxwriter): real numbers and dates, frozen and
// exact headers, the ids of the figures in a tab of their own, and the sheets "Kelengkapan" and
// "Definisi" that say what is missing and how each figure is counted.
#pragma once

#include "shared/base/result.h"
#include "shared/sheets/sheet.h"

#include <set>
#include <string>

namespace formats {

base::Result<std::string> xlsx_file(const sheets::Book& book);

// A name that every spreadsheet takes and no other tab has, whatever the case. `taken`: folded.
std::string tab_name(const std::string& wanted, std::set<std::string>& taken);

}  // namespace formats
