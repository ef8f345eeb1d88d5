#include "sync-server/reports/training_report.h"

#include "shared/base/text.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/app/commands/output.h"

namespace server_app {

using base::Done;

namespace {

std::string day_text(const std::optional<base::Date>& day) {
    return day ? base::to_text(*day) : std::string();
}

void add(std::vector<std::string>& row, const care::CoverageCount& count) {
    for (const int number :
         {count.workers, count.trained, count.due_soon, count.expired, count.not_yet}) {
        row.push_back(std::to_string(number));
    }
}

}  // namespace

Status training_list(const std::string& data, bool json) {
    TRY_LET(centre, open_centre(data));
    const base::Date today = base::date_in(centre->clock.now(), centre->zone);
    TRY_LET(workers, reports::trained_workers(centre->connection, today));
    Rows rows{{"name", "role", "units", "state", "valid_until", "last_training"}, {}};
    for (const reports::TrainedWorker& each : workers) {
        rows.rows.push_back(
            {each.worker.name, each.worker.role, base::joined(each.worker.units, " "),
             std::string(care::to_code(each.standing.state)), day_text(each.standing.valid_until),
             day_text(each.standing.last_ended)});
    }
    print(rows, json);
    return Done{};
}

Status training_coverage(const std::string& data, bool json) {
    TRY_LET(centre, open_centre(data));
    const base::Date today = base::date_in(centre->clock.now(), centre->zone);
    TRY_LET(units, reports::coverage_by_unit(centre->connection, today));
    Rows rows{{"unit", "name", "cadres", "trained", "due_soon", "expired", "not_yet", "midwives",
               "midwives_trained", "midwives_due_soon", "midwives_expired", "midwives_not_yet"},
              {}};
    for (const reports::UnitCoverage& each : units) {
        const bool is_whole = each.unit.code.empty();
        std::vector<std::string> row = {is_whole ? "all" : each.unit.code, each.unit.name};
        add(row, each.cadres);
        add(row, each.midwives);
        rows.rows.push_back(std::move(row));
    }
    print(rows, json);
    return Done{};
}

}  // namespace server_app
