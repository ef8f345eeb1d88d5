// Whether the screen may go on showing what it shows: nobody touched it for a while, or somebody
// walked in. Told the window's own time, in seconds: a clock that is set does not lock it.
#pragma once

namespace screens {

inline constexpr double kHiddenSeconds = 60;  // then the PIN is asked

class ScreenGuard {
public:
    void touched(double now) { touched_at_ = now; }
    // Seconds until it locks; 0: now.
    double seconds_left(double now, int minutes) const;

    void hide(double now);
    void show(double now);
    bool is_hidden() const { return is_hidden_; }

private:
    double touched_at_ = 0, hidden_at_ = 0;
    bool is_hidden_ = false;
};

}  // namespace screens
