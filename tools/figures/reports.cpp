// What a coordinator waits for: the month settled, its table written, one person counted anew.
#include "shared/care/growth.h"
#include "shared/indicators/facts.h"
#include "shared/sheets/formats/xlsx_file.h"
#include "sync-server/reports/closure.h"
#include "sync-server/reports/figure_trace.h"
#include "sync-server/reports/month_report.h"
#include "sync-server/reports/report_tables.h"
#include "sync-server/reports/settling.h"
#include "sync-server/store/records/records.h"
#include "sync-server/store/reports/facts.h"
#include "tools/figures/centre.h"
#include "tools/figures/district.h"
#include "tools/figures/figure.h"
#include "tools/figures/laptop.h"
#include "tools/figures/measuring.h"

#include <algorithm>
#include <array>
#include <cmath>

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

// One touched person, waited for alone; the bare loop is a commit of that one mark.
Figure recount(db::Connection& connection) {
    const auto persons = must(server_store::ids_of_type(connection, "person"));
    std::size_t next = 0;
    std::vector<double> bare;
    const double ms = median_ms(kPersons, [&] {
        const Stopwatch watch;
        must(server_store::mark_dirty(connection, persons[next++ % persons.size()]));
        bare.push_back(watch.ms());
        must(reports::settle(connection, month()));
    });
    return {"recount_person", "ms", ms, median(std::move(bare)), kPersons};
}

// Of many touched at once, as a sync leaves them; the bare loop reads as many records by their ids.
Figure recount_many(db::Connection& connection) {
    const auto persons = must(server_store::ids_of_type(connection, "person"));
    const std::size_t many = std::min<std::size_t>(persons.size(), 2000);
    const auto n = static_cast<double>(many);
    double bare = 0;
    {
        auto transaction = must(db::Transaction::begin(connection));
        const Stopwatch watch;
        for (std::size_t i = 0; i < many; ++i) {
            must(server_store::find_record(connection, persons[i]));
        }
        bare = watch.ms();
        for (std::size_t i = 0; i < many; ++i) {
            must(server_store::mark_dirty(connection, persons[i]));
        }
        must(transaction.commit());
    }
    const Stopwatch watch;
    must(reports::settle(connection, month()));
    return {"recount_person_of_many", "ms", watch.ms() / n, bare / n,
            static_cast<std::int64_t>(many)};
}

// Every official form of the month.
sheets::Book book_of(db::Connection& connection) {
    const base::Instant now{1'793'000'000'000};  // 2026-10-26
    return must(reports::make_book(
        connection,
        {sheets::period_of(month()), "", reports::official_tables(), now, base::Zone(), ""}));
}

sheets::Book sigizi_of(db::Connection& connection) {
    const base::Instant now{1'793'000'000'000};
    return must(reports::make_book(
        connection, {sheets::period_of(month()), "", {"sigizi"}, now, base::Zone(), ""}));
}

// Everybody behind it, back to the visit.
base::Result<reports::FigureTrace> traced_recall(db::Connection& connection) {
    return reports::trace_figure(connection, "ID_RECALL:" + base::to_text(month()) + ":SEMUA",
                                 base::Zone());
}

// The first page of it, as the desk opens it.
base::Result<reports::FigureTrace> recall_page(db::Connection& connection,
                                               const std::vector<std::string>& units) {
    reports::TracePage page;
    page.units = units;
    return reports::trace_page(connection, "ID_RECALL:" + base::to_text(month()) + ":SEMUA", page);
}

// The same month of ten times as many: every fact again under nine other names.
void make_tenfold(db::Connection& connection) {
    must(connection.execute(
        "WITH RECURSIVE copy (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM copy WHERE k < 9) "
        "INSERT INTO fact (person, month, rules, unit, listed_in, indicator, part, reason, detail, "
        "evidence, sex, age) SELECT person || '-' || k, month, rules, unit, listed_in, indicator, "
        "part, reason, detail, evidence, sex, age FROM fact, copy"));
}

