// A record goes to another posyandu (SYNC 15), within a session; and what is new there about it
// goes after it: a visit that a cadre of the old posyandu brings when the family has moved.
#pragma once

#include "sync-server/accept/round/session.h"
#include "sync-server/store/records/records.h"

#include <string>
#include <string_view>

namespace accept {

// `since`: the day from which reports place it there, "2026-03-01".
Status relocate(Session& session, server_store::StoredRecord& stored, const std::string& to,
                std::string_view since);

// The same for it and all that is about it in its unit.
Status relocate_with_all(Session& session, const std::string& id, const std::string& to,
                         std::string_view since);

// A record that has just come to be: if the one that it is about has moved out of its unit, it
// follows, with what was waiting here for it.
Status follow(Session& session, const server_store::StoredRecord& stored);

// The record that this one is about, and goes with; empty: none.
std::string anchor_of(const records::Record& record);

}  // namespace accept
