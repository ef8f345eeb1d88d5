// The practice store ("Mode uji coba: tidak dikirim") is told by its identity: nothing that knows
// how to send takes a store whose identity is this one.
#pragma once

#include "client/store/store.h"

namespace store {

// No enrolled device can have it: theirs are UUIDs.
inline constexpr std::string_view kPracticeDevice = "practice";

inline bool is_practice(const Identity& identity) {
    return identity.device == kPracticeDevice;
}

}  // namespace store
