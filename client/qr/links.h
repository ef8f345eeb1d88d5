// What a phone does when its camera reads the code: call, write an SMS, open WhatsApp.
//
// Numbers are taken as people write them here: "0812-3456-7890", "+62 812 3456 7890".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace qr {

// "6281234567890": digits with the country's code. nullopt if it cannot be a telephone number.
std::optional<std::string> international(std::string_view phone);
// "0812-3456-7890", as it is read aloud; what is no number stays as it was written.
std::string grouped(std::string_view phone);

// nullopt if `phone` is no number.
std::optional<std::string> call_link(std::string_view phone);
std::optional<std::string> sms_link(std::string_view phone, std::string_view message);
std::optional<std::string> whatsapp_link(std::string_view phone, std::string_view message);

}  // namespace qr
