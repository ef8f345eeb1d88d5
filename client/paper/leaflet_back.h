// The back of the leaflet: when not to massage, the danger signs, whom to call, what is known.
#pragma once

#include <string>

namespace paper {

std::string leaflet_back(const std::string& midwife, const std::string& phone);

}  // namespace paper
