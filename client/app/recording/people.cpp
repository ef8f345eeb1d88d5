#include "client/app/recording/people.h"

#include "shared/protocol/record_line.h"

namespace client_app {

base::Result<People> People::read(store::Store& store) {
    TRY_LET(identity, store.identity());
    People people;
    people.me_ = {identity.user, identity.user_name, identity.role, {}, false};
    people.centre_ = identity.centre;  // until a config says otherwise
    if (identity.config.empty()) return people;
    TRY_LET(config, protocol::parse_config(identity.config));
    for (const protocol::Unit& unit : config.units) people.me_.units.push_back(unit.code);
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

std::vector<protocol::User> People::all() const {
    std::vector<protocol::User> all = users_;
    bool is_told = false;
    for (protocol::User& user : all) {
        if (!is_me(user.id)) continue;
        is_told = true;
        if (user.units.empty()) user.units = me_.units;  // an older server does not say them
    }
    if (!is_told) all.push_back(me_);
    return all;
}

}  // namespace client_app
