// Who changed what of a record, as the application tells it.
#pragma once

#include "client/screens/ports/common.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

// Where a change stands. Held: the health centre must mend it. Refused: by a person, with a reason.
// Erased: the person's data was lawfully erased, nothing of it is told.
enum class WriteState { Waiting, Done, Conflict, Held, Refused, Erased };

// Values as JSON tokens (base/fields.h); "null" where there was or is none.
struct FieldWritten {
    std::string field;
    std::optional<std::string> old_token;  // nullopt: not kept
    std::string new_token;
};

struct Written {
    Instant at;             // by the laptop's clock; of others: received by the server
    std::string who, role;  // a name and a user_role; may be empty
    bool is_mine = false;   // also from another laptop of the same user
    bool is_clock_doubtful = false;
    bool is_creation = false;
    bool is_last_of_several = false;  // `who` is the last of them, the changes are all of theirs
    WriteState state = WriteState::Done;
    std::string reason;  // the author's
    std::string answer;  // of held and refused: the health centre's
    std::vector<FieldWritten> changes;
};

}  // namespace screens
