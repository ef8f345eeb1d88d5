#include "client/screens/shell/screen_guard.h"

#include <algorithm>

namespace screens {

double ScreenGuard::seconds_left(double now, int minutes) const {
    const double left =
        is_hidden_ ? hidden_at_ + kHiddenSeconds - now : touched_at_ + 60.0 * minutes - now;
    return std::max(0.0, left);
}

void ScreenGuard::hide(double now) {
    is_hidden_ = true;
    hidden_at_ = now;
}

void ScreenGuard::show(double now) {
    is_hidden_ = false;
    touched_at_ = now;
}

}  // namespace screens
