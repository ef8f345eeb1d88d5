#include "shared/base/markup.h"

#include "shared/base/characters.h"
#include "shared/base/text.h"

#include <array>

namespace base {

std::string_view entity(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\'':
            return "&#39;";
        default:
            return {};
    }
}

std::size_t direction_mark_at(std::string_view text) {
    constexpr std::array<std::string_view, 14> kMarks = {
        "\u061C", "\u200E", "\u200F", "\u2028", "\u2029", "\u202A", "\u202B",
        "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"};
    for (const std::string_view mark : kMarks) {
        if (text.starts_with(mark)) return mark.size();
    }
    return 0;
}

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
}

std::string escaped(std::string_view from_people) {
    const std::string valid = made_valid_utf8(from_people);
    const std::string_view all = valid;
    std::string text;
    text.reserve(all.size());
    for (std::size_t at = 0; at < all.size(); ++at) {
        const std::size_t mark = direction_mark_at(all.substr(at));
        const std::string_view named = entity(all[at]);
        if (mark > 0 || is_control(all[at])) {
            text += kReplacement;
            at += mark > 0 ? mark - 1 : 0;
        } else if (!named.empty()) {
            text += named;
        } else {
            text += all[at];
        }
    }
    return text;
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    constexpr std::string_view kUnreserved = "-._~";
    std::string encoded;
    for (const char c : text) {
        if (is_letter(c) || is_digit(c) || kUnreserved.find(c) != std::string_view::npos) {
            encoded += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
    }
    return encoded;
}

}  // namespace base
