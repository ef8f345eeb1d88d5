// Bytes as text. Reading refuses what writing would not have produced, except in base32, which is
// for codes that people read aloud and type.
#pragma once

#include "shared/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace crypto {

std::string to_base64url(std::string_view bytes);  // RFC 4648 section 5, without padding
base::Result<std::string> from_base64url(std::string_view text);

std::string to_hex(std::string_view bytes);                 // lower case
base::Result<std::string> from_hex(std::string_view text);  // either case

// Crockford's base32: no I, L, O, U. Reading takes either case, O for 0, I and L for 1, and skips
// spaces and dashes.
std::string to_base32(std::string_view bytes);
base::Result<std::string> from_base32(std::string_view text);

// What a person typed, as to_base32 would have written it; an Error if a character belongs to no
// code. Use it to compare codes whose bytes do not matter.
base::Result<std::string> plain_code(std::string_view typed);
// "ABCDEFGH" -> "ABCD-EFGH".
std::string grouped_code(std::string_view code, std::size_t group_size = 4);

}  // namespace crypto
