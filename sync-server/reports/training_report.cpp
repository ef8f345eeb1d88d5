#include "sync-server/reports/training_report.h"

#include "sync-server/store/people/people.h"
#include "sync-server/store/records/records.h"

#include <string>
#include <utility>

namespace reports {

namespace {

using base::Result;

Result<care::Trainings> read_trainings(db::Connection& connection) {
    TRY_LET(ids, server_store::ids_of_type(connection, care::kCadreTraining));
    std::vector<records::Record> records;
    for (const std::string& id : ids) {
        TRY_LET(found, server_store::find_record(connection, id));
        if (found) records.push_back(std::move(found->record));
    }
    return care::Trainings(records);
}

Result<std::vector<care::Worker>> read_workers(db::Connection& connection) {
    TRY_LET(users, server_store::users(connection));
    TRY_LET(units, server_store::unit_codes_by_user(connection));
    std::vector<care::Worker> workers;
    for (const server_store::User& user : users) {
        workers.push_back(
            {user.id.text(), user.name, user.role, units[user.id.text()], user.is_disabled});
    }
    return workers;
}

bool is_counted(const care::Worker& worker) {
    return !worker.has_left && (worker.role == "KADER" || worker.role == "BIDAN");
}

}  // namespace

Result<std::vector<TrainedWorker>> trained_workers(db::Connection& connection, base::Date today) {
    TRY_LET(trainings, read_trainings(connection));
    TRY_LET(workers, read_workers(connection));
    std::vector<TrainedWorker> rows;
    for (care::Worker& worker : workers) {
        if (!is_counted(worker)) continue;
        const care::Standing standing = trainings.of(worker.id, today);
        rows.push_back({std::move(worker), standing});
    }
    return rows;
}

Result<std::vector<UnitCoverage>> coverage_by_unit(db::Connection& connection, base::Date today) {
    TRY_LET(trainings, read_trainings(connection));
    TRY_LET(workers, read_workers(connection));
    TRY_LET(units, server_store::units(connection));
    std::vector<std::string> codes;
    for (const protocol::Unit& unit : units) codes.push_back(unit.code);
    const auto coverage = care::training_coverage(workers, trainings, codes, today);
    std::vector<UnitCoverage> rows;
    for (std::size_t i = 0; i < units.size(); ++i) {
        rows.push_back({units[i], coverage.units[i].cadres, coverage.units[i].midwives});
    }
    rows.push_back({{}, coverage.cadres, coverage.midwives});
    return rows;
}

}  // namespace reports
