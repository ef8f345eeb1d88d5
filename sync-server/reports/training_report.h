// Who of the health centre is trained in the massage, and how many by posyandu: as the trainings
// that have arrived say on a day. By name and by unit; nobody is ranked.
#pragma once

#include "shared/care/training.h"
#include "shared/db/connection.h"
#include "shared/protocol/enrolment.h"

#include <vector>

namespace reports {

struct TrainedWorker {
    care::Worker worker;
    care::Standing standing;
};
// Active cadres and midwives, by name.
base::Result<std::vector<TrainedWorker>> trained_workers(db::Connection& connection,
                                                         base::Date today);

struct UnitCoverage {
    protocol::Unit unit;  // without a code: the whole centre, each person once
    care::CoverageCount cadres, midwives;
};
// Every unit of the centre in the order of its code, and the whole last.
base::Result<std::vector<UnitCoverage>> coverage_by_unit(db::Connection& connection,
                                                         base::Date today);

}  // namespace reports
