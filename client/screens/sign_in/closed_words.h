// What is said when the health centre closed this laptop's permission and her data has gone.
#pragma once

#include "client/screens/ports/session.h"

#include <string>
#include <vector>

namespace screens {

std::string what_happened(const Closed& closed);
std::vector<std::string> remarks_on(const Closed& closed);

}  // namespace screens
