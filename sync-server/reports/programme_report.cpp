#include "sync-server/reports/programme_report.h"

#include "shared/base/csv.h"
#include "shared/base/text.h"
#include "shared/indicators/programme_table.h"
#include "sync-server/reports/homes.h"
#include "sync-server/reports/places.h"
#include "sync-server/reports/settling.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/people.h"
#include "sync-server/store/records/moves.h"
#include "sync-server/store/records/records.h"
#include "sync-server/store/reports/closings.h"
#include "sync-server/store/reports/facts.h"

#include <algorithm>
#include <tuple>

namespace reports {

using base::Error;
using base::ErrorCode;
using indicators::MotherPractice;

namespace {

bool is_of_programme(indicators::Indicator indicator) {
    const auto figures = indicators::programme_figures();
    return std::any_of(figures.begin(), figures.end(),
                       [&](const auto& figure) { return figure.indicator == indicator; });
}

std::optional<indicators::Fact> fact_of(const server_store::FactRow& row) {
    const auto indicator = indicators::parse_indicator(row.indicator);
    const auto part = indicators::parse_part(row.part);
    const auto reason = indicators::parse_reason(row.reason);
    CHECK(indicator && part && reason);  // only settling writes that table
    if (!is_of_programme(*indicator)) return std::nullopt;
    indicators::Fact fact;
    fact.indicator = *indicator;
    fact.part = *part;
    fact.reason = *reason;
    fact.detail = row.detail;
    fact.person = base::RecordId(row.person);
    fact.evidence = base::RecordId(row.evidence);
    fact.unit = row.unit;
    fact.listed_in = row.listed_in;
    fact.sex = row.sex.empty() ? '\0' : row.sex[0];
    if (row.age_months) fact.age_months = static_cast<int>(*row.age_months);
    return fact;
}

auto in_order(const PractisingFamily& family) {
    return std::tie(family.practice.group, family.unit, family.rw, family.rt, family.practice.name,
                    family.practice.mother);
}

std::string day_or_none(const std::optional<base::Date>& day) {
    return day ? base::to_text(*day) : std::string();
}

// "perlu diulang (Budi) sejak 2026-09-05; ..."
std::string reasons_text(const MotherPractice& practice) {
    std::vector<std::string> parts;
    for (const indicators::WhyVisit& each : practice.reasons) {
        std::string part(name_id(each.why));
        if (!each.learner.empty()) part += " (" + each.learner + ")";
        parts.push_back(part + " sejak " + base::to_text(each.since));
    }
    return base::joined(parts, "; ");
}

std::string row_text(base::Date on, const PractisingFamily& family) {
    const MotherPractice& p = family.practice;
    return base::csv::line({base::to_text(on), family.unit, std::string(name_id(p.group)), p.name,
                            family.head, family.rt, family.rw, reasons_text(p), day_or_none(p.born),
                            day_or_none(p.taught_on), p.has_competent ? "ya" : "belum",
                            std::to_string(p.last_14.observed), std::to_string(p.last_14.reported),
                            std::to_string(p.last_30.observed), std::to_string(p.last_30.reported),
                            day_or_none(p.last_massage), p.mother.text()});
}

// Of a closed month as they were reported (counting.h).
Result<std::vector<server_store::FactRow>> rows_of(db::Connection& connection,
                                                   const std::string& month) {
    TRY_LET(closing, server_store::closing_of(connection, month));
    if (closing) return server_store::closed_facts(connection, *closing);
    return server_store::facts_beginning(connection, month, "PR_");
}

}  // namespace

Result<std::vector<indicators::Fact>> programme_facts(db::Connection& connection, Month month,
                                                      const std::string& unit) {
    TRY_LET(rows, rows_of(connection, base::to_text(month)));
    std::vector<indicators::Fact> facts;
    for (const server_store::FactRow& row : rows) {
        if (!unit.empty() && row.unit != unit) continue;
        auto fact = fact_of(row);
        if (fact) facts.push_back(std::move(*fact));
    }
    return facts;
}

namespace {

std::string place_id(const sheets::Centre& centre, const std::string& village) {
    for (const sheets::Place& each : centre.villages) {
        if (each.name == village) return each.id;
    }
    return centre.whole.id;
}

// Where these columns stand in the table.
enum Column : std::size_t { Village = 2, Code = 5, Numerator = 7, Denominator = 8, Value = 9 };

// What `trace` opens: who is counted, and whom she is one of; "" of a plain count.
struct RowIds {
    std::string counted, whole;
};
RowIds ids_of(const sheets::Centre& centre, const sheets::Period& period, const std::string& code,
              const std::string& village, bool has_whole) {
    sheets::FigureId id;
    id.code = code;
    id.period = period;
    id.place = place_id(centre, village);
    RowIds ids{to_text(id), ""};
    if (!has_whole) return ids;
    const auto indicator = indicators::parse_indicator(code);
    const bool is_rate = indicator && indicators::is_rate(*indicator);
    if (is_rate) id.code = to_code(indicators::Indicator::PrFirstDaysMothers);
    id.share = is_rate ? sheets::Share::Counted : sheets::Share::Whole;
    ids.whole = to_text(id);
    return ids;
}

}  // namespace

Result<std::string> programme_table_csv(db::Connection& connection, Month month,
                                        const std::string& unit) {
    TRY_LET(moment, settle_and_hold(connection, month));
    TRY_LET(centre, server_store::meta(connection, server_store::kCentre));
    TRY_LET(places, villages(connection, unit));
    TRY_LET(facts, programme_facts(connection, month, unit));
    TRY(moment.commit());
    return indicators::programme_csv(centre, month, facts, places);
}

Result<std::string> programme_csv(db::Connection& connection, Month month,
                                  const std::string& unit) {
    TRY_LET(bare, programme_table_csv(connection, month, unit));
    TRY_LET(rows, base::csv::rows_of(bare));
    const sheets::Period period = sheets::period_of(month);
    TRY_LET(centre, centre_of(connection, period, unit));
    std::string text;
    for (base::csv::Row& row : rows) {
        RowIds ids{"Id", "Id_penyebut"};
        if (&row != &rows.front()) {
            ids = ids_of(centre, period, row.cells[Code], row.cells[Village],
                         !row.cells[Denominator].empty());
        }
        row.cells.insert(row.cells.end(), {ids.counted, ids.whole});
        text += base::csv::line(row.cells);
    }
    return text;
}

void add_figure_ids(const sheets::Centre& centre, const sheets::Period& period,
                    sheets::Sheet& into) {
    for (auto& row : into.rows) {
        const bool has_whole = !to_text(row[Denominator]).empty();
        const RowIds ids = ids_of(centre, period, row[Code].text, row[Village].text, has_whole);
        row[Numerator].figure = row[Value].figure = ids.counted;
        row[Denominator].figure = ids.whole;
    }
}

Result<std::vector<PractisingFamily>> practising_families(db::Connection& connection, base::Date on,
                                                          const std::string& unit) {
    std::vector<PractisingFamily> found;
    TRY(each_home(connection, unit, on, [&](const Home& home) {
        const base::Fields& fields = home.household.fields;
        const std::string id = home.household.id.text();
        for (MotherPractice& each : indicators::practices_of(home.family, id, on)) {
            found.push_back({id, home.household.unit, fields.text("head_name"), fields.text("rt"),
                             fields.text("rw"), std::move(each)});
        }
    }));
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return in_order(a) < in_order(b); });
    return found;
}

Result<std::string> families_csv(db::Connection& connection, Month month, const std::string& unit,
                                 base::Date today) {
    if (!unit.empty()) {
        TRY_LET(is_known, server_store::has_unit(connection, unit));
        if (!is_known) return Error{ErrorCode::NotFound, "there is no unit " + unit};
    }
    if (base::first_day(month) > today) {
        return Error{ErrorCode::Refused, "the month has not begun"};
    }
    const base::Date on = std::min(base::last_day(month), today);
    TRY_LET(families, practising_families(connection, on, unit));
    std::string text = base::csv::line(
        {"Per_tanggal", "Posyandu", "Kelompok", "Ibu", "Kepala_keluarga", "RT", "RW", "Alasan",
         "Melahirkan", "Diajari", "Ada_yang_bisa_memijat", "Dilihat_14_hari", "Diceritakan_14_hari",
         "Dilihat_30_hari", "Diceritakan_30_hari", "Pijat_terakhir", "Id"});
    for (const PractisingFamily& family : families) text += row_text(on, family);
    return text;
}

}  // namespace reports
