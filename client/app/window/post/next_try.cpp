#include "client/app/window/post/next_try.h"

#include <algorithm>
#include <array>

namespace client_app {

namespace {

// Somebody must do something first: a new code, a new program.
bool is_lasting(screens::SyncTrouble trouble) {
    using enum screens::SyncTrouble;
    return trouble == NotEnrolled || trouble == Revoked || trouble == ProgramTooOld ||
           trouble == Practice;
}

// From `least` to less than `most`.
std::int64_t between(std::int64_t least, std::int64_t most, base::Random& random) {
    std::array<unsigned char, 2> bytes{};
    random.fill(bytes);
    const std::int64_t chance = bytes[0] * 256 + bytes[1];  // below 65536
    return least + (most - least) * chance / 65536;
}

// Between nine and eleven tenths of it.
std::int64_t scattered(std::int64_t ms, base::Random& random) {
    return between(ms - ms / 10, ms + ms / 10, random);
}

constexpr int kDoublingsMax = 10;

}  // namespace

std::int64_t pause_after(screens::SyncTrouble trouble, int failures, base::Random& random,
                         std::int64_t wished_ms) {
    if (failures <= 0 || is_lasting(trouble)) return scattered(kNextRoundMs, random);
    if (wished_ms > 0) {
        const std::int64_t doubled = wished_ms << std::min(failures - 1, kDoublingsMax);
        const std::int64_t least = std::min(doubled, kNextTryMs);
        return between(least, least + least / 2, random);
    }
    return scattered(std::min(kNextTryMs * failures, kNextRoundMs), random);
}

}  // namespace client_app
