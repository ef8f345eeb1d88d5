// One sheet as CSV (RFC 4180, UTF-8, formula-safe): the headers and rows alone, since programs read
// it. Notes and completeness travel in a second file, `notes_text`, where the receiver allows one.
#pragma once

#include "shared/sheets/sheet.h"

namespace formats {

std::string csv_file(const sheets::Sheet& sheet);
// For people: what is missing, what stays empty, how each figure is counted, and the id of each.
std::string notes_text(const sheets::Book& book);

}  // namespace formats
