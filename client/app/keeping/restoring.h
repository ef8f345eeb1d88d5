// Putting a second copy back: one command, on this laptop or on a new one.
//
// What stood on the laptop is always kept aside, never thrown away; what it holds more than the
// copy is only put aside when the caller says so. The device begins a new incarnation; should the
// health centre know more than the copy, the sync's fork rule (SYNC 7) numbers what is new anew.
#pragma once

#include "client/app/workplace.h"

#include <cstdint>
#include <string>
#include <vector>

namespace client_app {

// The copies in a folder, by device. Labels are not known before one is opened.
std::vector<StoreFile> copies_in(const std::string& folder);

struct Restoring {
    std::string data;       // the laptop's folder; made if it is not there
    std::string folder;     // of the copy
    std::string device;     // which copy; empty: the only one
    std::string pin;        // of the copy, or a newer one of this laptop's
    bool replaces = false;  // also if the laptop holds changes that the copy lacks
};

struct Restored {
    enum class Outcome {
        Restored,
        WrongPin,    // `wait_s` until the next try is heard
        NoCopy,      // none in the folder
        WhichCopy,   // several: say which device
        WouldHide,   // the laptop holds more than the copy, or cannot be read: see `replaces`
        InUse,       // the store is open in another window
        DamagedCopy  // nothing was changed
    };
    Outcome outcome = Outcome::NoCopy;
    StoreFile file;            // of the restored store
    std::string user_name;     // whose it is
    std::int64_t changes = 0;  // in the copy
    std::int64_t records = 0;
    std::int64_t hidden_changes = 0;  // that only the laptop's store holds
    std::int64_t hidden_drafts = 0;
    bool is_laptop_unreadable = false;
    std::string kept_aside;  // the file that stood there; empty if none did
    int wait_s = 0;
};
Result<Restored> restore_copy(const Restoring& wanted, base::Instant now);

}  // namespace client_app
