// Two records beside each other, a line for each question: where they differ, one is chosen.
#pragma once

#include "sync-server/accept/joining/joining.h"
#include "sync-server/console/parts.h"
#include "sync-server/merge/reasons.h"

#include <string>
#include <vector>

namespace console {

// Who was written down first is on the left, whoever stays: the two never change places.
bool stays_on_right(const joining::Preview& preview);

// All that tells the two apart, and who wrote them.
struct Beside {
    bool may_choose = true;            // nothing is chosen where they cannot be joined
    bool asks_of_homes_below = false;  // which household is right is no question of this table
    std::vector<merge::Reason> reasons = {};  // each is said at the row that it speaks of
};
Result<Html> beside(const Visit& visit, const joining::Preview& preview, const Beside& how);

// Only where they differ; nothing where they nowhere do.
struct Differing {
    std::string caption;
    std::string prefix;  // before the choices' names
    bool stays_on_right = false;
};
Html differing(const Visit& visit, const joining::Preview& preview, const Differing& how);

// What was chosen there.
void take_sides(const Visit& visit, const joining::Preview& preview, const std::string& prefix,
                joining::Request& request);

}  // namespace console
