// What becomes of a change's fields when it is taken back: nothing is rewritten in the past, so
// each goes back by a new change, and what somebody wrote since stays (SYNC 9, 17).
#pragma once

#include "sync-server/store/changes/changes.h"
#include "sync-server/store/records/records.h"

#include <cstdint>
#include <string>
#include <vector>

namespace forms {
struct Form;
}

namespace accept {

// A change as the log has it.
struct LoggedWord {
    std::int64_t device = 0;
    std::int64_t n = 0;
    base::Fields set;
    base::Fields before;  // of what it changed; null where there was nothing
};

// It goes back, or stays because somebody has written it since.
struct Reverting {
    std::string field;
    std::string now, before;  // JSON
    bool goes_back = true;
};

// Of each field that it changed. Groups go together, and only if it is the last to have written
// all of the group.
std::vector<Reverting> revertings(const forms::Form& form, const server_store::StoredRecord& stored,
                                  const LoggedWord& word);
// Those that go back, with their old values.
base::Fields going_back(const std::vector<Reverting>& fields);

}  // namespace accept
