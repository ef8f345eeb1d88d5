// Who did what with power over persons' data: ids only, never a name (a reason is
// as its writer put it). Append-only.
#pragma once

#include "shared/base/date.h"
#include "shared/db/connection.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace server_store {

using base::Instant;
using base::Result;
using base::Status;

struct Audited {
    Instant at;
    std::string actor;        // a user's id, or "command-line"
    std::string what;         // "pin_rescue"
    std::string subject;      // the id of what it was done to
    std::string reason = {};  // in the words of who did it
};
inline constexpr const char* kCommandLine = "command-line";

Status audit(db::Connection& connection, const Audited& done);
Result<std::vector<Audited>> audited(db::Connection& connection, std::string_view what);

// What somebody looks for; an empty part asks nothing.
struct AuditSearch {
    std::string actor, what, subject;
    Instant from;  // of that moment or later
    Instant before{std::numeric_limits<std::int64_t>::max()};
};
// Newest first.
Result<std::vector<Audited>> search_audit(db::Connection& connection, const AuditSearch& search,
                                          std::int64_t first, std::int64_t count);
// Every word for `what` that was ever written.
Result<std::vector<std::string>> audited_kinds(db::Connection& connection);

}  // namespace server_store