// About 100,000 persons: all indicators of the month added up, and the whole centre's cell opened.
std::vector<Figure> tenfold(db::Connection& connection, const std::vector<std::string>& units) {
    make_tenfold(connection);
    const auto facts = must(connection.number("SELECT count(*) FROM fact"));
    const double bare = median_ms(
        kRuns, [&] { must(connection.number("SELECT sum(length(indicator)) FROM fact")); });
    const double all = median_ms(kRuns, [&] { must(reports::tally_of(connection, month(), "")); });
    const double cell = median_ms(kRuns, [&] { must(recall_page(connection, units)); });
    const double sheet = median_ms(2, [&] { must(formats::xlsx_file(book_of(connection))); });
    return {{"all_indicators_100k", "ms", all, bare, facts},
            {"trace_cell_100k", "ms", cell, bare, facts},
            {"report_xlsx_100k", "ms", sheet, bare, facts}};
}

// WHO's score, with the correction beyond three SD among them; the bare loop is one power each.
Figure growth_scores() {
    constexpr int kDays = care::kGrowthTableDays + 1;
    constexpr int kTimes = 400;
    constexpr std::array kWeights = {2.0, 3.5, 7.0, 11.0, 20.0};
    const auto rate = [&](const auto& score) {
        const Stopwatch watch;
        double sum = 0;
        for (int i = 0; i < kTimes * kDays; ++i) {
            sum += score(i % kDays, kWeights[static_cast<std::size_t>(i) % kWeights.size()]);
        }
        if (!std::isfinite(sum)) give_up("a score that is no number");
        return kTimes * kDays / watch.ms() * 1000;
    };
    const double scores = rate([](int day, double kg) {
        return care::weight_for_age_z(day % 2 == 0 ? 'L' : 'P', day, kg).value_or(0);
    });
    const double bare = rate([](int day, double kg) { return std::pow(kg, 0.1 + day / 1e4); });
    return {"growth_scores", "z-scores/s", scores, bare, kTimes * kDays};
}

// One person's facts of a month from her family's records, read already: what a recount computes.
Figure count_person(db::Connection& connection) {
    const auto persons = must(server_store::ids_of_type(connection, "person"));
    double ms = 0;
    std::int64_t counted = 0;
    for (std::size_t i = 0; i < persons.size() && counted < 2000; i += 7) {
        const auto records = must(reports::closure_of(connection, persons[i]));
        const Stopwatch watch;
        const care::Family family{records};
        for (const records::Record& record : records) {
            if (record.type != "person") continue;
            if (indicators::count_everything(family, record, month()).size() > 1000) {
                give_up("a person with a thousand facts");
            }
            ++counted;
        }
        ms += watch.ms();
    }
    return {"count_person", "ms", ms / static_cast<double>(counted), std::nullopt, counted};
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
    const double table = median_ms(kRuns, [&] { sigizi_of(connection); });
    figures.push_back({"report_month", "ms", table, bare, persons});
    const double sheet = median_ms(kRuns, [&] { must(formats::xlsx_file(book_of(connection))); });
    figures.push_back({"report_xlsx", "ms", sheet, bare, persons});
    const double trace = median_ms(kRuns, [&] { must(traced_recall(connection)); });
    figures.push_back({"trace_cell", "ms", trace, bare, persons});
    figures.push_back(recount(connection));
    figures.push_back(recount_many(connection));
    figures.push_back(count_person(connection));
    figures.push_back(growth_scores());
    for (Figure& each : tenfold(connection, district.units)) {
        figures.push_back(std::move(each));
    }
    return figures;
}

}  // namespace

Measurement month_reports() {
    return {{"settle_month", "report_month", "report_xlsx", "trace_cell", "recount_person",
             "recount_person_of_many", "count_person", "growth_scores", "all_indicators_100k",
             "trace_cell_100k", "report_xlsx_100k"},
            measure};
}

}  // namespace figures
