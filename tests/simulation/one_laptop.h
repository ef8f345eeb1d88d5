// One health centre with one posyandu, and the laptop of its cadre.
#pragma once

#include "tests/simulation/world.h"

namespace simulation {

struct OneLaptop {
    base::FixedClock clock{base::Instant{1'790'000'000'000}};  // 21 September 2026
    base::SeededRandom random{5};
    ScratchFolder folder;
    Server server{folder.path("centre.db"), clock, random, {"POSY-1"}};
    Device siti{folder.path("siti.db"), server, server.add_user("Siti", "KADER", {"POSY-1"}), clock,
                random};
};

}  // namespace simulation
