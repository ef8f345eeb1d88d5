// Signing in: who, her PIN, and what became of it. The key is made on another thread; meanwhile the
// screen says that it works.
#pragma once

#include "client/screens/ports/ports.h"
#include "client/ui/words/words.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

class SignInModel {
public:
    SignInModel(Session& session, const base::Clock& clock);

    std::string pin;  // as typed

    const std::vector<LocalUser>& users() const { return users_; }
    const std::string& chosen() const { return chosen_; }
    void read_users();  // again, after one was added
    void choose(const std::string& user);
    void sign_in_clicked();
    void practise_clicked(bool anew = false);  // asks no PIN
    void refresh();                            // once a frame: asks what became of the PIN

    bool is_working() const { return state_.state == Unlocking::State::Working; }
    bool is_open() const { return state_.state == Unlocking::State::Open; }
    int seconds_to_wait() const;
    bool may_try() const { return !is_working() && seconds_to_wait() == 0 && !chosen_.empty(); }
    words::Sentence problem() const;  // below the field; empty when there is none

private:
    Session& session_;
    const base::Clock& clock_;
    std::vector<LocalUser> users_;
    std::string chosen_;
    Unlocking state_;
    bool is_asked_ = false;  // a PIN was given and not yet answered
    bool is_empty_pin_ = false;
    std::optional<Instant> wait_until_;
};

}  // namespace screens
