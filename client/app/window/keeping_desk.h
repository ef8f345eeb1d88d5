// The second copy and the laptop's health, done in the back room on its own connection.
#pragma once

#include "client/app/keeping/keeping.h"
#include "client/app/window/back_room.h"
#include "client/app/window/work.h"
#include "client/screens/ports/keeping.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace client_app {

class KeepingDesk final : public screens::Keeping {
public:
    KeepingDesk(const base::Clock& clock, BackRoom& back_room)
        : clock_(clock), back_room_(back_room) {}

    void open(Work& work);
    void close();
    // After each save and sync: the copy is brought up to date where it is present.
    void store_changed();
    // Once a frame: what came too soon after the last copy is copied when its time has come, though
    // nothing more is saved. Returns the milliseconds until then.
    std::optional<std::int64_t> tick();

    const screens::KeepingState& state() override { return state_; }
    void look() override;
    std::vector<screens::StickPlace> sticks() override;
    void copy_now(const std::string& folder) override;
    void forget_copy() override;
    void try_copy() override;
    void check_store() override;
    void lost_is_seen() override;
    std::string version() override;

private:
    using Found = std::function<void(screens::KeepingState&)>;
    // Does `job` in the back room; what it found goes into the state, with a new look at all.
    void in_back_room(std::function<Found(Work&, base::Instant)> job);
    void kept_once(bool is_too_soon);
    void begin(screens::KeepingState::Busy busy);

    const base::Clock& clock_;
    BackRoom& back_room_;
    Work* work_ = nullptr;
    screens::KeepingState state_;
    bool is_keeping_ = false;   // asked for and not done yet
    bool has_changed_ = false;  // since that was asked for
    std::optional<base::Instant> again_at_;
    std::int64_t opened_ = 0;
};

}  // namespace client_app
