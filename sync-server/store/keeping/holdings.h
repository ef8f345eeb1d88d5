// What a database holds, told so that a copy of it can be compared with it (SYNC 21): worked out
// from its rows, not from the sums that are kept beside them.
#pragma once

#include "shared/db/connection.h"
#include "shared/records/agreement.h"

#include <cstdint>
#include <map>
#include <string>

namespace server_store {

using base::Result;

struct DeviceHolding {
    std::int64_t n = 0;  // every change up to it is held
    std::string head;    // of the chain, at n
    bool operator==(const DeviceHolding&) const = default;
};

struct Holdings {
    std::map<std::string, records::Agreement> units;
    std::map<std::string, DeviceHolding> devices;  // by id
    std::int64_t changes = 0;
    std::int64_t users = 0;
    std::int64_t epoch = 0;
    std::string centre;

    std::int64_t records() const;
    bool operator==(const Holdings&) const = default;
};

// From one moment only if the caller has a transaction open.
Result<Holdings> holdings_of(db::Connection& connection);

}  // namespace server_store
