// Names and values as browsers send them: in a query and in the body of a posted page.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync-server/http/message.h"

namespace http {

// "name=Siti+Aminah&unit=03" -> {name, Siti Aminah}, {unit, 03}, in order. Text that cannot be
// decoded (a bad %, not UTF-8) reads as nothing at all.
std::vector<Header> parse_urlencoded(std::string_view text);
// The first value of that name.
std::optional<std::string> urlencoded_value(std::string_view text, std::string_view name);
// "%2F" -> "/"; nullopt for a bad escape or what is not UTF-8.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space = false);

}  // namespace http
