// Changing her own PIN: the old one, the new one twice, and what came of it.
#pragma once

#include "client/screens/ports/access.h"
#include "client/screens/settings/new_pin.h"
#include "shared/base/clock.h"

#include <optional>
#include <string>

namespace screens {

class PinChangeModel {
public:
    PinChangeModel(Access& access, const base::Clock& clock) : access_(access), clock_(clock) {}

    std::string old_pin;  // as typed
    NewPin new_pin;

    void change_clicked();
    void refresh();  // once a frame

    bool is_working() const { return is_asked_; }
    bool is_changed() const { return state_.outcome == AccessState::Outcome::Done; }
    bool says_problems() const { return says_problems_; }
    int seconds_to_wait() const;
    bool may_try() const { return !is_working() && seconds_to_wait() == 0; }
    words::Sentence problem() const;  // of the old PIN, or of the whole

private:
    Access& access_;
    const base::Clock& clock_;
    AccessState state_;
    bool is_asked_ = false, says_problems_ = false;
    std::optional<Instant> wait_until_;
};

}  // namespace screens
