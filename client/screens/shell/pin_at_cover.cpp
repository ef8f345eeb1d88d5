#include "client/screens/shell/pin_at_cover.h"

namespace screens {

using words::later;
using words::Sentence;
using Outcome = AccessState::Outcome;

PinAtCover::PinAtCover(const Ports& ports) : ports_(ports) {
    ports_.access.forget();
}

PinAtCover::~PinAtCover() {
    ports_.access.forget();
}

void PinAtCover::entered() {
    if (!may_try()) return;
    is_empty_pin_ = pin.empty();
    if (is_empty_pin_) return;
    ports_.access.check_pin(pin);
    is_asked_ = true;
    state_ = {Outcome::Working, 0, {}};
}

void PinAtCover::refresh() {
    if (!is_asked_) return;
    state_ = ports_.access.state();
    if (is_working()) return;
    is_asked_ = false;
    pin.clear();  // right or wrong, it does not stay in memory
    wait_until_.reset();
    if (state_.wait_s > 0) {
        wait_until_ = Instant{ports_.clock.now().unix_ms + std::int64_t{1000} * state_.wait_s};
    }
}

int PinAtCover::seconds_to_wait() const {
    if (!wait_until_) return 0;
    const std::int64_t left_ms = wait_until_->unix_ms - ports_.clock.now().unix_ms;
    return left_ms <= 0 ? 0 : static_cast<int>((left_ms + 999) / 1000);
}

Sentence PinAtCover::problem() const {
    if (is_empty_pin_ && pin.empty()) return {later("Type your PIN first."), {}};
    if (state_.outcome == Outcome::Failed) {
        return {later("The PIN could not be looked at. Make room on the disk, then try again."),
                {}};
    }
    if (state_.outcome != Outcome::WrongPin) return {};
    const int wait = seconds_to_wait();
    if (wait > 0) {
        return {later("Wrong PIN. Wait {0} seconds, then try again."), {std::to_string(wait)}};
    }
    return {later("Wrong PIN. Try again."), {}};
}

}  // namespace screens
