// Sending and receiving, in the back room, on a connection of its own: typing goes on meanwhile.
//
// By itself at sign-in, every half hour, and ten minutes after a failure; at once when asked.
#pragma once

#include "client/app/window/back_room.h"
#include "client/app/window/family_book.h"
#include "client/app/window/work.h"
#include "client/screens/ports/ports.h"
#include "client/sync/round.h"

#include <atomic>
#include <functional>
#include <optional>

namespace client_app {

inline constexpr std::int64_t kNextRoundMs = 30 * 60 * 1000;
inline constexpr std::int64_t kNextTryMs = 10 * 60 * 1000;

class Post final : public screens::Sync {
public:
    Post(FamilyBook& families, const base::Clock& clock, BackRoom& back_room)
        : families_(families), clock_(clock), back_room_(back_room) {}

    void open(Work& work);
    void close();        // ends a running round within about a second
    void count_again();  // after a save
    std::function<void()> when_received;  // others' records have come
    // Once a frame: starts a round that is due. Milliseconds until the next one.
    std::optional<std::int64_t> tick();

    const screens::SyncState& state() override { return state_; }
    void start() override;

private:
    void round_done(const base::Result<sync_client::Total>& total);
    void read_receipts();
    void read_troubled();

    FamilyBook& families_;
    const base::Clock& clock_;
    BackRoom& back_room_;
    Work* work_ = nullptr;
    screens::SyncState state_;
    std::atomic<bool> is_cancelled_ = false;
    std::int64_t opened_ = 0;
};

}  // namespace client_app
