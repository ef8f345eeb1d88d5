// Sending by USB stick: what waits goes onto it, the health centre's answer comes back on it.
// Nothing has been sent because it was written there.
#pragma once

#include "client/screens/ports/common.h"
#include "client/screens/ports/sync.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace screens {

struct StickHere {
    std::string name, folder;      // "KINGSTON", where it is mounted
    std::int64_t free_bytes = -1;  // -1: unknown
};

// What stood in the way. Nothing was lost by any of them.
enum class CarryTrouble {
    None,
    Practice,      // invented families leave this laptop by no way
    NotEnrolled,   // this laptop has no keys of a health centre
    NoSuchPlace,   // pulled meanwhile, or never there
    StickFull,     // nothing was left on it
    StickFailed,   // write-protected, pulled, broken
    NoReply,       // none for this laptop is there
    NotABundle,    // another kind of file
    NewerProgram,  // of the health centre's
    Cut,           // only half of the file: pulled too early
    Damaged,       // changed on the way, or of another health centre
    OtherLaptop,   // for another laptop or user
    Storage,       // this laptop's own disk
};

// The last that was written; kept until the next.
struct CarriedOut {
    Instant at;
    std::int64_t changes = 0, bytes = 0;
    std::int64_t left = 0;      // did not fit and go with the next one; hardly ever
    std::int64_t awaiting = 0;  // of them, without the health centre's word yet
};

// What the answers on the stick brought.
struct CarriedIn {
    std::int64_t replies = 0;    // ours
    std::int64_t confirmed = 0;  // records that the centre now holds
    std::int64_t received = 0;   // of others, new here
    bool is_write_again = false;
    bool is_restored = false;     // the centre's server was put back from a backup: some trips more
    std::int64_t sent_again = 0;  // records that it held before; they go with the next trip
    ErasedHere erased;
    std::int64_t left = 0;    // records that are of another posyandu now
    std::int64_t others = 0;  // for other laptops; left where they are
    CarryTrouble trouble = CarryTrouble::None;
};

struct CourierState {
    enum class Doing { Nothing, Writing, Reading } doing = Doing::Nothing;
    std::optional<CarriedOut> written;
    CarryTrouble write_trouble = CarryTrouble::None;  // of the last press
    bool is_written_now = false;                      // in this sitting, without trouble
    std::optional<CarriedIn> read;                    // in this sitting
};

class Courier {
public:
    virtual ~Courier() = default;
    virtual const CourierState& courier_state() = 0;
    virtual std::vector<StickHere> sticks_here() = 0;
    // Both are begun here and done in the background.
    virtual void write_to(const std::string& folder) = 0;
    virtual void read_from(const std::string& folder) = 0;
};

}  // namespace screens
