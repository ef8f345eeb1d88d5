#include "client/app/people.h"

#include "shared/protocol/record_line.h"

namespace client_app {

base::Result<People> People::read(store::Store& store) {
    TRY_LET(identity, store.identity());
    People people;
    people.me_ = {identity.user, identity.user_name, identity.role};
    people.centre_ = identity.centre;  // until a config says otherwise
    if (identity.config.empty()) return people;
    TRY_LET(config, protocol::parse_config(identity.config));
    people.users_ = std::move(config.users);
    if (!config.centre.empty()) people.centre_ = config.centre;
    return people;
}

protocol::User People::find(const std::string& by) const {
    if (by == protocol::kByCentre) return {by, centre_, ""};
    for (const protocol::User& user : users_) {
        if (user.id == by) return user;
    }
    return is_me(by) ? me_ : protocol::User{by, "", ""};
}

}  // namespace client_app
