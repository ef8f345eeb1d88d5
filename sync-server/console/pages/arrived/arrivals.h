// What was expected and what arrived: of each cadre and posyandu, and whom to call first. A
// district sees the posyandu, without names.
#pragma once

#include "sync-server/console/routes.h"

namespace console {

Routes arrival_routes();

// Laptops of cadres that nobody has heard of for two weeks, of those she may see.
Result<int> silent_laptops(const Visit& visit);

}  // namespace console
