// Of whom a form speaks: the health centre, its villages and posyandu, and the targets entered.
#pragma once

#include "shared/sheets/counts.h"

#include <optional>

namespace sheets {

// AMENDMENTS Data 5: entered or imported by the coordinator.
struct Target {
    std::string unit;       // a posyandu's or village's code
    std::string period;     // "2026-09" or "2026"
    std::string indicator;  // LIVE_BIRTHS, DELIVERIES, UNDER_FIVES ...
    int figure = 0;
    bool is_real = false;  // counted, not projected: goes before a projection
};

struct CadreCount {
    int registered = 0;
    int active = 0;  // with a visit in the period
};

struct Centre {
    std::string name;
    Place whole;
    std::vector<Place> villages;  // by name; each has its row, also with zeros
    std::vector<Place> posyandu;  // by code
    std::vector<Target> targets;
    std::map<std::string, CadreCount> cadres;  // by posyandu code
};

// Of the period itself; of a quarter, of each of its months. nullopt: not entered, so a percentage
// that needs it shows a dash.
std::optional<int> target_of(const Centre& centre, const Place& place, const Period& period,
                             std::string_view indicator);

}  // namespace sheets
