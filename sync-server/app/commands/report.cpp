#include "shared/base/file.h"
#include "shared/base/text.h"
#include "shared/sheets/sheet.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/app/commands/output.h"
#include "sync-server/app/commands/report_file.h"
#include "sync-server/reports/completeness.h"
#include "sync-server/reports/exchange_report.h"
#include "sync-server/reports/figure_trace.h"
#include "sync-server/reports/month_report.h"
#include "sync-server/reports/programme_report.h"
#include "sync-server/reports/published.h"
#include "sync-server/reports/report_tables.h"

#include <algorithm>
#include <cstdio>

namespace server_app {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

void say(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) std::fprintf(stderr, "- %s\n", line.c_str());
}

// V051, V052: said beside the file, never a reason to hold it back.
Status say_findings(Centre& centre, base::Month month, const std::string& unit) {
    TRY_LET(findings, reports::sigizi_findings(centre.connection, month, unit));
    for (const indicators::ReportFinding& each : findings) {
        std::fprintf(stderr, "periksa (%s): %s\n", std::string(each.rule).c_str(),
                     each.message_id.c_str());
    }
    return Done{};
}

Result<std::vector<std::string>> tables_of(const ReportOptions& options) {
    std::vector<std::string> names = options.tables;
    if (names.empty()) names = {"sigizi"};
    if (names == std::vector<std::string>{"all"}) names = reports::official_tables(options.unit);
    for (const std::string& name : names) {
        if (reports::find_report_table(name) != nullptr) continue;
        std::vector<std::string> known = {"all"};
        for (const auto& each : reports::report_tables()) known.emplace_back(each.name);
        return Error{ErrorCode::Usage, "--table is one of " + base::joined(known, ", ")};
    }
    return names;
}

// The choice to go on is a person's. Lists that stay in the house are only told about it.
Status check_complete(const std::vector<std::string>& missing, const ReportOptions& options,
                      bool stays_here) {
    if (missing.empty()) return Done{};
    std::fprintf(stderr, "Belum lengkap:\n");
    say(missing);
    if (options.is_incomplete || stays_here) return Done{};
    return Error{ErrorCode::Refused,
                 "something is missing; nothing was written. With --incomplete it is written all "
                 "the same, and the file says what is missing"};
}

Status write_book(const ReportOptions& options, const sheets::Book& book) {
    const bool holds_names = sheets::holds_names(book);
    const bool stays_here = std::all_of(book.sheets.begin(), book.sheets.end(),
                                        [](const auto& sheet) { return sheet.holds_names; });
    TRY(check_complete(book.missing, options, stays_here));
    say(book.closing);
    TRY_LET(bytes, book_bytes(book, options.format));
    TRY(write_report(options.out, bytes, holds_names, options.json));
    if (options.format != "csv" || options.out.empty() || stays_here) return Done{};
    // A CSV has no place for words: what is missing, and the figures' ids, stand beside it.
    return base::replace_file(options.out + ".catatan.txt", reports::notes_of(book));
}

Status write_exchange(Centre& centre, const ReportOptions& options, const reports::Asked& asked) {
    std::string mapping;
    if (options.format == "dhis2" || options.format == "adx") {
        if (options.mapping.empty()) {
            return Error{ErrorCode::Usage,
                         "--mapping FILE says what the other system calls our places and figures; "
                         "the page of the reports has the file to fill in"};
        }
        TRY_LET(text, base::read_file(options.mapping));
        mapping = text;
    }
    TRY_LET(made, reports::make_exchange(centre.connection, asked, options.format, mapping));
    std::vector<std::string> missing = made.missing;
    missing.insert(missing.end(), made.unmapped.begin(), made.unmapped.end());
    TRY(check_complete(missing, options, false));  // it leaves the house
    return write_report(options.out, made.bytes, made.holds_names, options.json);
}

