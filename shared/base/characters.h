// The letters and digits of ASCII, whatever the locale.
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace base {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Digits and nothing else, at least one.
constexpr bool is_number(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// Without what people put between them: "0812-345" is "0812345".
inline std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
    return digits;
}

}  // namespace base
