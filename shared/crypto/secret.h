// Bytes that must not outlive their use: kept out of swap and core dumps as far as the system
// allows, between guard pages, wiped when they go. Not copied by accident: say copy().
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace crypto {

class SecretBytes {
public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size);        // zeros
    explicit SecretBytes(std::string_view bytes);  // the caller wipes its own copy
    static SecretBytes random(std::size_t size);

    SecretBytes copy() const { return SecretBytes(view()); }
    std::size_t size() const { return bytes_ ? size_ : 0; }  // 0 once moved from
    bool empty() const { return size() == 0; }
    unsigned char* data() { return bytes_.get(); }
    const unsigned char* data() const { return bytes_.get(); }
    std::string_view view() const;
    std::span<unsigned char> span() { return {bytes_.get(), size()}; }
    bool operator==(const SecretBytes& other) const;  // in constant time

private:
    struct Free {
        void operator()(unsigned char* bytes) const;
    };
    std::unique_ptr<unsigned char[], Free> bytes_;
    std::size_t size_ = 0;
};

// Overwrites what a string held, and empties it.
void wipe(std::string& text);
// Compares without telling by its time where the first difference is.
bool equal_constant_time(std::string_view a, std::string_view b);
// From the operating system's generator.
std::string random_bytes(std::size_t size);

}  // namespace crypto
