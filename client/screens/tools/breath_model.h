// Counting a baby's breaths for one whole minute: a press at each breath, and the number at the
// end. It says what counts as fast (DOMAIN 5.1, IDS03); it judges nothing and ticks no sign.
#pragma once

#include "client/screens/ports/common.h"
#include "shared/base/clock.h"

#include <string>
#include <utility>

namespace screens {

inline constexpr int kCountSeconds = 60;
inline constexpr int kFastBreaths = 60;  // a minute, and more: under two months

class BreathModel {
public:
    explicit BreathModel(const base::Clock& clock) : clock_(clock) {}

    enum class State { Ready, Counting, Done };
    State state() const { return state_; }
    int count() const { return count_; }
    int seconds_left() const;
    float part_left() const;
    bool is_fast() const { return state_ == State::Done && count_ >= kFastBreaths; }
    std::string result() const;  // in words, once done

    // ---- what the user did
    void start();
    void breath();  // a press; one that comes too late is not counted
    void again() { stop(); }
    void stop();  // to begin anew
    // Said once a count: the keyboard goes to the button.
    bool take_focus() { return std::exchange(wants_focus_, false); }
    // Once a frame. True: ask again soon.
    bool tick();

private:
    std::int64_t gone_ms() const;

    const base::Clock& clock_;
    State state_ = State::Ready;
    Instant began_;
    int count_ = 0;
    bool wants_focus_ = true;
};

// The ring, the button and the result, in the flow of a page.
void draw_breath(BreathModel& model);
// The same over the page, for the question that asks for the number.
enum class BreathPress { Nothing, Take, Leave };
BreathPress draw_breath_dialog(BreathModel& model);

}  // namespace screens
