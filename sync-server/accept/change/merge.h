// Merging one change into one record, field by field (SYNC 8-11). Pure: no database, no clock.
#pragma once

#include "shared/records/change.h"
#include "sync-server/accept/change/writers.h"

#include <optional>
#include <string>
#include <vector>

namespace forms {
struct Form;
}

namespace accept {

// A group of fields whose incoming or standing values lost, kept beside (SYNC 8, 11).
struct Loser {
    std::string group;
    base::Fields values;      // null where that side wants nothing there
    bool is_incoming = true;  // false: a sticky value displaced what stood here
};

struct Merged {
    base::Fields fields;  // after
    Writers writers;      // after; the new revision is already in them
    base::Fields before;  // old values of what changed; null: there was none. Nothing if it is new
    std::vector<Loser> losers;
    bool changed = false;             // a field has another value now
    bool took_any = false;            // a field of the change was taken (or was sticky)
    bool others_wrote_since = false;  // the record moved since the author saw it
};

// `author` is the writer as it will stand, with the revision that the record gets if it changes.
Merged merge(const base::Fields& standing, const Writers& writers, records::Revision revision,
             const records::Change& change, const Writer& author, const forms::Form& form);

// Was nothing of this group written since the change's author saw it, but by herself?
bool saw_group(const base::Fields& standing, const Writers& writers, const records::Change& change,
               const Writer& author, const forms::Form& form, const std::string& group);

// The first change of a record: nothing stands in its way, and it wrote every field.
Merged create(const records::Change& change, const Writer& author);

}  // namespace accept
