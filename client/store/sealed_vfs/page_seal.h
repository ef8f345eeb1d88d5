// One page of 4096 bytes, sealed in place: 4056 bytes of content, then nonce and tag.
#pragma once

#include "client/store/sealed_vfs/sealed_vfs.h"

#include <array>
#include <cstdint>
#include <span>

namespace sealed_vfs {

inline constexpr int kPageBytes = 4096;
using Page = std::array<unsigned char, kPageBytes>;
using PageView = std::span<unsigned char, kPageBytes>;

// False if the reserved bytes are in use: the page is then not laid out for sealing, and unchanged.
[[nodiscard]] bool seal_page(const crypto::SecretBytes& key, std::uint32_t number, PageView page);

// False if the page is not genuine: another key, another page's place, or a changed bit. The
// reserved bytes come back zero, as SQLite wrote them, because its WAL checksums cover them.
[[nodiscard]] bool open_page(const crypto::SecretBytes& key, std::uint32_t number, PageView page);

}  // namespace sealed_vfs
