// The trainings of the opened store and the colleagues they are about: read in the back room, taken
// over whole, and only once somebody has asked for them.
#pragma once

#include "client/app/window/back_room.h"
#include "client/app/window/work.h"
#include "client/screens/ports/training.h"

#include <vector>

namespace client_app {

class TrainingBook final : public screens::TrainingRecords {
public:
    explicit TrainingBook(BackRoom& back_room) : back_room_(back_room) {}

    void open(Work& work);
    void close();
    void read_again();  // after a sync or a save

    std::vector<care::Worker> workers() override { return lists().workers; }
    std::vector<screens::WrittenTraining> trainings() override { return lists().trainings; }
    std::int64_t training_version() override { return version_; }

    struct Lists {
        std::vector<care::Worker> workers;
        std::vector<screens::WrittenTraining> trainings;
    };

private:
    const Lists& lists();

    BackRoom& back_room_;
    Work* work_ = nullptr;
    Lists lists_;
    bool is_wanted_ = false;
    std::int64_t version_ = 0;
    std::int64_t opened_ = 0;  // which opening a handover belongs to
};

base::Result<TrainingBook::Lists> read_trainings(store::Store& store);

}  // namespace client_app
