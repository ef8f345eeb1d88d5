// What goes back: outcomes beyond the device's cursor, records of its units, the agreement.
#pragma once

#include "shared/protocol/answer.h"
#include "shared/protocol/hello.h"
#include "sync-server/accept/round/session.h"

#include <cstddef>
#include <string>

namespace accept {

struct Sent {
    std::string lines;  // outcome, record and other lines, each with its line end
    protocol::Ending ending;
    bool more = false;
    bool has_moves = false;  // any record at all
};

// Fills at most about `bytes_max` of lines; what does not fit comes with the next request.
Result<Sent> send(Session& session, const protocol::Hello& hello, std::size_t bytes_max);

}  // namespace accept
