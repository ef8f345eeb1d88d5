// How the store and its laptop are, and the second copy of the data. Read in the background: what
// stands in state() is as of the last look.
#pragma once

#include "client/screens/ports/common.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace screens {

struct StickPlace {
    std::string name, folder;  // "KINGSTON", where it is mounted
};

struct CopyInfo {
    std::string folder;  // empty: none was chosen
    bool is_present = false;
    bool is_on_same_disk = false;  // it will not outlive the disk
    bool is_current = false;       // holds all that the store holds
    std::optional<Instant> at;
    bool has_failed = false;  // the last try
};

// What came of reading the copy back into a scratch place.
struct CopyTrial {
    enum class Finding { Equal, Older, Other, Damaged, Missing, Failed } finding = Finding::Missing;
    std::int64_t changes_behind = 0, changes_only_there = 0;
    std::int64_t records_here = 0, records_there = 0;
};

enum class Room { Enough, Low, Full };

struct LaptopHealth {
    std::int64_t records = 0, waiting = 0, drafts = 0;
    std::int64_t file_bytes = 0;
    std::int64_t free_bytes = -1;  // -1: unknown
    Room room = Room::Enough;
    std::optional<Instant> checked_at;
    bool is_whole = true;  // as of `checked_at`
    std::optional<Instant> last_sync_at;
    std::int64_t clock_offset_ms = 0;  // laptop minus server, at the last sync
    std::int64_t lost = 0;             // changes that were saved and are not here any more
};

struct KeepingState {
    enum class Busy { No, Copying, Trying, Checking };
    enum class CopyTrouble { None, NoFolder, OwnFolder, Full, Failed };
    bool is_read = false;
    LaptopHealth health;
    CopyInfo copy;
    Busy busy = Busy::No;
    std::optional<CopyTrial> trial;                // of this sitting
    CopyTrouble copy_trouble = CopyTrouble::None;  // of "copy now", in this sitting
};

class Keeping {
public:
    virtual ~Keeping() = default;
    virtual const KeepingState& state() = 0;
    virtual void look() = 0;  // reads the state again
    virtual std::vector<StickPlace> sticks() = 0;
    virtual void copy_now(const std::string& folder) = 0;
    virtual void forget_copy() = 0;
    virtual void try_copy() = 0;
    virtual void check_store() = 0;
    virtual void lost_is_seen() = 0;    // what was lost need not be said any more
    virtual std::string version() = 0;  // of the program
};

}  // namespace screens
