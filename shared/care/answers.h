// Reading answers out of a record's fields without copying them.
#pragma once

#include "shared/base/date.h"
#include "shared/base/fields.h"

#include <optional>
#include <string_view>

namespace care {

using base::Date;
using base::Fields;
using base::Instant;

// "Don't know" was asked and not known; Missing was never asked. A code that this version does not
// know reads as DontKnow: it is an answer, but not one to count on.
enum class Answer { Missing, No, Yes, DontKnow };
Answer answer(const Fields& fields, std::string_view name);
inline bool is_yes(const Fields& fields, std::string_view name) {
    return answer(fields, name) == Answer::Yes;
}

// A code, id or date as written, without its quotes; "" if none. Lives as long as the fields.
std::string_view code(const Fields& fields, std::string_view name);
// Does the select_multiple `name` hold any code but NONE?
bool has_any_code(const Fields& fields, std::string_view name);

std::optional<Date> date(const Fields& fields, std::string_view name);  // of a date or dateTime
std::optional<Instant> instant(const Fields& fields, std::string_view name);
std::optional<int> minute_of_day(const Fields& fields, std::string_view name);  // "14:05" -> 845

}  // namespace care
