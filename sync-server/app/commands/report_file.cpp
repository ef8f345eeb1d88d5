#include "sync-server/app/commands/report_file.h"

#include "shared/base/file.h"
#include "shared/sheets/formats/csv_file.h"
#include "shared/sheets/formats/html_file.h"
#include "shared/sheets/formats/xlsx_file.h"
#include "sync-server/app/commands/output.h"

#include <cstdio>

namespace server_app {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;

Result<sheets::Period> period_of(const std::string& month, const std::string& period) {
    if (month.empty() && period.empty()) {
        return Error{ErrorCode::Usage, "say which: --month 2026-03 or --period 2026-Q1"};
    }
    const auto parsed = sheets::parse_period(month.empty() ? period : month);
    const bool is_month = parsed && parsed->kind == sheets::Period::Kind::OneMonth;
    if (!month.empty() && !is_month) {
        return Error{ErrorCode::Usage, "--month is written like 2026-03"};
    }
    if (!parsed)
        return Error{ErrorCode::Usage, "--period is written like 2026-Q3, 2026-S1 or 2026"};
    return *parsed;
}

Result<std::string> book_bytes(const sheets::Book& book, const std::string& format) {
    if (format == "xlsx") return formats::xlsx_file(book);
    if (format == "html") return formats::html_file(book);
    if (format != "csv") {
        return Error{ErrorCode::Usage,
                     "--format is csv, xlsx, html, dhis2, adx, fhir or month, not " + format};
    }
    if (book.sheets.size() != 1) {
        return Error{ErrorCode::Usage,
                     "a csv file holds one table: give one --table (and --unit), or take xlsx"};
    }
    return formats::csv_file(book.sheets.front());
}

base::Status write_report(const std::string& out, const std::string& bytes, bool holds_names,
                          bool as_json) {
    if (out.empty()) {
        std::fwrite(bytes.data(), 1, bytes.size(), stdout);
        return Done{};
    }
    const auto written = base::replace_file(out, bytes, holds_names);
    if (!written.ok()) {
        return Error{written.error().code,
                     "the report was not written, and nothing of it stands there: " +
                         written.error().message};
    }
    print_facts({{"file", out}}, as_json);
    return Done{};
}

}  // namespace server_app
