// What the user sets for herself. Kept in her store; how the window looks is also kept in a small
// file of the laptop that names nobody, for the page before the PIN.
#pragma once

#include "client/screens/ports/common.h"

#include <string>

namespace screens {

struct Appearance {
    bool is_english = false;
    int text_percent = 100;  // 100 to 200
    bool is_contrast = false;
    bool operator==(const Appearance&) const = default;
};

inline constexpr int kLockMinutes = 5;  // until she chooses another

class Settings {
public:
    virtual ~Settings() = default;
    // Of the opened store; of the laptop while none is open.
    virtual Appearance appearance() = 0;
    virtual base::Status set_appearance(const Appearance& chosen) = 0;
    virtual int lock_minutes() = 0;  // without a touch, until the PIN is asked again
    virtual base::Status set_lock_minutes(int minutes) = 0;
    virtual std::string midwife_phone() = 0;  // empty: not told yet
    virtual base::Status set_midwife_phone(const std::string& number) = 0;
};

}  // namespace screens
