// The recall of yesterday: what an infant drank and ate, and since birth.
#pragma once

#include "tools/demo/checks.h"

namespace demo {

void add_recall(Dice& dice, Notebook& book, const Family& family, const Birth& birth,
                const Child& child, const VisitHere& visit, Truth& truth);

}  // namespace demo
