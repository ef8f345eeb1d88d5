// A text as a QR code: a square of dark and light modules, without the white border that a reader
// needs around it (kQuietZone modules on every side: whoever draws it leaves them free).
#pragma once

#include "shared/base/result.h"

#include <string_view>
#include <vector>

namespace qr {

inline constexpr int kQuietZone = 4;
// What a code of version 24, level M holds: the largest that a cheap phone still reads from a
// laptop's screen or a sheet of paper. Enough for a referral's message with eight signs.
inline constexpr std::size_t kTextBytesMax = 911;

struct Square {
    int side = 0;  // modules along one side
    std::vector<bool> dark;

    bool is_dark(int column, int row) const {
        const auto width = static_cast<std::size_t>(side);
        return dark[static_cast<std::size_t>(row) * width + static_cast<std::size_t>(column)];
    }
};

// Usage: nothing to encode, longer than kTextBytesMax, or a NUL inside.
base::Result<Square> encode(std::string_view text);

}  // namespace qr
