// Drawings of a sheet, as SVG inside a page: nothing from outside, readable in black and white too.
#pragma once

#include "shared/sheets/sheet.h"

namespace formats {

// What `sheet.chart` asks for; "" for none or where nothing is known.
std::string chart_of(const sheets::Sheet& sheet);

}  // namespace formats
