// The laptop's disk takes nothing, so what she typed could not be kept and the screen could not be
// locked: it is covered, the page stays in memory behind it, and only her PIN shows it again.
#pragma once

#include "client/screens/ports/ports.h"
#include "client/ui/words/words.h"

#include <optional>
#include <string>

namespace screens {

class PinAtCover {
public:
    explicit PinAtCover(const Ports& ports);
    ~PinAtCover();
    PinAtCover(const PinAtCover&) = delete;
    PinAtCover& operator=(const PinAtCover&) = delete;

    std::string pin;  // as typed

    void refresh();  // once a frame: asks what became of the PIN
    void entered();
    bool is_right() const { return state_.outcome == AccessState::Outcome::Done; }
    bool is_working() const { return state_.outcome == AccessState::Outcome::Working; }
    bool may_try() const { return !is_working() && seconds_to_wait() == 0; }
    int seconds_to_wait() const;
    words::Sentence problem() const;  // below the field; empty when there is none

private:
    Ports ports_;
    AccessState state_;
    bool is_asked_ = false, is_empty_pin_ = false;
    std::optional<Instant> wait_until_;
};

class ShellModel;
void draw_pin_at_cover(PinAtCover& cover, const ShellModel& shell);

}  // namespace screens
