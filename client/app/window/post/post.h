// Sending and receiving, in the back room, on a connection of its own: typing goes on meanwhile.
//
// By itself at sign-in, every half hour, some minutes after a failure (next_try), and when this
// machine finds another way to the network while something waits; at once when asked.
#pragma once

#include "client/app/window/back_room.h"
#include "client/app/window/books/family_book.h"
#include "client/app/window/post/network_here.h"
#include "client/app/window/post/next_try.h"
#include "client/app/window/post/outbox_now.h"
#include "client/app/window/work.h"
#include "client/screens/ports/sync.h"
#include "client/sync/round.h"
#include "shared/base/random.h"

#include <atomic>
#include <functional>
#include <optional>

namespace client_app {

class Post final : public screens::Sync {
public:
    Post(FamilyBook& families, const base::Clock& clock, BackRoom& back_room, base::Random& random)
        : families_(families), clock_(clock), back_room_(back_room), random_(random) {}

    void open(Work& work);
    void close();  // ends a running round within about a second
    // So many changes more wait: said at once, counted anew in the back room.
    void saved(std::int64_t changes);
    // The permission was closed while something was being saved: that goes first (SYNC 24).
    void send_before_going();
    void taken_in();                    // a reply was read from a stick: what changed is read again
    std::function<void()> when_done;    // a round or a reply may have changed the store
    std::function<void()> when_closed;  // this laptop may not keep what it holds
    std::function<void()> when_received;                  // others' records have come
    std::function<std::string()> network = network_here;  // tests have their own
    // Once a frame: starts a round that is due. Milliseconds until the next look.
    std::optional<std::int64_t> tick();

    const screens::SyncState& state() override { return state_; }
    void start() override;
    void pause() override;
    void look() override;
    std::vector<screens::ResultRow> results(std::int64_t n_from, std::int64_t n_to) override;

private:
    struct Run;
    void send_all(const Work& work, std::int64_t opening);  // in the back room
    void show_progress(const Run& run);
    void run_done(Run&& run);
    void take_new_forms();
    void count_again();
    void show(OutboxNow&& now);
    bool has_new_network();

    FamilyBook& families_;
    const base::Clock& clock_;
    BackRoom& back_room_;
    base::Random& random_;
    Work* work_ = nullptr;
    screens::SyncState state_;
    std::atomic<bool> is_cancelled_ = false, is_pausing_ = false;
    std::int64_t opened_ = 0;
    int failures_ = 0;  // in a row
    std::string network_then_;
    std::int64_t looked_at_network_ms_ = 0;
    bool is_looking_ = false, is_look_old_ = true;
    std::atomic<std::int64_t> saves_ = 0;  // a count from before the last save is not shown
};

}  // namespace client_app
