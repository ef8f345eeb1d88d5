// Pages as a busy posyandu would print them, with long words, many signs and people who never
// lived. For the tests of client/paper and for kawan-sheets.
#pragma once

#include "client/paper/leaflet.h"
#include "client/paper/midwife_card.h"
#include "client/paper/referral_letter.h"
#include "client/paper/route_page.h"

#include <vector>

namespace paper_samples {

paper::Letterhead head();
paper::Route route(int stops = 14);
paper::Referral mother_referral();  // eight signs, the longest among them
paper::Referral infant_referral();
paper::MidwifeCard card();
paper::Leaflet leaflet();  // with a name on it, and the midwife's number

}  // namespace paper_samples
