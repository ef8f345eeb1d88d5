#include "sync-server/overview/overview.h"

#include "shared/base/json.h"
#include "shared/indicators/facts.h"
#include "sync-server/reports/completeness.h"
#include "sync-server/reports/counting.h"
#include "sync-server/reports/district_choices.h"
#include "sync-server/reports/settling.h"
#include "sync-server/reports/since_closing.h"
#include "sync-server/store/reports/closings.h"

namespace overview {

using server_store::FactRow;
using server_store::FigureRow;
using server_store::Kept;
using server_store::KeptFigure;

namespace {

const std::string kFeeding = "WHO_AG";  // its figures are told apart by the class

// Also of the day: what is late and what is over turns with it.
Result<std::string> stamp_of(db::Connection& connection, Instant now, const base::Zone& zone) {
    TRY_LET(rules, reports::rules_in_force(connection));
    TRY_LET(state, server_store::state_stamp(connection, rules));
    return state + " " + base::to_text(base::date_in(now, zone));
}

Result<std::vector<FigureRow>> figures_of(db::Connection& connection, Month month,
                                          bool& is_closed) {
    const std::string text = base::to_text(month);
    TRY_LET(closing, server_store::closing_of(connection, text));
    is_closed = closing.has_value();
    if (closing) return server_store::closed_figures(connection, *closing);
    return server_store::figures_of_month(connection, text);
}

// Children by posyandu, age and class.
Result<std::vector<KeptFigure>> feeding_of(db::Connection& connection, Month month) {
    TRY_LET(facts,
            reports::facts_behind(connection, month, kFeeding, reports::Reading::AsReported));
    std::map<std::tuple<std::string, std::int64_t, std::string>, std::int64_t> sums;
    for (const FactRow& fact : facts) {
        if (fact.part != "NUMERATOR" || fact.unit.empty() || !fact.age_months) continue;
        ++sums[{fact.unit, *fact.age_months, fact.detail}];
    }
    std::vector<KeptFigure> found;
    for (const auto& [key, count] : sums) {
        const auto& [unit, age, feeding] = key;
        found.push_back({{unit, kFeeding, "NUMERATOR", "", age, count}, feeding});
    }
    return found;
}

// The pages show neither sex nor age: what is read at once is a hundredth of the rows.
void add_sums(const std::vector<FigureRow>& rows, std::vector<KeptFigure>& figures) {
    std::map<std::tuple<std::string, std::string, std::string>, std::int64_t> sums;
    for (const FigureRow& row : rows) {
        if (row.unit.empty() || row.indicator == kFeeding) continue;
        sums[{row.unit, row.indicator, row.part}] += row.count;
    }
    for (const auto& [key, count] : sums) {
        const auto& [unit, indicator, part] = key;
        figures.push_back({{unit, indicator, part, "", {}, count}, ""});
    }
}

// Nothing of a month that is open.
Result<server_store::KeptDifferences> differences_of(db::Connection& connection, Month month) {
    TRY_LET(since, reports::differences_since(connection, month));
    server_store::KeptDifferences kept;
    for (const reports::FigureDifference& each : since.figures) {
        kept.figures.push_back({each.indicator, each.unit, each.numerator_then, each.numerator_now,
                                each.denominator_then, each.denominator_now});
    }
    for (const reports::PersonDifference& each : since.persons) {
        kept.persons.push_back({each.person, each.indicator, each.unit_then, each.unit_now,
                                each.part_then, each.part_now, each.reason, each.detail});
    }
    return kept;
}

std::string note_of(const reports::Completeness& found, bool is_closed) {
    std::vector<std::string> silent;
    for (const reports::SilentUnit& each : found.silent) {
        silent.push_back(base::json::quoted(each.code));
    }
    return base::json::Writer()
        .add("closed", is_closed)
        .add("over", found.is_over)
        .add("silent", static_cast<int>(found.silent.size()))
        .add("late", static_cast<int>(found.late.size()))
        .add("not_recalled", found.infants_not_recalled)
        .add("infants", found.infants)
        .add("quarantined", found.quarantined)
        .add("conflicts", found.conflicts)
        .add("orphans", found.orphans)
        .add_token("silent_units", base::json::array_of(silent))
        .text();
}

Missing missing_of(const base::json::Object& note) {
    const auto number = [&](const char* name) {
        return static_cast<int>(note.integer(name).value_or(0));
    };
    std::vector<std::string> silent;
    const auto kept = note.array("silent_units").value_or(std::vector<std::string>());
    for (const std::string& token : kept) {
        silent.push_back(base::json::string_of(token).value_or(""));
    }
    return {note.boolean("over").value_or(false),
            number("silent"),
            number("late"),
            number("not_recalled"),
            number("infants"),
            number("quarantined"),
            number("conflicts"),
            number("orphans"),
            std::move(silent)};
}

void add_row(const KeptFigure& each, KeptMonth& kept) {
    const FigureRow& row = each.row;
    const int count = static_cast<int>(row.count);
    if (!each.detail.empty()) {
        kept.fed.push_back(
            {row.unit, static_cast<int>(row.age_months.value_or(0)), each.detail, count});
        return;
    }
    indicators::Count& sum = kept.sums[{row.unit, row.indicator}];
    sum.denominator += count;
    if (row.part == "NUMERATOR") sum.numerator += count;
}

}  // namespace

bool Missing::is_complete() const {
    return is_over && silent == 0 && late == 0 && not_recalled == 0 && quarantined == 0 &&
           conflicts == 0 && orphans == 0;
}

indicators::Count KeptMonth::of(const std::vector<std::string>& units,
                                const std::string& code) const {
    indicators::Count sum;
    for (const std::string& unit : units) {
        const auto found = sums.find({unit, code});
        if (found == sums.end()) continue;
        sum.numerator += found->second.numerator;
        sum.denominator += found->second.denominator;
    }
    return sum;
}

namespace {

Result<std::optional<KeptMonth>> kept_of(db::Connection& connection, Month month,
                                         const std::vector<std::string>& codes) {
    const std::string text = base::to_text(month);
    TRY_LET(kept, server_store::find_kept(connection, text));
    if (!kept) return std::optional<KeptMonth>();
    TRY_LET(note, base::json::Object::parse(kept->note));
    KeptMonth found{kept->at, note.boolean("closed").value_or(false), missing_of(note), {}, {}};
    for (const std::string& code : codes) {
        TRY_LET(figures, server_store::kept_figures(connection, text, code));
        for (const KeptFigure& each : figures) add_row(each, found);
    }
    return std::optional(std::move(found));
}

}  // namespace

Result<std::optional<KeptMonth>> kept_month(db::Connection& connection, Month month) {
    return kept_of(connection, month, {""});
}

Result<std::optional<KeptMonth>> kept_month(db::Connection& connection, Month month,
                                            const Wanted& wanted) {
    std::vector<std::string> codes = wanted.codes;
    if (wanted.is_feeding) codes.push_back(kFeeding);
    return kept_of(connection, month, codes);
}

Status keep_month(db::Connection& connection, Month month, Instant now, const base::Zone& zone) {
    const std::string text = base::to_text(month);
    TRY_LET(before, stamp_of(connection, now, zone));
    TRY_LET(standing, server_store::find_kept(connection, text));
    TRY_LET(is_there, reports::is_settled(connection, month));
    if (is_there && standing && standing->stamp == before) return base::Done{};
    TRY(reports::settle(connection, month));
    TRY_LET(stamp, stamp_of(connection, now, zone));
    TRY_LET(missing,
            reports::completeness(connection, month, "", now, zone, reports::Reading::AsReported));
    bool is_closed = false;
    TRY_LET(rows, figures_of(connection, month, is_closed));
    TRY_LET(figures, feeding_of(connection, month));
    add_sums(rows, figures);
    TRY_LET(differences, differences_of(connection, month));
    return server_store::keep_figures(connection, {text, now, stamp, note_of(missing, is_closed)},
                                      figures, differences);
}

}  // namespace overview
