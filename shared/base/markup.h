// Text from people inside HTML, SVG and addresses.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace base {

// What stands in for a character that must not be printed: U+FFFD.
inline constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// "&lt;" for '<'; "" for a character that stands for itself.
std::string_view entity(char c);
// Bytes of the mark at the beginning that turns the direction of a line, or breaks it, unseen:
// U+061C, U+200E/F, U+2028-202E, U+2066-2069. 0: there is none.
std::size_t direction_mark_at(std::string_view text);
bool is_control(char c);  // but for a line's end and a tab

// UTF-8 whatever comes in; control characters and direction marks are replaced.
std::string escaped(std::string_view from_people);
// "a/b" is "a%2Fb": everything but the unreserved characters, byte by byte (RFC 3986).
std::string percent_encoded(std::string_view text);

}  // namespace base
