// The courier's stick in memory: what a test puts in, and what the screens did.
#pragma once

#include "client/screens/ports/courier.h"

#include <string>
#include <vector>

namespace desk {

class DeskCourier final : public screens::Courier {
public:
    const screens::CourierState& courier_state() override { return now; }
    std::vector<screens::StickHere> sticks_here() override {
        ++looks;
        return plugged;
    }
    void write_to(const std::string& folder) override { written_to.push_back(folder); }
    void read_from(const std::string& folder) override { read_from_folders.push_back(folder); }

    screens::CourierState now;
    std::vector<screens::StickHere> plugged;
    int looks = 0;
    std::vector<std::string> written_to, read_from_folders;
};

}  // namespace desk
