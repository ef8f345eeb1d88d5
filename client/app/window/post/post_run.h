// One sending from its start to its end, as the back room counts it.
#pragma once

#include "client/app/window/post/post.h"
#include "client/store/store.h"

#include <cstdint>
#include <optional>

namespace client_app {

struct Post::Run {
    std::int64_t first_n = 1;   // the first change that waited
    std::int64_t received = 0;  // changes, on the server's word
    std::int64_t left = 0;      // that still wait
    std::int64_t bytes_sent = 0, bytes_all = 0;
    std::optional<base::Result<sync_client::Total>> total;  // once ended
    std::int64_t incarnation = 0, acknowledged = 0;
    std::optional<OutboxNow> outbox;  // as it stands after it,
    std::int64_t saves = 0;           // with these saves counted

    // Counts from here.
    static Run begin(store::Store& store);
    // After a round: what the server has acknowledged since.
    void count(store::Store& store, const sync_client::Total& so_far);
};

// Adds what a sending erased.
void add(std::int64_t records, const store::Gone& gone, screens::ErasedHere& erased);

screens::SyncTrouble trouble_of(const base::Result<sync_client::Total>& total);

}  // namespace client_app
