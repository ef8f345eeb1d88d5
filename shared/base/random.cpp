#include "shared/base/random.h"

#include "shared/base/result.h"

#include <random>

namespace base {

void SystemRandom::fill(std::span<unsigned char> bytes) {
    thread_local std::random_device device;
    for (std::size_t at = 0; at < bytes.size();) {
        std::uint32_t word = device();
        for (int i = 0; i < 4 && at < bytes.size(); ++i, ++at, word >>= 8) {
            bytes[at] = static_cast<unsigned char>(word & 0xFF);
        }
    }
}

void SeededRandom::fill(std::span<unsigned char> bytes) {
    for (unsigned char& byte : bytes) byte = static_cast<unsigned char>(next() >> 56);
}

std::uint64_t SeededRandom::next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

std::uint64_t SeededRandom::below(std::uint64_t bound) {
    CHECK(bound > 0);
    return next() % bound;  // the bias is below 2^-50 for every bound we use
}

double SeededRandom::unit() {
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

}  // namespace base
