// The births to come and the outreach of the opened store: read in the back room, taken over whole,
// and only once somebody has asked for them.
#pragma once

#include "client/app/window/back_room.h"
#include "client/app/window/work.h"
#include "client/screens/ports/births.h"
#include "client/screens/ports/outreach.h"

#include <vector>

namespace client_app {

class BirthBook final : public screens::Births, public screens::Outreach {
public:
    explicit BirthBook(BackRoom& back_room) : back_room_(back_room) {}

    void open(Work& work);
    void close();
    void read_again();  // after a sync or a save

    std::vector<screens::ExpectedBirth> expected() override;
    std::int64_t births_version() override { return version_; }
    std::vector<screens::Gathering> gatherings() override;
    std::vector<screens::Tally> tallies() override;
    std::int64_t outreach_version() override { return version_; }

    struct Lists {
        std::vector<screens::ExpectedBirth> expected;
        std::vector<screens::Gathering> gatherings;
        std::vector<screens::Tally> tallies;
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

// Pregnancies that nobody and no birth has closed, of mothers who live.
base::Result<std::vector<screens::ExpectedBirth>> read_expected_births(store::Store& store);
base::Result<BirthBook::Lists> read_birth_lists(store::Store& store);

}  // namespace client_app