// Lists whose rows programs read, as the laptop writes the same ones.
Result<std::string> list_text(Centre& centre, const reports::Asked& asked) {
    const base::Month month = asked.period.last;
    const base::Date today = base::date_in(asked.now, asked.zone);
    const std::string& table = asked.tables.front();
    if (table == "register") {
        return reports::register_csv(centre.connection, month, asked.unit, today);
    }
    if (table == "families") {
        return reports::families_csv(centre.connection, month, asked.unit, today);
    }
    return reports::programme_csv(centre.connection, month, asked.unit);
}

Status write_list(Centre& centre, const ReportOptions& options, const reports::Asked& asked) {
    const bool stays_here = reports::find_report_table(asked.tables.front())->holds_names;
    TRY_LET(missing, reports::missing_in(centre.connection, asked.period, asked.unit, asked.now,
                                         asked.zone));
    TRY(check_complete(missing, options, stays_here));
    TRY_LET(text, list_text(centre, asked));
    return write_report(options.out, text, stays_here, options.json);
}

bool is_list(const reports::Asked& asked, const std::string& format) {
    const bool is_month = asked.period.kind == sheets::Period::Kind::OneMonth;
    if (format != "csv" || asked.tables.size() != 1 || !is_month) return false;
    const std::string& table = asked.tables.front();
    return table == "register" || table == "families" || table == "programme";
}

Status write_published(Centre& centre, const ReportOptions& options, const reports::Asked& asked) {
    if (!options.tables.empty() || (options.format != "xlsx" && options.format != "html")) {
        return Error{ErrorCode::Usage,
                     "--published makes its own tables, as --format xlsx or html; official forms "
                     "are never shortened"};
    }
    TRY_LET(made, reports::published_book(centre.connection, asked));
    // The file only says that something is missing; who makes it is told what.
    say(made.missing);
    return write_book(options, made.book);
}

}  // namespace

Status report(const ReportOptions& options) {
    TRY_LET(period, period_of(options.month, options.period));
    TRY_LET(tables, tables_of(options));
    TRY_LET(centre, open_centre(options.data));
    const reports::Asked asked{period,       options.unit,     tables, centre->clock.now(),
                               centre->zone, options.household};
    if (options.is_published) return write_published(*centre, options, asked);
    if (reports::is_exchange(options.format)) return write_exchange(*centre, options, asked);
    if (is_list(asked, options.format)) return write_list(*centre, options, asked);
    const bool has_sigizi = std::find(tables.begin(), tables.end(), "sigizi") != tables.end();
    if (has_sigizi) TRY(say_findings(*centre, period.last, options.unit));
    TRY_LET(book, reports::make_book(centre->connection, asked));
    return write_book(options, book);
}

namespace {

std::string id_of(const TraceOptions& options) {
    if (!options.figure.empty()) return options.figure;
    const std::string place =
        options.unit.empty() ? std::string(sheets::kEverywhere) : options.unit;
    return options.indicator + ":" + options.month + ":" + place;
}

}  // namespace

Status trace(const TraceOptions& options) {
    const bool has_parts = !options.month.empty() && !options.indicator.empty();
    if (options.figure.empty() && !has_parts) {
        return Error{ErrorCode::Usage, "trace wants a figure's id, or --month and --indicator"};
    }
    TRY_LET(centre, open_centre(options.data));
    const auto reading = options.is_now ? reports::Reading::AsNow : reports::Reading::AsReported;
    TRY_LET(found,
            reports::trace_figure(centre->connection, id_of(options), centre->zone, reading));
    if (!options.json) {
        say(found.closing);
        std::printf("%s (%s): %d", to_text(found.id).c_str(), found.name.c_str(), found.shown());
        const bool is_part = found.of != found.value && found.id.share != sheets::Share::Whole;
        if (is_part) std::printf(" dari %d", found.of);
        std::printf("\n");
    }
    Rows table{{"part", "name", "unit", "reason", "on", "what", "by", "head", "rt", "rw", "person",
                "evidence", "visit", "month"},
               {}};
    for (const reports::Behind& row : found.rows) {
        table.rows.push_back({row.part, row.name, row.unit, row.reason, row.on, row.evidence_type,
                              row.visited_by, row.household_head, row.rt, row.rw, row.person,
                              row.evidence, row.visit, row.month});
    }
    print(table, options.json);
    return Done{};
}

}  // namespace server_app
