// A book as one printable page in Indonesian: A4, a head on every sheet, place for signatures, page
// numbers by CSS, drawings above their tables. No scripts, nothing from outside.
#pragma once

#include "shared/sheets/sheet.h"

namespace formats {

std::string html_file(const sheets::Book& book);

}  // namespace formats
