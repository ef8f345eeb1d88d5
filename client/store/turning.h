// The server was restored from a backup: this store turns to its new epoch (SYNC 22). Unit by unit
// it offers what the server lacks, and only then goes on from where their histories part.
// Everything it holds stays in place meanwhile; where it stands survives the program.
#pragma once

#include "client/store/store.h"
#include "shared/protocol/answer.h"
#include "shared/protocol/hello.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

// What to say next to a server that was restored.
struct TurnRequest {
    protocol::Turn turn;
    std::string unit;                // whose sums go along; empty: the last request
    std::vector<std::string> lines;  // confirmed records that the server lacks
};
// nullopt: the server is the one that this store knows.
Result<std::optional<TurnRequest>> turn_request(Store& store, std::size_t bytes_max);

// Names the step that the turn is at, so that an answer to an earlier one is known as late; empty
// outside a turn.
Result<std::string> turn_step(Store& store);

// Inside the caller's transaction: takes in the answer of a restored server, one step of the way.
// After the last step what the server does not hold any more waits to be sent again.
Status follow_reset(Store& store, const protocol::Answer& answer);

}  // namespace store
