// Sending, and what came of it.
#pragma once

#include "client/screens/ports/common.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace screens {

enum class SyncTrouble {
    None,
    NoConnection,
    WrongServer,
    NotEnrolled,
    Revoked,
    ProgramTooOld,
    ServerBusy,
    ServerTrouble,
    Disk,
};

struct ReceiptRow {
    Instant at;
    std::int64_t n_from = 0, n_to = 0;
};

struct TroubledRow {
    std::string family;  // its id; empty if the record belongs to none
    std::string type, record;
    std::string who;  // the family's name
    enum class Kind { ToMend, Differs, Refused } kind = Kind::ToMend;
};

struct SyncState {
    std::int64_t waiting = 0;    // saved here, not yet at the health centre
    std::int64_t to_mend = 0;    // there, held until somebody mends them
    std::int64_t differing = 0;  // somebody else wrote another value
    std::int64_t refused = 0;    // by a person, with a reason
    std::int64_t confirmed = 0;  // records that the server has given us
    bool is_equal = false;       // laptop and server compared, and hold the same
    std::optional<Instant> last_sync_at;
    bool is_running = false;
    std::int64_t sent_so_far = 0, to_send = 0;  // of the round that runs
    SyncTrouble trouble = SyncTrouble::None;    // of the last try
    std::optional<Instant> next_try_at;
    std::int64_t clock_offset_ms = 0;  // laptop minus server
    std::vector<ReceiptRow> receipts;  // newest first
    std::vector<TroubledRow> troubled;
};

class Sync {
public:
    virtual ~Sync() = default;
    virtual const SyncState& state() = 0;
    virtual void start() = 0;
};

}  // namespace screens
