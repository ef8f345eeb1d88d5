#include "client/store/sealed_vfs/page_seal.h"

#include "shared/crypto/sealed.h"

#include <algorithm>

namespace sealed_vfs {
namespace {

constexpr std::size_t kBodyBytes = kPageBytes - kReserveBytes;
static_assert(crypto::kSealBytes == kReserveBytes);

std::string page_name(std::uint32_t number) {
    std::string name;
    for (int shift = 0; shift < 32; shift += 8) name += static_cast<char>(number >> shift & 0xffu);
    return name;
}

}  // namespace

bool seal_page(const crypto::SecretBytes& key, std::uint32_t number, PageView page) {
    const auto stamp = page.last<kReserveBytes>();
    const bool is_free =
        std::all_of(stamp.begin(), stamp.end(), [](auto byte) { return byte == 0; });
    if (!is_free) return false;
    crypto::seal_in_place(key, page.first<kBodyBytes>(), stamp, page_name(number));
    return true;
}

bool open_page(const crypto::SecretBytes& key, std::uint32_t number, PageView page) {
    const auto stamp = page.last<kReserveBytes>();
    if (!crypto::open_in_place(key, page.first<kBodyBytes>(), stamp, page_name(number)))
        return false;
    std::fill(stamp.begin(), stamp.end(), static_cast<unsigned char>(0));
    return true;
}

}  // namespace sealed_vfs
