#include "client/screens/shell/closing.h"

namespace screens {

// Locked or hidden the screen tells nothing, and what is practised is never sent.
bool Closing::has_something_to_tell() const {
    const bool is_open = shell_.page() != Page::SignIn && !shell_.is_hidden();
    return is_open && (is_unkept_ || (!shell_.me().is_practice && waiting() > 0));
}

bool Closing::may_close() {
    is_unkept_ = shell_.page() != Page::SignIn && !shell_.keep();
    if (was_asked_ || !has_something_to_tell()) return true;
    was_asked_ = true;
    return false;
}

void Closing::look() {
    if (is_unkept_) is_unkept_ = !shell_.keep();
    was_asked_ = was_asked_ && has_something_to_tell();
}

void Closing::send_clicked() {
    was_asked_ = false;
    shell_.ports().sync.start();
    shell_.open(Page::Sending);
}

}  // namespace screens
