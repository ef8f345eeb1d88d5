// When milk came in, by the mother's own word: more than 72 hours after the birth is late
// (DOMAIN 3.1). Where an hour is not known, only what holds whatever the hour was is said.
#pragma once

#include "shared/care/family.h"

namespace indicators {

struct MilkOnset {
    enum class When { NotKnown, InTime, Late, HourUnknown } when = When::NotKnown;
    const records::Record* evidence = nullptr;  // the check that decided
};
MilkOnset milk_onset(const care::Family& family, const care::Birth& birth);

}  // namespace indicators
