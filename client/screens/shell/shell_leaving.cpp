// How a page is left: only once what is being typed is kept, or she says that it may be lost.
#include "client/screens/shell/shell_model.h"

namespace screens {

void ShellModel::leave(std::function<void()> way) {
    asked_ = [this, way = std::move(way)] {
        if (page_->keep()) return way();
        held_ = way;
    };
}

void ShellModel::leave_all_the_same() {
    asked_ = std::exchange(held_, nullptr);
}

bool ShellModel::keep() {
    return page_->keep();
}

// What could not be kept would be lost with the lock, and nobody may be here to be asked: the
// screen is covered instead, until it can be kept or her PIN shows it again. What is practised is
// nobody's, and has no PIN.
double ShellModel::lock_or_cover(double now) {
    if (page_->keep()) {
        pin_at_cover_.reset();
        guard_.show(now);
        lock();
        return 0;
    }
    guard_.hide(now);
    if (!me_.is_practice && !pin_at_cover_) pin_at_cover_ = std::make_unique<PinAtCover>(ports_);
    return guard_.seconds_left(now, ports_.settings.lock_minutes());
}

void ShellModel::look_at_cover(double now) {
    if (!pin_at_cover_) return;
    pin_at_cover_->refresh();
    if (!pin_at_cover_->is_right()) return;
    pin_at_cover_.reset();
    guard_.show(now);
}

double ShellModel::guard(double now, bool is_touched, bool quick_hide) {
    if (where_.page == Page::SignIn) {
        pin_at_cover_.reset();
        guard_.show(now);
        return -1;
    }
    look_at_cover(now);
    if (quick_hide && !pin_at_cover_) {
        (void)page_->keep();
        guard_.is_hidden() ? guard_.show(now) : guard_.hide(now);
    } else if (!guard_.is_hidden() && (is_touched || page_->is_watched())) {
        guard_.touched(now);
    }
    const double left = guard_.seconds_left(now, ports_.settings.lock_minutes());
    return left <= 0 ? lock_or_cover(now) : left;
}

}  // namespace screens
