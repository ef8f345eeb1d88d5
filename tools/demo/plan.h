// When a cadre means to see a family: the visits KV1 to KV10 and the days at the posyandu.
#pragma once

#include "tools/demo/births.h"

#include <vector>

namespace demo {

struct Contact {
    Date day;
    bool is_at_home = true;
    bool asks_mother = true;
    bool asks_recall = false;
    bool may_teach = false;
};

// Those that will be made, in order, none before `first`, which is always one of them.
std::vector<Contact> plan_contacts(Dice& dice, const Unit& unit, const Birth& birth, Date first);

}  // namespace demo
