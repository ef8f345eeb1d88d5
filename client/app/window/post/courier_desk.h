// The courier's stick, written and read in the back room on its own connection.
#pragma once

#include "client/app/sending/courier.h"
#include "client/app/window/back_room.h"
#include "client/app/window/work.h"
#include "client/screens/ports/courier.h"

#include <functional>
#include <string>
#include <vector>

namespace client_app {

class CourierDesk final : public screens::Courier {
public:
    CourierDesk(const base::Clock& clock, BackRoom& back_room)
        : clock_(clock), back_room_(back_room) {}

    void open(Work& work);
    void close();
    void look_again();                  // a sending may have brought what a bundle carries
    std::function<void()> when_read;    // answers were taken into the store
    std::function<void()> when_closed;  // this laptop may not keep what it holds
    std::function<std::vector<screens::StickHere>()> sticks;  // tests have their own

    const screens::CourierState& courier_state() override { return state_; }
    std::vector<screens::StickHere> sticks_here() override;
    void write_to(const std::string& folder) override;
    void read_from(const std::string& folder) override;

private:
    void written(const WrittenBundle& bundle);
    void read(const ReadReplies& found);

    const base::Clock& clock_;
    BackRoom& back_room_;
    Work* work_ = nullptr;
    screens::CourierState state_;
    std::int64_t opened_ = 0;
};

}  // namespace client_app
