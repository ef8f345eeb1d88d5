// Whose id is whose name: the users of the health centre, as its server last told them.
#pragma once

#include "client/store/store.h"
#include "shared/protocol/enrolment.h"

#include <string>
#include <vector>

namespace client_app {

class People {
public:
    static base::Result<People> read(store::Store& store);

    // `by` of a record line (protocol/record_line.h): a user, or the health centre under its own
    // name. Without a name if nobody of that id was told.
    protocol::User find(const std::string& by) const;
    protocol::User me() const { return find(me_.id); }
    // Everybody whom the server told of; at least who sits here.
    std::vector<protocol::User> all() const;
    bool is_me(const std::string& by) const { return !by.empty() && by == me_.id; }

private:
    protocol::User me_;  // with the units of her config
    std::string centre_;
    std::vector<protocol::User> users_;
};

}  // namespace client_app
