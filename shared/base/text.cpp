#include "shared/base/text.h"

#include "shared/base/characters.h"

#include <utf8proc.h>
#include <algorithm>
#include <cstdlib>
#include <memory>

namespace base {

namespace {

constexpr std::string_view kSpace = " \t\r\n";

const utf8proc_uint8_t* bytes_of(std::string_view text) {
    return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

// Bytes of the character that starts there; 0 if none does.
std::size_t character_length(std::string_view text, std::size_t at) {
    utf8proc_int32_t code_point = 0;
    const auto length = utf8proc_iterate(
        bytes_of(text) + at, static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
    return length > 0 ? static_cast<std::size_t>(length) : 0;
}

}  // namespace

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(kSpace) - first + 1));
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    std::size_t start = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at == text.size() || text[at] == separator) {
            parts.emplace_back(text.substr(start, at - start));
            start = at + 1;
        }
    }
    return parts;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string text;
    for (const std::string& part : parts) {
        if (&part != parts.data()) text += separator;
        text += part;
    }
    return text;
}

bool is_valid_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t length = character_length(text, at);
        if (length == 0) return false;
        at += length;
    }
    return true;
}

std::string made_valid_utf8(std::string_view text) {
    std::string valid;
    valid.reserve(text.size());
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t length = character_length(text, at);
        valid += length == 0 ? "\xEF\xBF\xBD" : text.substr(at, length);
        at += std::max<std::size_t>(length, 1);
    }
    return valid;
}

std::size_t character_count(std::string_view utf8) {
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (std::all_of(utf8.begin(), utf8.end(), is_ascii)) return utf8.size();
    if (!is_valid_utf8(utf8)) return utf8.size();
    std::size_t count = 0;
    for (const char c : utf8) {
        if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++count;
    }
    return count;
}

std::string folded(std::string_view text) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                                        UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    const auto length =
        utf8proc_map(bytes_of(text), static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
    if (length < 0) return std::string(text);
    const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owned(mapped, std::free);
    std::string out;
    for (utf8proc_ssize_t i = 0; i < length; ++i) {
        const unsigned char c = mapped[i];
        const bool letter = c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (letter) {
            out += static_cast<char>(c);
        } else if (c != '\'' && !out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string filled(std::string_view pattern, const std::vector<std::string>& values) {
    std::string out;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const bool slot = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}' &&
                          is_digit(pattern[at + 1]);
        if (!slot) {
            out += pattern[at];
            continue;
        }
        const auto index = static_cast<std::size_t>(pattern[at + 1] - '0');
        if (index < values.size()) out += values[index];
        at += 2;
    }
    return out;
}

}  // namespace base
