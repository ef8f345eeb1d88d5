// One zstd frame, alone or beside bytes that both sides hold. Used by `encoding` only.
#pragma once

#include "shared/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace protocol {

// `beside`: a zstd dictionary, with or without content behind its own; empty: none. A frame is only
// read beside the same bytes, and says so beside others.
base::Result<std::string> zstd_pack(std::string_view bytes, int level,
                                    std::string_view beside = {});
base::Result<std::string> zstd_unpack(std::string_view bytes, std::size_t bytes_max,
                                      std::string_view beside = {});

// The same beside our dictionary and `known`, without the four bytes that begin every frame.
base::Result<std::string> k1_pack(std::string_view bytes, int level, std::string_view known);
base::Result<std::string> k1_unpack(std::string_view bytes, std::size_t bytes_max,
                                    std::string_view known);

}  // namespace protocol
