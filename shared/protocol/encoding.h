// The content encodings of a request or response body. Compressed bytes come from outside: reading
// them is bounded in output and memory, whatever their header claims. Safe from several threads.
#pragma once

#include "shared/base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace protocol {

enum class Encoding { Identity, Gzip, Zstd };

// The token of HTTP's Content-Encoding: "identity", "gzip", "zstd".
std::string_view name_of(Encoding encoding);
// An absent header (empty token) is identity. nullopt: an encoding that we do not speak.
std::optional<Encoding> parse_encoding(std::string_view token);
// The best of ours that an Accept-Encoding header allows: zstd, else gzip, else identity.
Encoding best_accepted(std::string_view accept_encoding);

// `level` in the encoding's own scale, brought into what every reader of ours accepts
// (gzip 1-9, zstd 1-19).
base::Result<std::string> compress(Encoding encoding, std::string_view bytes, int level);
// Refused: the content would be larger than `bytes_max`, or asks for too much memory to unpack.
// Malformed: cut short, not of this encoding, or followed by other bytes.
base::Result<std::string> decompress(Encoding encoding, std::string_view bytes,
                                     std::size_t bytes_max);

}  // namespace protocol
