// What every command that writes a report has in common: its period, and the file written beside
// and renamed, or printed.
#pragma once

#include "shared/base/result.h"
#include "shared/sheets/period.h"
#include "shared/sheets/sheet.h"

#include <string>

namespace server_app {

base::Result<sheets::Period> period_of(const std::string& month, const std::string& period);
// csv, xlsx and html; Usage for any other.
base::Result<std::string> book_bytes(const sheets::Book& book, const std::string& format);
// Printed without a name. `holds_names`: readable by the owner only.
base::Status write_report(const std::string& out, const std::string& bytes, bool holds_names,
                          bool as_json);

}  // namespace server_app
