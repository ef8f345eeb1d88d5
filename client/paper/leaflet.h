// What stays with the family after the massage was taught: A5, two sides. In front the steps in
// pictures, on the back when not to massage, the danger signs and whom to call (DOMAIN 2.3, 10.5).
#pragma once

#include "client/paper/html.h"
#include "shared/base/result.h"
#include "shared/care/procedure.h"

#include <string>

namespace paper {

struct Leaflet {
    care::Procedure procedure;           // the one that is in force
    std::string baby;                    // only if the family wants the name on it; empty: nobody's
    std::string midwife, midwife_phone;  // empty: a line to write on
    // A stillbirth or a baby who died: such a family gets no leaflet about milk (DOMAIN 5.4).
    bool has_lost_baby = false;
};

// In the language that the window speaks. Refused for a family that has lost a baby.
base::Result<std::string> leaflet(const Leaflet& leaflet, const Letterhead& head);

}  // namespace paper
