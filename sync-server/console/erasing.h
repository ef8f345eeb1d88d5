// What the page of lawful erasure asks of the health centre's folder, which it does not know.
#pragma once

#include "shared/base/date.h"
#include "shared/db/connection.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace console {

struct Erasure {
    std::string person;  // her id
    bool with_children = false;
    std::string reason;  // no name belongs into it
    std::string actor;
};

// By type and number, never by name.
struct ErasurePlan {
    std::vector<std::string> ids;  // that go, hers first
    std::map<std::string, int> going, staying;
    std::int64_t waiting = 0;   // changes in quarantine that name them
    std::size_t backups = 0;    // that may hold them until they are rotated out
    std::size_t put_aside = 0;  // databases of before a restore, which lose them too
};

struct Erasing {
    std::function<base::Result<ErasurePlan>(db::Connection&, const Erasure&)> plan;
    std::function<base::Status(db::Connection& writer, base::Instant now, const Erasure&)>
        carry_out;
};

}  // namespace console
