// Forms that a command published while the server runs: put in force without starting it again.
#pragma once

#include "shared/forms/in_force.h"
#include "sync-server/app/centre.h"

#include <cstdint>
#include <string>

namespace server_app {

class FormsWatch {
public:
    // Looks the first time as if nothing had been published: what was between the opening of the
    // database and this is not missed.
    FormsWatch(std::string data, forms::InForce& forms) : data_(std::move(data)), forms_(forms) {}

    // Reads them anew if something was published since. From one thread.
    base::Status look(db::Connection& connection);

private:
    const std::string data_;
    forms::InForce& forms_;
    std::int64_t seen_ = 0;
};

}  // namespace server_app
