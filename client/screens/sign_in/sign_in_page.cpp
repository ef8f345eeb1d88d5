#include "client/screens/sign_in/sign_in_page.h"

namespace screens {

void SignInPage::refresh(Ways& ways) {
    if (enrol_) enrol_->refresh();
    if (rescue_) rescue_->refresh();
    if (enrol_ && !enrol_->device().empty()) {
        sign_in_with(enrol_->device(), enrol_->pin_to_sign_in());
    } else if (rescue_ && rescue_->is_done()) {
        sign_in_with(rescue_->user(), rescue_->pin.pin);
    }
    model_.refresh();
    if (model_.is_open()) ways.signed_in();
}

// Straight in with the PIN that was just chosen.
void SignInPage::sign_in_with(const std::string& user, const std::string& pin) {
    model_.read_users();
    model_.choose(user);
    model_.pin = pin;
    model_.sign_in_clicked();
    back_clicked();
}

void SignInPage::closed_was_read() {
    ports_.session.closed_was_read();
    model_.read_users();
}

void SignInPage::back_clicked() {
    enrol_.reset();
    rescue_.reset();
}

}  // namespace screens
