// The content encodings of a request or response body. Compressed bytes come from outside: reading
// them is bounded in output and memory, whatever their header claims. Safe from several threads.
#pragma once

#include "shared/base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace protocol {

enum class Encoding {
    Identity,
    Gzip,
    Zstd,
    K1,  // zstd beside our dictionary: short texts become half as long (decisions/007)
};

// The token of HTTP's Content-Encoding: "identity", "gzip", "zstd", "k1".
std::string_view name_of(Encoding encoding);
// An absent header (empty token) is identity. nullopt: an encoding that we do not speak.
std::optional<Encoding> parse_encoding(std::string_view token);
// The best of ours that an Accept-Encoding header allows: k1, else zstd, else gzip, else identity.
Encoding best_accepted(std::string_view accept_encoding);

// `level` in the encoding's own scale, brought into what every reader of ours accepts
// (gzip 1-9, zstd 1-19). `known`: what the reader holds beside the dictionary of k1, and must give
// again; the other encodings pass over it.
base::Result<std::string> compress(Encoding encoding, std::string_view bytes, int level,
                                   std::string_view known = {});
// Refused: the content would be larger than `bytes_max`, or asks for too much memory to unpack.
// Malformed: cut short, not of this encoding, or followed by other bytes.
base::Result<std::string> decompress(Encoding encoding, std::string_view bytes,
                                     std::size_t bytes_max, std::string_view known = {});

}  // namespace protocol
