// Making this laptop a cadre's: the code of her slip, a PIN of her own, and what came of it.
#pragma once

#include "client/screens/ports/access.h"
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
    explicit EnrolModel(Access& access) : access_(access) {}

    std::string code;     // as typed or pasted: "HOST:PORT/SYMBOLS"
    std::string address;  // instead of the code's
    NewPin pin;

    static constexpr std::size_t kSymbols = 36, kGroup = 4;
    std::vector<CodeGroup> groups() const;  // always nine
    std::string code_address() const;       // before the slash; empty: not typed yet
    bool is_code_whole() const;
    words::Sentence code_problem() const;  // while typing: only what is surely wrong

    bool is_advanced() const { return is_advanced_; }
    void advanced_clicked() { is_advanced_ = !is_advanced_; }
    void enrol_clicked();
    void refresh();  // once a frame

    bool is_working() const { return is_asked_; }
    bool says_problems() const { return says_problems_; }
    // Whose store was made; empty until then.
    const std::string& device() const { return device_; }
    words::Sentence trouble() const;  // what came of the last try

private:
    std::string symbols() const;
    std::string plain_code() const;

    Access& access_;
    AccessState::Outcome outcome_ = AccessState::Outcome::Idle;
    std::string device_;
    bool is_advanced_ = false, is_asked_ = false, says_problems_ = false;
};

}  // namespace screens
