// Laptops that know more of this health centre than its database holds, and have shown no receipt
// of it: either the database was put back from an older copy, or the laptop lies. A person is told.
#pragma once

#include "shared/base/date.h"
#include "shared/db/connection.h"

#include <cstdint>
#include <string>
#include <vector>

namespace server_store {

struct Ahead {
    std::string device;  // its id
    std::string user;    // whose
    base::Instant since, last_at;
};

base::Status note_ahead(db::Connection& connection, std::int64_t device, base::Instant now);
base::Result<bool> is_ahead(db::Connection& connection, std::int64_t device);
// Since the epoch began: a new one heals it (begin_epoch). Not those that were shut out: that is
// what a person does about one that lies. A later sync that went well clears nothing.
base::Result<std::vector<Ahead>> laptops_ahead(db::Connection& connection);

}  // namespace server_store
