// Making this laptop a cadre's: the code of her slip, a PIN of her own, and what came of it.
#pragma once

#include "client/screens/ports/access.h"
#include "client/screens/ports/session.h"
#include "client/screens/settings/new_pin.h"
#include "client/ui/words/words.h"

#include <string>
#include <vector>

namespace screens {

// Four symbols of the code, as the slip groups them.
struct CodeGroup {
    enum class State { Empty, Short, Whole, Wrong };  // Wrong: a letter that no code has
    std::string text;
    State state = State::Empty;
};

class EnrolModel {
public:
    explicit EnrolModel(Access& access, std::vector<LocalUser> users = {})
        : access_(access), users_(std::move(users)) {}

    std::string code;     // as typed or pasted: "HOST:PORT/SYMBOLS"
    std::string address;  // instead of the code's
    NewPin pin;

    static constexpr std::size_t kSymbols = 36, kGroup = 4;
    std::vector<CodeGroup> groups() const;  // always nine
    std::string code_address() const;       // before the slash; empty: not typed yet
    bool is_code_whole() const;
    words::Sentence code_problem() const;  // while typing: only what is surely wrong

    // A code may be for who has her records on this laptop already: the health centre's server does
    // not know the laptop any more, and everything on it stays. Empty: for a new user.
    const std::vector<LocalUser>& users() const { return users_; }
    const std::string& again() const { return again_; }
    void for_whom_clicked(const std::string& user);
    std::string own_pin;  // hers, as ever
    words::Sentence own_pin_problem() const;

    bool is_advanced() const { return is_advanced_; }
    void advanced_clicked() { is_advanced_ = !is_advanced_; }
    void enrol_clicked();
    void refresh();  // once a frame

    bool is_working() const { return is_asked_; }
    bool says_problems() const { return says_problems_; }
    // Whose store was made, or goes on; empty until then.
    const std::string& device() const { return device_; }
    const std::string& pin_to_sign_in() const { return again_.empty() ? pin.pin : own_pin; }
    words::Sentence trouble() const;  // what came of the last try

private:
    std::string symbols() const;
    std::string plain_code() const;

    bool is_pin_good() const;

    Access& access_;
    std::vector<LocalUser> users_;
    std::string again_;
    int wait_s_ = 0;
    AccessState::Outcome outcome_ = AccessState::Outcome::Idle;
    std::string device_;
    bool is_advanced_ = false, is_asked_ = false, says_problems_ = false;
};

}  // namespace screens
