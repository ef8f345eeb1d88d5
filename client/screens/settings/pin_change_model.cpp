#include "client/screens/settings/pin_change_model.h"

namespace screens {

using words::later;
using words::Sentence;
using Outcome = AccessState::Outcome;

void PinChangeModel::change_clicked() {
    if (!may_try()) return;
    state_ = {};
    says_problems_ = true;
    if (old_pin.empty() || !new_pin.is_good()) return;
    access_.change_pin(old_pin, new_pin.pin);
    is_asked_ = true;
}

void PinChangeModel::refresh() {
    if (!is_asked_) return;
    state_ = access_.state();
    if (state_.outcome == Outcome::Working) return;
    is_asked_ = says_problems_ = false;
    access_.forget();
    old_pin.clear();
    wait_until_.reset();
    if (state_.wait_s > 0) wait_until_ = Instant{clock_.now().unix_ms + state_.wait_s * 1000};
    if (is_changed()) new_pin.forget();
}

int PinChangeModel::seconds_to_wait() const {
    if (!wait_until_) return 0;
    const std::int64_t left_ms = wait_until_->unix_ms - clock_.now().unix_ms;
    return left_ms <= 0 ? 0 : static_cast<int>((left_ms + 999) / 1000);
}

Sentence PinChangeModel::problem() const {
    if (says_problems_ && old_pin.empty()) return {later("Type the PIN you use now."), {}};
    const int wait = seconds_to_wait();
    if (state_.outcome == Outcome::WrongPin && wait > 0) {
        return {later("Wrong PIN. Wait {0} seconds, then try again."), {std::to_string(wait)}};
    }
    if (state_.outcome == Outcome::WrongPin) {
        return {later("The PIN you use now was wrong. Nothing was changed."), {}};
    }
    if (state_.outcome == Outcome::SamePin) {
        return {later("The new PIN is the old one. Choose another."), {}};
    }
    if (state_.outcome == Outcome::Failed) {
        return {later("The PIN could not be changed. The old one still holds."), {}};
    }
    return {};
}

}  // namespace screens
