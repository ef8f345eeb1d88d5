#include "sync-server/reports/trace.h"

#include "shared/indicators/facts.h"
#include "sync-server/reports/counting.h"
#include "sync-server/reports/settling.h"
#include "sync-server/store/facts.h"
#include "sync-server/store/records.h"

namespace reports {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

Result<TraceRow> row_of(db::Connection& connection, const server_store::FactRow& fact) {
    TRY_LET(person, server_store::find_record(connection, fact.person));
    const auto reason = indicators::parse_reason(fact.reason);
    TraceRow row;
    row.person = fact.person;
    row.name = person ? person->record.fields.text("full_name") : "";
    row.unit = fact.unit.empty() ? fact.listed_in : fact.unit;
    row.part = fact.part;
    if (reason && *reason != indicators::Reason::None) {
        row.reason = indicators::reason_id(*reason, fact.detail);
    }
    row.evidence = fact.evidence;
    return row;
}

}  // namespace

Result<std::vector<TraceRow>> trace(db::Connection& connection, base::Month month,
                                    const std::string& indicator, const std::string& unit) {
    if (!indicators::parse_indicator(indicator)) {
        return Error{ErrorCode::NotFound, "there is no indicator " + indicator};
    }
    TRY_LET(moment, settle_and_hold(connection, month));
    const std::string text = base::to_text(month);
    auto found = unit.empty() ? server_store::facts_of_cell(connection, text, indicator)
                              : server_store::facts_of_cell_in(connection, text, indicator, unit);
    if (!found.ok()) return std::move(found).error();
    const auto facts = with_tallies_as_one(std::move(found).value());
    std::vector<TraceRow> rows;
    for (const server_store::FactRow& fact : facts) {
        TRY_LET(row, row_of(connection, fact));
        rows.push_back(std::move(row));
    }
    TRY(moment.commit());
    return rows;
}

}  // namespace reports
