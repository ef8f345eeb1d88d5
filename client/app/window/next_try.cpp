#include "client/app/window/next_try.h"

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

// Between nine and eleven tenths of it.
std::int64_t scattered(std::int64_t ms, base::Random& random) {
    std::array<unsigned char, 2> bytes{};
    random.fill(bytes);
    const std::int64_t chance = bytes[0] * 256 + bytes[1];  // below 65536
    return ms - ms / 10 + ms / 5 * chance / 65536;
}

}  // namespace

std::int64_t pause_after(screens::SyncTrouble trouble, int failures, base::Random& random) {
    if (failures <= 0 || is_lasting(trouble)) return scattered(kNextRoundMs, random);
    return scattered(std::min(kNextTryMs * failures, kNextRoundMs), random);
}

}  // namespace client_app
