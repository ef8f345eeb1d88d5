#include "sync-server/reports/counting.h"

#include "shared/indicators/facts.h"
#include "sync-server/reports/settling.h"
#include "sync-server/store/reports/closings.h"

#include <map>
#include <set>
#include <tuple>

namespace reports {

using server_store::FactRow;
using server_store::FigureRow;
using server_store::ToldFigure;

namespace {

// The one indicator whose facts are told apart by their detail: the class of the area graph.
constexpr std::string_view kTold = "WHO_AG";

struct Figures {
    std::vector<FigureRow> plain;
    std::vector<ToldFigure> told;
};

Result<Figures> figures_of(db::Connection& connection, const server_store::Closing& closing) {
    TRY_LET(plain, server_store::closed_figures(connection, closing));
    Figures found{std::move(plain), {}};
    TRY_LET(facts, server_store::closed_facts_of_cell(connection, closing, kTold));
    for (FactRow& fact : facts) {
        if (fact.part == "EXCLUDED") continue;
        found.told.push_back({{fact.unit, fact.indicator, fact.part, fact.sex, fact.age_months, 1},
                              std::move(fact.detail)});
    }
    return found;
}

Result<Figures> counted(db::Connection& connection, Month month, Reading reading) {
    const std::string text = base::to_text(month);
    if (reading == Reading::AsReported) {
        TRY_LET(closing, server_store::closing_of(connection, text));
        if (closing) return figures_of(connection, *closing);
    }
    TRY_LET(moment, settle_and_hold(connection, month));
    TRY_LET(plain, server_store::figures_of_month(connection, text));
    TRY_LET(told, server_store::told_figures_of_month(connection, text, kTold));
    TRY(moment.commit());
    return Figures{std::move(plain), std::move(told)};
}

sheets::Counted counted_of(Month month, const FigureRow& row, const std::string& detail = {}) {
    return {month,
            row.unit,
            row.indicator,
            detail,
            row.sex.empty() ? '\0' : row.sex[0],
            row.age_months ? static_cast<int>(*row.age_months) : sheets::kNoAge,
            row.part == "NUMERATOR",
            static_cast<int>(row.count)};
}

}  // namespace

Result<sheets::Counts> counts_of(db::Connection& connection, const sheets::Period& period,
                                 Reading reading) {
    sheets::Counts sums(period);
    for (const Month month : sheets::months_of(period)) {
        TRY_LET(figures, counted(connection, month, reading));
        sums.covers(month);
        for (const FigureRow& row : figures.plain) {
            // Counted at another health centre; or told apart by its detail, below.
            if (row.unit.empty() || row.indicator == kTold) continue;
            sums.add(counted_of(month, row));
        }
        for (const ToldFigure& each : figures.told) {
            if (!each.row.unit.empty()) sums.add(counted_of(month, each.row, each.detail));
        }
    }
    return sums;
}

Result<sheets::Counts> counts_now(db::Connection& connection, Month month,
                                  const std::string& indicator) {
    TRY_LET(moment, settle_and_hold(connection, month));
    TRY_LET(figures,
            server_store::told_figures_of_month(connection, base::to_text(month), indicator));
    TRY(moment.commit());
    sheets::Counts sums(sheets::period_of(month));
    sums.covers(month);
    for (const ToldFigure& each : figures) {
        if (!each.row.unit.empty()) sums.add(counted_of(month, each.row));
    }
    return sums;
}

Result<std::vector<server_store::FactRow>> facts_behind(db::Connection& connection,
                                                        base::Month month,
                                                        const std::string& indicator,
                                                        Reading reading) {
    const std::string text = base::to_text(month);
    if (reading == Reading::AsReported) {
        TRY_LET(closing, server_store::closing_of(connection, text));
        if (closing) {
            return server_store::closed_facts_of_cell(connection, *closing, indicator);
        }
    }
    TRY_LET(moment, settle_and_hold(connection, month));
    TRY_LET(facts, server_store::facts_of_cell(connection, text, indicator));
    TRY(moment.commit());
    return facts;
}

Result<std::vector<server_store::FactRow>> facts_behind_in(db::Connection& connection,
                                                           base::Month month,
                                                           const std::string& indicator,
                                                           const std::vector<std::string>& units,
                                                           Reading reading) {
    const std::string text = base::to_text(month);
    if (reading == Reading::AsReported) {
        TRY_LET(closing, server_store::closing_of(connection, text));
        if (closing) return facts_behind(connection, month, indicator, reading);
    }
    TRY_LET(moment, settle_and_hold(connection, month));
    const std::set<std::string> all(units.begin(), units.end());
    std::vector<server_store::FactRow> found;
    for (const std::string& unit : all) {
        TRY_LET(facts, server_store::facts_of_cell_in(connection, text, indicator, unit));
        for (server_store::FactRow& fact : facts) {
            // Who stays in one of them and counts in another comes with the other.
            const bool comes_twice = fact.unit != unit && all.count(fact.unit) != 0;
            if (!comes_twice) found.push_back(std::move(fact));
        }
    }
    TRY(moment.commit());
    return found;
}

std::vector<server_store::FactRow> with_tallies_as_one(std::vector<server_store::FactRow> facts) {
    const std::string_view unnamed = to_code(indicators::Reason::WithoutName);
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> known;
    std::vector<server_store::FactRow> rows;
    for (server_store::FactRow& fact : facts) {
        if (fact.reason != unnamed) {
            rows.push_back(std::move(fact));
            continue;
        }
        const auto [at, is_new] =
            known.try_emplace({fact.month, fact.person, fact.part}, rows.size());
        if (is_new) {
            fact.detail.assign(1, '0');
            fact.evidence = fact.person;
            rows.push_back(std::move(fact));
        }
        std::string& count = rows[at->second].detail;
        count = std::to_string(std::stoi(count) + 1);
    }
    return rows;
}

}  // namespace reports
