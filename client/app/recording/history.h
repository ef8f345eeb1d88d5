// A record's history for the screen: who changed what, newest first.
//
// Told from one's own changes (store/outbox) and from those that arrived (store/history), each
// once. The server's revisions give the order, no clock does (SYNC).
#pragma once

#include "client/store/store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace client_app {

using base::Result;

enum class ChangeState {
    Waiting,      // on this laptop only
    Done,         // in the server's database
    Conflict,     // another value stands
    Quarantined,  // the health centre must mend it
    Rejected,     // by a person, with a reason
    Erased,       // the person's data was lawfully erased: nothing of it is told
};
std::string_view name_of(ChangeState state);

// Values as JSON tokens (base/fields.h); "null" where there was or is none.
struct FieldChange {
    std::string field;
    std::optional<std::string> old_token;  // nullopt: not kept
    std::string new_token;
};

struct HistoryEntry {
    base::Instant at;  // one's own: when saved, by the laptop's clock; else: received by the server
    std::string who;   // a user's name, or the health centre's for its own desk; empty: not known
    std::string role;  // user_role of the dictionary; empty: not known
    bool is_mine = false;  // also from another laptop of the same user
    bool is_clock_doubtful = false;
    bool is_creation = false;
    // Several wrote between two syncs; `who` is the last of them, the changes are all of theirs.
    bool is_last_of_several = false;
    ChangeState state = ChangeState::Done;
    std::optional<std::int64_t> n;  // of this laptop's own change
    std::string reason;             // the author's
    std::string answer;             // of quarantine and rejection: the health centre's
    // Empty for a record that came here whole: what it was made with is the record itself.
    std::vector<FieldChange> changes;
};

// Empty for a record that the store does not hold.
Result<std::vector<HistoryEntry>> history_of(store::Store& store, std::string_view record);

// Whether all that this laptop wrote of it is in the server's database.
Result<bool> is_sent(store::Store& store, std::string_view record);

}  // namespace client_app
