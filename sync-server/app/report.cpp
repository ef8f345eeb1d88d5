#include "sync-server/reports/month_report.h"

#include "shared/base/file.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands.h"
#include "sync-server/app/output.h"
#include "sync-server/reports/programme_report.h"
#include "sync-server/reports/trace.h"

#include <cstdio>

namespace server_app {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

Result<base::Month> month_of(const std::string& text) {
    const auto month = base::parse_month(text);
    if (!month) return Error{ErrorCode::Usage, "--month is written like 2026-03"};
    return *month;
}

Result<std::string> table_text(Centre& centre, const ReportOptions& options, base::Month month) {
    const base::Date today = base::date_in(centre.clock.now(), centre.zone);
    if (options.table == "sigizi") {
        TRY_LET(findings, reports::sigizi_findings(centre.connection, month, options.unit));
        for (const indicators::ReportFinding& each : findings) {
            std::fprintf(stderr, "periksa (%s): %s\n", std::string(each.rule).c_str(),
                         each.message_id.c_str());
        }
        return reports::sigizi_csv(centre.connection, month, options.unit, today);
    }
    if (options.table == "indicators") {
        return reports::percentages_csv(centre.connection, month, options.unit);
    }
    if (options.table == "register") {
        return reports::register_csv(centre.connection, month, options.unit, today);
    }
    if (options.table == "programme") {
        return reports::programme_csv(centre.connection, month, options.unit);
    }
    if (options.table == "families") {
        return reports::families_csv(centre.connection, month, options.unit, today);
    }
    return Error{ErrorCode::Usage,
                 "--table is sigizi, indicators, register, programme or families"};
}

}  // namespace

Status report(const ReportOptions& options) {
    if (options.format != "csv") {
        return Error{ErrorCode::Usage, "the format that this version writes is csv"};
    }
    TRY_LET(month, month_of(options.month));
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(text, table_text(*centre, options, month));
    if (options.out.empty()) {
        std::fputs(text.c_str(), stdout);
        return Done{};
    }
    const bool holds_names = options.table == "register" || options.table == "families";
    TRY(base::replace_file(options.out, text, holds_names));
    print_facts({{"file", options.out}}, options.json);
    return Done{};
}

Status trace(const ReportOptions& options) {
    TRY_LET(month, month_of(options.month));
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(rows, reports::trace(centre->connection, month, options.indicator, options.unit));
    Rows table{{"part", "name", "unit", "reason", "person", "evidence"}, {}};
    for (const reports::TraceRow& row : rows) {
        table.rows.push_back({row.part, row.name, row.unit, row.reason, row.person, row.evidence});
    }
    print(table, options.json);
    return Done{};
}

}  // namespace server_app
