#include "client/qr/links.h"

#include "shared/base/characters.h"
#include "shared/base/markup.h"

namespace qr {

namespace {

// The digits, without what people put between them; nullopt for anything else.
std::optional<std::string> digits_of(std::string_view phone) {
    constexpr std::string_view kBetween = " -.()";
    std::string digits;
    for (const char c : phone) {
        if (base::is_digit(c)) {
            digits += c;
        } else if (kBetween.find(c) == std::string_view::npos && !(c == '+' && digits.empty())) {
            return std::nullopt;
        }
    }
    return digits;
}

}  // namespace

std::optional<std::string> international(std::string_view phone) {
    std::optional<std::string> digits = digits_of(phone);
    if (!digits) return std::nullopt;
    if (digits->starts_with("0")) digits = "62" + digits->substr(1);
    // ITU E.164: at most 15 digits; the shortest numbers here have 8 after the country's code.
    if (digits->size() < 10 || digits->size() > 15) return std::nullopt;
    return digits;
}

std::string grouped(std::string_view phone) {
    std::optional<std::string> digits = international(phone);
    if (!digits) return std::string(phone);
    std::string left = digits->starts_with("62") ? "0" + digits->substr(2) : "+" + *digits;
    std::string groups;
    // A last group of one or two digits is hard to read aloud: it stays with the one before.
    while (left.size() > 6) {
        groups += left.substr(0, 4) + "-";
        left.erase(0, 4);
    }
    return groups + left;
}

std::optional<std::string> call_link(std::string_view phone) {
    const auto number = international(phone);
    if (!number) return std::nullopt;
    return "tel:+" + *number;
}

std::optional<std::string> sms_link(std::string_view phone, std::string_view message) {
    const auto number = international(phone);
    if (!number) return std::nullopt;
    return "sms:+" + *number + "?body=" + base::percent_encoded(message);
}

std::optional<std::string> whatsapp_link(std::string_view phone, std::string_view message) {
    const auto number = international(phone);
    if (!number) return std::nullopt;
    return "https://wa.me/" + *number + "?text=" + base::percent_encoded(message);
}

}  // namespace qr
