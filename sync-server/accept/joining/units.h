// Whose posyandu is which: a cadre gets one, loses one, hands hers over (SYNC 15). What she wrote
// before her laptop heard of a loss is taken as hers; her laptop lets go of the rest.
#pragma once

#include "sync-server/accept/joining/joining.h"

#include <string>

namespace joining {

struct UnitRequest {
    std::string user;  // id
    std::string unit;  // code
    std::string actor;
    std::string reason = {};
};
// Refused if it is hers already, or is not hers.
Status give_unit(const Desk& desk, const UnitRequest& request);
Status take_unit(const Desk& desk, const UnitRequest& request);
// Both at once. NotFound if the other user or the unit is not here.
Status hand_over(const Desk& desk, const UnitRequest& from, const std::string& to_user);

}  // namespace joining
