#include "sync-server/http/urlencoded.h"

#include "shared/base/text.h"

#include <charconv>

namespace http {

namespace {

std::optional<char> escaped_byte(std::string_view two_digits) {
    unsigned value = 0;
    const char* end = two_digits.data() + two_digits.size();
    const auto [last, error] = std::from_chars(two_digits.data(), end, value, 16);
    if (two_digits.size() != 2 || error != std::errc() || last != end) return std::nullopt;
    return static_cast<char>(value);
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            const auto byte = escaped_byte(text.substr(i + 1, 2));
            if (!byte) return std::nullopt;
            decoded += *byte;
            i += 2;
        } else {
            decoded += plus_is_space && text[i] == '+' ? ' ' : text[i];
        }
    }
    if (!base::is_valid_utf8(decoded)) return std::nullopt;
    return decoded;
}

std::vector<Header> parse_urlencoded(std::string_view text) {
    std::vector<Header> values;
    for (const std::string& item : base::split(text, '&')) {
        if (item.empty()) continue;
        const auto equals = std::min(item.find('='), item.size());
        const std::string_view all = item;
        const auto name = percent_decoded(all.substr(0, equals), true);
        const auto value = percent_decoded(all.substr(std::min(equals + 1, all.size())), true);
        if (!name || !value) return {};
        values.push_back({*name, *value});
    }
    return values;
}

std::optional<std::string> urlencoded_value(std::string_view text, std::string_view name) {
    for (Header& each : parse_urlencoded(text)) {
        if (each.name == name) return std::move(each.value);
    }
    return std::nullopt;
}

}  // namespace http
