// Whose records a change may be about (SYNC 15): those of the author's units, where the record is
// now or where it was when she saw it; and of units that were hers when she wrote it.
#pragma once

#include "shared/records/change.h"
#include "sync-server/accept/round/session.h"
#include "sync-server/store/people/people.h"
#include "sync-server/store/records/records.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace accept {

struct Author {
    const server_store::Device& device;
    const std::set<std::string>& units;  // as they are now
    bool may_join = false;               // records: only the health centre may
};

// Records, with names, are only on the laptops of those who look after people; district and admin
// never have one.
bool is_shut_out(const server_store::Device& device, const server_store::User& user);
bool may_have_laptop(const server_store::User& user);

Result<bool> is_in_scope(Session& session, const Author& author, std::int64_t n,
                         const records::Change& change,
                         const std::optional<server_store::StoredRecord>& standing);

// Was one of her units taken away, and did her laptop not say yet that it knows?
Result<bool> is_any_unit_open(Session& session);
// It knows: a change with a later number than this one was written knowing it.
Status note_last_n(Session& session, std::int64_t last_n);

}  // namespace accept
