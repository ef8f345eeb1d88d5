// What a coordinator waits for: the month settled, its table written, one person counted anew.
#include "sync-server/reports/month_report.h"
#include "sync-server/reports/settling.h"
#include "sync-server/reports/trace.h"
#include "sync-server/store/facts.h"
#include "sync-server/store/records.h"
#include "tools/figures/centre.h"
#include "tools/figures/district.h"
#include "tools/figures/figure.h"
#include "tools/figures/laptop.h"
#include "tools/figures/measuring.h"

namespace figures {

namespace {

constexpr std::int64_t kMothers = 2650;  // about 10,000 persons, 116,000 records and edits
constexpr int kRuns = 5;
constexpr int kPersons = 50;

base::Month month() {
    return std::chrono::year(2026) / 9;
}

// The bare loop beside a report: every record's text read once, in the order of the table.
double bare_scan_ms(db::Connection& connection) {
    return median_ms(kRuns,
                     [&] { must(connection.number("SELECT sum(length(fields)) FROM record")); });
}

Figure settle(db::Connection& connection, std::int64_t persons, double bare) {
    const Stopwatch watch;
    must(reports::settle(connection, month()));
    return {"settle_month", "ms", watch.ms(), bare, persons};
}

Figure recount(db::Connection& connection) {
    const auto persons = must(server_store::ids_of_type(connection, "person"));
    std::size_t next = 0;
    const double ms = median_ms(kPersons, [&] {
        must(server_store::mark_dirty(connection, persons[next++ % persons.size()]));
        must(reports::settle(connection, month()));
    });
    return {"recount_person", "ms", ms, std::nullopt, kPersons};
}

std::vector<Figure> measure(const Options& options) {
    const District district = make_district(options.n.value_or(kMothers));
    Centre centre(options.scratch, district.units);
    {
        Laptop laptop(options.scratch + "/laptop.db", centre.enrol("Bu Satu", district.units),
                      centre.url());
        laptop.save(district.writes);
        laptop.sync();
    }
    db::Connection& connection = centre.connection();
    const auto persons =
        must(connection.number("SELECT count(*) FROM record WHERE type = 'person'"));
    const double bare = bare_scan_ms(connection);
    std::vector<Figure> figures = {settle(connection, persons, bare)};
    const base::Date today = base::last_day(base::add_months(month(), 1));
    const double table = median_ms(kRuns, [&] {
        must(reports::sigizi_csv(connection, month(), "", today));
        must(reports::percentages_csv(connection, month(), ""));
    });
    figures.push_back({"report_month", "ms", table, bare, persons});
    const double trace =
        median_ms(kRuns, [&] { must(reports::trace(connection, month(), "ID_RECALL", "")); });
    figures.push_back({"trace_cell", "ms", trace, bare, persons});
    figures.push_back(recount(connection));
    return figures;
}

}  // namespace

Measurement month_reports() {
    return {{"settle_month", "report_month", "trace_cell", "recount_person"}, measure};
}

}  // namespace figures
