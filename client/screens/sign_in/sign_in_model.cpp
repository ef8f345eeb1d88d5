#include "client/screens/sign_in/sign_in_model.h"

namespace screens {

using words::later;
using words::Sentence;

SignInModel::SignInModel(Session& session, const base::Clock& clock)
    : session_(session), clock_(clock), users_(session.users()) {
    if (users_.size() == 1) chosen_ = users_.front().id;
}

void SignInModel::read_users() {
    users_ = session_.users();
}

void SignInModel::choose(const std::string& user) {
    if (chosen_ == user) return;
    chosen_ = user;
    pin.clear();
    state_ = {};
    is_empty_pin_ = false;
}

void SignInModel::sign_in_clicked() {
    if (!may_try()) return;
    is_empty_pin_ = pin.empty();
    if (is_empty_pin_) return;
    session_.unlock(chosen_, pin);
    is_asked_ = true;
    state_ = {.state = Unlocking::State::Working, .wait_s = 0, .trouble = {}};
}

void SignInModel::practise_clicked(bool anew) {
    if (is_working()) return;
    pin.clear();
    is_empty_pin_ = false;
    session_.practise(anew);
    is_asked_ = true;
    state_ = {.state = Unlocking::State::Working, .wait_s = 0, .trouble = {}};
}

void SignInModel::refresh() {
    if (!is_asked_) return;
    state_ = session_.unlocking();
    if (state_.state == Unlocking::State::Working) return;
    is_asked_ = false;
    pin.clear();  // right or wrong, it does not stay in memory
    wait_until_.reset();
    if (state_.wait_s > 0) wait_until_ = Instant{clock_.now().unix_ms + state_.wait_s * 1000};
}

int SignInModel::seconds_to_wait() const {
    if (!wait_until_) return 0;
    const std::int64_t left_ms = wait_until_->unix_ms - clock_.now().unix_ms;
    return left_ms <= 0 ? 0 : static_cast<int>((left_ms + 999) / 1000);
}

Sentence SignInModel::problem() const {
    if (is_empty_pin_ && pin.empty()) return {later("Type your PIN first."), {}};
    if (state_.state == Unlocking::State::Failed) {
        return {later("Your data could not be opened. Nothing is lost. Close the program and open "
                      "it again; if that does not help, call the coordinator."),
                {}};
    }
    if (state_.state == Unlocking::State::Elsewhere) {
        return {later("This is open in another window already. Use that one, or close it first."),
                {}};
    }
    if (state_.state != Unlocking::State::WrongPin) return {};
    const int wait = seconds_to_wait();
    if (wait > 0) {
        return {later("Wrong PIN. Wait {0} seconds, then try again."), {std::to_string(wait)}};
    }
    return {later("Wrong PIN. Try again."), {}};
}

}  // namespace screens
