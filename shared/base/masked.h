// For paper that may be lost, also where somebody typed a number into a name.
#pragma once

#include <string>
#include <string_view>

namespace base {

// Runs of `digits` or more (a NIK, a telephone number), also when written with spaces, dots or
// hyphens, keep their last three: "•••789".
std::string masked(std::string_view words, std::size_t digits);
inline constexpr std::size_t kNikDigits = 16;
inline constexpr std::size_t kPhoneDigits = 9;

}  // namespace base
