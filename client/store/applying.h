// Taking a server's answer into the store: outcomes, records, cursors, receipt, in one transaction.
//
// Late, repeated and reordered answers are harmless (SYNC 3).
#pragma once

#include "client/store/comparing.h"
#include "client/store/store.h"
#include "shared/protocol/answer.h"

#include <functional>
#include <string>
#include <vector>

namespace store {

// Which records a record names; given by whoever knows the forms.
using NamedBy = std::function<std::vector<std::string>(const records::Record&)>;

// What the cadre is told of an erasure by law (SYNC 23): numbers, never who.
struct Gone {
    std::int64_t families = 0;   // households that left this laptop, lawfully erased
    std::int64_t persons = 0;    // persons that did
    std::int64_t not_taken = 0;  // her own records that name one who is erased
    Gone& operator+=(const Gone& more);
};

struct Applied {
    std::int64_t records = 0;  // that came and were newer
    std::int64_t outcomes = 0;
    std::int64_t erased = 0;  // records that left this laptop, lawfully erased
    std::int64_t left = 0;    // records of another posyandu now, or of one that was taken away
    Gone gone;
    bool forked = false;          // the server knows these numbers from another history
    std::int64_t new_lives = 0;   // begun: unsent changes were numbered anew
    bool revoked = false;         // the laptop may go; nothing came
    bool turned = false;          // a step on the way to a restored server (turning.h)
    bool turn_done = false;       // the last one: what is its own is sent again from here
    std::int64_t sent_again = 0;  // changes that the server held before, and holds no more
    bool agreed = true;           // known only when nothing more follows
    bool compared = false;        // this answer allowed the comparison
};

// Refuses (Refused) an answer whose receipt is not signed by this server, before taking anything.
Result<Applied> apply(Store& store, const protocol::Answer& answer, const NamedBy& named_by,
                      Instant now);

}  // namespace store
