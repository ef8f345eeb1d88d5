// The list that is on the page, as a walk on paper for the bag.
#pragma once

#include "client/paper/route_page.h"
#include "client/screens/today/today_model.h"

namespace screens {

// Only what is to be done: what was put off or called off stays at home.
paper::Route route_of(const TodayModel& model, const Ports& ports, const Me& me);
std::string route_html(const TodayModel& model, const Ports& ports, const Me& me);
inline constexpr const char* kRouteName = "rute-kunjungan";

}  // namespace screens
