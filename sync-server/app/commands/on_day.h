// The option --on of a move: since when it is so.
#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"

#include <optional>
#include <string>

namespace server_app {

// Nothing where nothing is given: today. Usage for what is no day.
inline base::Result<std::optional<base::Date>> on_day(const std::string& text) {
    std::optional<base::Date> day;
    if (text.empty()) return day;
    day = base::parse_date(text);
    if (!day) return base::Error{base::ErrorCode::Usage, "--on takes a day: YYYY-MM-DD"};
    return day;
}

}  // namespace server_app
