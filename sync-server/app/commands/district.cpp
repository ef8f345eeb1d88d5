#include "sync-server/reports/district.h"

#include "shared/base/clock.h"
#include "shared/base/csv.h"
#include "shared/base/file.h"
#include "shared/base/text.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/app/commands/report_file.h"
#include "sync-server/reports/exchange_report.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace server_app {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::string_view kMonthFileBegin = "{\"kawan_month_file\"";

// By its content, whatever whoever made it called it: `report --out` takes any name.
bool is_month_file(const std::filesystem::path& path) {
    if (path.extension() == ".json") return true;  // a damaged one is said
    std::string begin(kMonthFileBegin.size(), '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
    return file && begin == kMonthFileBegin;
}

Result<std::vector<std::string>> files_in(const std::string& folder) {
    std::error_code failed;
    std::vector<std::string> names;
    for (std::filesystem::directory_iterator at(folder, failed), end; !failed && at != end;
         at.increment(failed)) {
        if (is_month_file(at->path())) names.push_back(at->path().string());
    }
    if (failed) return Error{ErrorCode::NotFound, "the folder " + folder + " cannot be read"};
    std::sort(names.begin(), names.end());
    return names;
}

// A file that cannot be read stops no other; it is said.
Result<std::vector<reports::DistrictFile>> read_files(const std::string& folder) {
    TRY_LET(names, files_in(folder));
    std::vector<reports::DistrictFile> files;
    for (const std::string& name : names) {
        TRY_LET(text, base::read_file(name));
        auto parsed = formats::parse_month_file(text);
        if (!parsed.ok()) {
            std::fprintf(stderr, "- %s: %s\n", name.c_str(), parsed.error().message.c_str());
            continue;
        }
        files.push_back({name, std::move(parsed).value()});
    }
    if (files.empty()) {
        return Error{ErrorCode::NotFound, "no month file stands in " + folder};
    }
    return files;
}

Result<std::vector<std::string>> expected_of(const std::string& file) {
    std::vector<std::string> names;
    if (file.empty()) return names;
    TRY_LET(text, base::read_file(file));
    auto parsed = base::csv::parse_filled_in(text);
    if (!parsed.ok()) return std::move(parsed).error().during(file);
    for (std::size_t row = 0; row < parsed.value().rows.size(); ++row) {
        const std::string name = base::trimmed(parsed.value().at(row, "centre"));
        if (!name.empty()) names.push_back(name);
    }
    if (names.empty()) return Error{ErrorCode::Usage, file + " has no column centre with names"};
    return names;
}

}  // namespace

Status district(const DistrictOptions& options) {
    TRY_LET(period, period_of(options.month, options.period));
    TRY_LET(files, read_files(options.in));
    TRY_LET(expected, expected_of(options.centres));
    const base::Date today = base::date_in(base::SystemClock().now(), base::Zone());
    sheets::Book book = reports::district_book(files, expected, period, today);
    for (const std::string& each : book.missing) std::fprintf(stderr, "- %s\n", each.c_str());
    const std::string notes = reports::notes_of(book);
    const bool is_csv = options.format == "csv";
    if (is_csv) book.sheets.resize(1);
    TRY_LET(bytes, book_bytes(book, options.format));
    TRY(write_report(options.out, bytes, false, options.json));
    if (!is_csv || options.out.empty()) return base::Done{};
    return base::replace_file(options.out + ".catatan.txt", notes);
}

}  // namespace server_app
