// Facts per person and month, and who must be counted anew (SYNC 26).
#pragma once

#include "shared/db/connection.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace server_store {

using base::Result;
using base::Status;

struct FactRow {
    std::string person;
    std::string month;      // "2026-03"
    std::string unit;       // where the person counts in that month; empty: nowhere here
    std::string listed_in;  // where she stays, if she counts elsewhere
    std::string indicator;  // the codes of shared/indicators/facts.h
    std::string part;
    std::string reason;
    std::string detail;
    std::string evidence;  // the record that decided; may be empty
    std::string sex;
    std::optional<std::int64_t> age_months = {};

    bool operator==(const FactRow&) const = default;
};

Status mark_dirty(db::Connection& connection, std::string_view id);
// At most `limit` of them.
Result<std::vector<std::string>> dirty_persons(db::Connection& connection, std::int64_t limit);
Status clear_all_dirty(db::Connection& connection);
Status clear_dirty(db::Connection& connection, std::string_view person);

Status forget_facts(db::Connection& connection, std::string_view person, std::string_view month);
Status put_fact(db::Connection& connection, const FactRow& fact, std::string_view rules);
Result<std::vector<FactRow>> facts_of_month(db::Connection& connection, std::string_view month);
// How many facts of the month are alike, for tables; who is left out of them is not counted.
struct FigureRow {
    std::string unit, indicator, part, sex;
    std::optional<std::int64_t> age_months;
    std::int64_t count = 0;
};
Result<std::vector<FigureRow>> figures_of_month(db::Connection& connection, std::string_view month);
// The same of one indicator; apart by the facts' details.
struct ToldFigure {
    FigureRow row;
    std::string detail;
};
Result<std::vector<ToldFigure>> told_figures_of_month(db::Connection& connection,
                                                      std::string_view month,
                                                      std::string_view indicator);
// Of the indicators whose codes begin so.
Result<std::vector<FactRow>> facts_beginning(db::Connection& connection, std::string_view month,
                                             std::string_view prefix);
// In the order of put_fact's key: indicator, part, evidence.
Result<std::vector<FactRow>> facts_of_person(db::Connection& connection, std::string_view person,
                                             std::string_view month);
// Behind one figure: how many facts are alike, and whether none of them is of somebody who stays
// elsewhere or has this reason.
struct CellRow {
    FigureRow row;
    bool is_plain = true;
};
Result<std::vector<CellRow>> rows_of_cell(db::Connection& connection, std::string_view month,
                                          std::string_view indicator, std::string_view reason);
// Of one part and unit of it, in no order.
Result<std::vector<FactRow>> facts_of_part(db::Connection& connection, std::string_view month,
                                           std::string_view indicator, std::string_view part,
                                           std::string_view unit);
// Of those who count in the unit or stay there.
Result<std::vector<FactRow>> facts_of_cell_in(db::Connection& connection, std::string_view month,
                                              std::string_view indicator, std::string_view unit);
Result<std::vector<FactRow>> facts_of_cell(db::Connection& connection, std::string_view month,
                                           std::string_view indicator);
// The same in no order and without keeping them: a fact's texts hold until the next one.
struct FactView {
    std::string_view person, unit, part, reason, detail, evidence;
};
using EachFact = std::function<void(const FactView&)>;
// Of rows with these columns, in this order.
Status pass_on(db::Statement& rows, const EachFact& each);
Status each_fact_of_cell(db::Connection& connection, std::string_view month,
                         std::string_view indicator, const EachFact& each);

// How far a month is. Whoever counts dirty persons counts them for every month that is begun.
enum class MonthState {
    NotCounted,  // or by other rules: its facts are not to be read
    Counting,    // its facts are true or missing; somebody counts, or was killed at it
    Settled,     // counted for everybody, dirty persons apart
};
Result<MonthState> month_state(db::Connection& connection, std::string_view month,
                               std::string_view rules);
Status set_month_state(db::Connection& connection, std::string_view month, std::string_view rules,
                       MonthState state);  // Counting or Settled
// Counting and settled by these rules.
Result<std::vector<std::string>> begun_months(db::Connection& connection, std::string_view rules);
Status forget_facts_of_month(db::Connection& connection, std::string_view month);
// No month is begun any more: each is counted anew when it is next asked for.
Status forget_month_states(db::Connection& connection);

}  // namespace server_store
