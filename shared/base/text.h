// Text as people search and compare it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace base {

std::string trimmed(std::string_view text);
std::vector<std::string> split(std::string_view text, char separator);
std::string joined(const std::vector<std::string>& parts, std::string_view separator);
bool is_valid_utf8(std::string_view text);
// The same, with U+FFFD for every byte that belongs to no character.
std::string made_valid_utf8(std::string_view text);
std::size_t character_count(std::string_view utf8);  // code points; bytes if not valid UTF-8

// For searching: lower case, accents and punctuation off, spaces collapsed (Unicode NFKD).
std::string folded(std::string_view text);

// "Visit {0} of {1}" with {0}, {1} ... replaced; translators may reorder them.
std::string filled(std::string_view pattern, const std::vector<std::string>& values);

}  // namespace base
