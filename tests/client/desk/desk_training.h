// Colleagues and trainings in memory: what a test puts in.
#pragma once

#include "client/screens/ports/training.h"

#include <vector>

namespace desk {

class DeskTraining final : public screens::TrainingRecords {
public:
    std::vector<care::Worker> workers() override { return people; }
    std::vector<screens::WrittenTraining> trainings() override { return written; }
    std::int64_t training_version() override { return changes; }

    std::vector<care::Worker> people;
    std::vector<screens::WrittenTraining> written;
    std::int64_t changes = 0;
};

}  // namespace desk
