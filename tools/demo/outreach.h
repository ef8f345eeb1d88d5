// What a posyandu does for everybody: classes for mothers, talks, posyandu days.
#pragma once

#include "tools/demo/notebook.h"
#include "tools/demo/places.h"

namespace demo {

void add_outreach(Dice& dice, const Places& places, Date today, int days_back,
                  std::vector<Line>& lines);

}  // namespace demo
