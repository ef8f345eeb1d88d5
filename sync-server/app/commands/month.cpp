#include "sync-server/reports/month_closing.h"
#include "sync-server/reports/since_closing.h"

#include "sync-server/app/centre.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/app/commands/output.h"
#include "sync-server/app/commands/report_file.h"
#include "sync-server/reports/completeness.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/records/records.h"

#include <cstdio>

namespace server_app {

using base::Done;
using base::Result;

namespace {

Result<base::Month> month_of(const MonthOptions& options) {
    TRY_LET(period, period_of(options.month, ""));
    return period.last;
}

void say(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) std::printf("%s\n", line.c_str());
}

Result<std::string> name_of(db::Connection& connection, const std::string& person) {
    TRY_LET(found, server_store::find_record(connection, person));
    return found ? found->record.fields.text("full_name") : std::string();
}

Status print_persons(Centre& centre, const reports::Differences& since, bool as_json) {
    Rows table{{"indicator", "name", "then", "now", "reason", "unit", "person"}, {}};
    for (const reports::PersonDifference& each : since.persons) {
        TRY_LET(name, name_of(centre.connection, each.person));
        table.rows.push_back({each.indicator, name, each.part_then.empty() ? "-" : each.part_then,
                              each.part_now.empty() ? "-" : each.part_now, each.reason_now,
                              each.unit_now.empty() ? each.unit_then : each.unit_now, each.person});
    }
    if (as_json || !table.rows.empty()) print(table, as_json);
    return Done{};
}

}  // namespace

Status month_close(const MonthOptions& options) {
    TRY_LET(month, month_of(options));
    TRY_LET(centre, open_centre(options.data));
    TRY(reports::close_month(centre->connection, month, centre->clock.now(), centre->zone,
                             server_store::kCommandLine));
    print_facts({{"month", base::to_text(month)}, {"state", "closed"}}, options.json);
    return Done{};
}

Status month_reopen(const MonthOptions& options) {
    TRY_LET(month, month_of(options));
    TRY_LET(centre, open_centre(options.data));
    TRY(reports::reopen_month(centre->connection, month, centre->clock.now(),
                              server_store::kCommandLine, options.reason));
    print_facts({{"month", base::to_text(month)}, {"state", "open"}}, options.json);
    return Done{};
}

Status month_show(const MonthOptions& options) {
    TRY_LET(month, month_of(options));
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(missing, reports::missing_in(centre->connection, sheets::period_of(month), "",
                                         centre->clock.now(), centre->zone));
    TRY_LET(closing, reports::closing_words(centre->connection, month, centre->zone));
    TRY_LET(since, reports::differences_since(centre->connection, month));
    if (!options.json) {
        if (closing.empty()) std::printf("%s masih terbuka.\n", sheets::words_id(month).c_str());
        say(closing);
        if (!missing.empty()) std::printf("Belum lengkap:\n");
        say(missing);
    }
    return print_persons(*centre, since, options.json);
}

}  // namespace server_app
