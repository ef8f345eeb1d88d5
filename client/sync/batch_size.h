// How much goes into one round: sized by time, and remembered in the store from one run to the
// next, so that a bad link is not tried with what it could not carry yesterday.
#pragma once

#include "client/store/store.h"

#include <cstddef>
#include <cstdint>

namespace sync_client {

class BatchSize {
public:
    BatchSize();
    static base::Result<BatchSize> remembered(store::Store& store);
    base::Status remember(store::Store& store);  // writes only what is new

    // All sizes are of lines, unpacked.
    std::size_t bytes() const { return bytes_; }
    std::size_t answer_bytes() const;  // what is wished of the server at most
    // A round that was at least half full, one way or the other, says how fast the link is.
    void took(std::int64_t ms, std::size_t sent_bytes, std::size_t received_bytes = 0);
    bool too_large();  // halves; false: it cannot get smaller

private:
    std::size_t bytes_;
    std::size_t remembered_ = 0;
};

}  // namespace sync_client
