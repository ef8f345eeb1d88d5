// Sending by USB stick: bundles out, the health centre's replies in.
//
// Nothing counts as sent because a bundle was written: only a reply, or the network, says so. What
// is on the stick is sealed, so anybody may carry it.
#pragma once

#include "client/store/applying.h"
#include "client/store/store.h"
#include "shared/base/clock.h"
#include "shared/forms/form_set.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace client_app {

// What stood in the way. Nothing was lost by any of them: what waited waits.
enum class CourierTrouble {
    NotEnrolled,   // this store has no keys of a health centre
    NoSuchPlace,   // the folder or file is not there: no stick?
    StickFull,     // nothing was left on it
    StickFailed,   // it does not let itself be written or read: write-protected, pulled, broken
    NoReply,       // the folder holds none for this laptop
    NotABundle,    // another kind of file
    NewerProgram,  // update this program, then read it again
    Cut,           // only half of the file is there: the stick was pulled too early
    Damaged,       // changed on the way, or not from this laptop's health centre
    OtherLaptop,   // a reply for another laptop or user: they read it
    Storage,       // this laptop's own disk
};

struct WrittenBundle {
    std::optional<CourierTrouble> trouble;
    std::string file;  // its path
    std::int64_t changes = 0;
    std::int64_t bytes = 0;
    std::int64_t left = 0;  // that wait and go with the next bundle; hardly ever
};
// `place`: a folder (the file gets its name there, and replaces this laptop's earlier one with the
// same changes), or the path of the file. Either the whole file is there afterwards, or none.
WrittenBundle write_bundle(store::Store& store, const store::Identity& identity,
                           const forms::FormSet& forms, const base::Clock& clock,
                           const std::string& place);

struct FileTrouble {
    std::string file;  // its path; the place itself if that was the trouble
    CourierTrouble trouble;
};
struct ReadReplies {
    std::int64_t replies = 0;    // ours, taken in; also those that said nothing new
    std::int64_t confirmed = 0;  // changes of this laptop that the centre now holds
    std::int64_t received = 0;   // records of others that are new here
    std::int64_t erased = 0;     // records that left this laptop, lawfully erased
    std::int64_t left = 0;       // that are of another posyandu now
    store::Gone gone;
    bool write_again = false;           // another bundle is needed before all has arrived
    bool is_turning = false;            // because the centre's server was restored from a backup
    std::int64_t sent_again = 0;        // changes that it held before; they go with the next bundle
    bool must_erase = false;            // the laptop's permission was closed (erasing.h)
    std::vector<FileTrouble> others;    // replies for other laptops: not taken, and no trouble
    std::vector<FileTrouble> troubles;  // a bad file stops no other
};
// `place`: a folder, of which every reply (*.reply.kab) is looked at, or one file.
ReadReplies read_replies(store::Store& store, const store::Identity& identity,
                         const forms::FormSet& forms, const base::Clock& clock,
                         const std::string& place);

// What happened, whether the data is safe, what to do next. In Indonesian.
std::string sentence_of(CourierTrouble trouble);
// The server was restored from a backup: nothing is wrong, it only takes some trips.
std::string sentence_of_stick_restore(std::int64_t sent_again);

}  // namespace client_app
