// The citizen number of 16 digits (DOMAIN 1.4). Only its form is an error; what it says about a
// person is a doubt to note, never a reason to overwrite her sex or birth date.
#pragma once

#include "shared/base/date.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace care {

enum class NikVerdict { Valid, Mismatch, UnknownArea, NotSixteenDigits };
using KnowsKecamatan = std::function<bool(std::string_view six_digits)>;

// `sex` is 'L', 'P' or 0 (not stated). Without `knows` the area is not looked at.
NikVerdict check_nik(std::string_view nik, std::optional<base::Date> birth_date, char sex,
                     const KnowsKecamatan& knows = nullptr);

}  // namespace care
