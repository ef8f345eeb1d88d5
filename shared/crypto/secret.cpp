#include "shared/crypto/secret.h"

#include "shared/base/result.h"
#include "shared/crypto/init.h"

#include <sodium.h>

#include <cstring>

namespace crypto {

SecretBytes::SecretBytes(std::size_t size) : size_(size) {
    init();
    if (size == 0) return;
    bytes_.reset(static_cast<unsigned char*>(sodium_malloc(size)));
    CHECK(bytes_ != nullptr);
    sodium_memzero(bytes_.get(), size);
}

SecretBytes::SecretBytes(std::string_view bytes) : SecretBytes(bytes.size()) {
    if (!bytes.empty()) std::memcpy(bytes_.get(), bytes.data(), bytes.size());
}

SecretBytes SecretBytes::random(std::size_t size) {
    SecretBytes made(size);
    if (size > 0) randombytes_buf(made.data(), size);
    return made;
}

std::string_view SecretBytes::view() const {
    return {reinterpret_cast<const char*>(bytes_.get()), size()};
}

bool SecretBytes::operator==(const SecretBytes& other) const {
    return equal_constant_time(view(), other.view());
}

void SecretBytes::Free::operator()(unsigned char* bytes) const {
    sodium_free(bytes);
}

void wipe(std::string& text) {
    sodium_memzero(text.data(), text.size());
    text.clear();
}

bool equal_constant_time(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string random_bytes(std::size_t size) {
    init();
    std::string bytes(size, '\0');
    randombytes_buf(bytes.data(), size);
    return bytes;
}

}  // namespace crypto
