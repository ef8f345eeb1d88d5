// What each indicator means, for who reads English; the ministry's own wording is definition_id's.
#pragma once

#include "shared/indicators/indicator.h"

namespace indicators {

std::string_view definition_en(Indicator indicator);

}  // namespace indicators
