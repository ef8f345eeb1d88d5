// Who works for the health centre, and the trainings that are written down on this laptop.
#pragma once

#include "client/screens/ports/common.h"
#include "shared/care/training.h"

#include <vector>

namespace screens {

struct WrittenTraining {
    records::Record record;  // of type cadre_training: one participant of one training
    bool is_sent = false;
};

class TrainingRecords {
public:
    virtual ~TrainingRecords() = default;
    // As the server last told them, also who has left; sorted by name. At least who sits here.
    virtual std::vector<care::Worker> workers() = 0;
    virtual std::vector<WrittenTraining> trainings() = 0;  // newest first
    virtual std::int64_t training_version() = 0;
};

}  // namespace screens
