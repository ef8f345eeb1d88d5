// The months that the health centre has closed, as an answer says them: "2025-03/2026-07 2026-09",
// a range from its first month to its last, in order.
#pragma once

#include "shared/base/date.h"

#include <set>
#include <string>
#include <string_view>

namespace protocol {

std::string closed_text(const std::set<base::Month>& months);
// What is neither a month nor a range of at most kClosedMonthsMax months is passed over.
std::set<base::Month> closed_months(std::string_view text);

}  // namespace protocol
