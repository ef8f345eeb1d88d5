// Births to come and outreach in memory: what a test puts in.
#pragma once

#include "client/screens/ports/births.h"
#include "client/screens/ports/outreach.h"

#include <vector>

namespace desk {

class DeskBirths final : public screens::Births, public screens::Outreach {
public:
    std::vector<screens::ExpectedBirth> expected() override { return births; }
    std::int64_t births_version() override { return changes; }
    std::vector<screens::Gathering> gatherings() override { return held; }
    std::vector<screens::Tally> tallies() override { return counted; }
    std::int64_t outreach_version() override { return changes; }

    std::vector<screens::ExpectedBirth> births;
    std::vector<screens::Gathering> held;
    std::vector<screens::Tally> counted;
    std::int64_t changes = 0;
};

}  // namespace desk
