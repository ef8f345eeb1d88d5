#include "client/guide/timeline.h"

#include <algorithm>
#include <cmath>

namespace guide {

using care::ProcedureStep;

Timeline::Timeline(care::Procedure procedure, std::string_view first_step)
    : procedure_(std::move(procedure)) {
    CHECK(!procedure_.steps.empty());
    for (std::size_t each = 0; each < count(); ++each) {
        if (procedure_.steps[each].code == first_step) at_ = each;
    }
}

const ProcedureStep* Timeline::next_step() const {
    return at_ + 1 < count() ? &procedure_.steps[at_ + 1] : nullptr;
}

int Timeline::seconds_left() const {
    const double left = std::ceil(step().target_seconds - step_s_);
    return std::max(0, static_cast<int>(left));
}

float Timeline::part_left() const {
    if (!step().is_timed()) return 0;
    const double left = 1 - step_s_ / step().target_seconds;
    return static_cast<float>(std::clamp(left, 0.0, 1.0));
}

bool Timeline::is_past_target() const {
    return step().is_timed() && step_s_ >= step().target_seconds;
}

void Timeline::play() {
    if (is_over_) enter(0);
    is_running_ = true;
}

void Timeline::enter(std::size_t step) {
    at_ = step;
    step_s_ = 0;
    is_reached_ = is_over_ = false;
}

void Timeline::next() {
    if (next_step() != nullptr) return enter(at_ + 1);
    is_over_ = true;
    is_running_ = false;
}

void Timeline::back() {
    if (is_over_) {
        is_over_ = false;
        return;
    }
    enter(at_ == 0 ? 0 : at_ - 1);
}

void Timeline::repeat() {
    enter(at_);
}

void Timeline::go_to(std::size_t step) {
    if (step < count()) enter(step);
}

void Timeline::tick(double now_s) {
    const double gone = now_ ? std::max(0.0, now_s - *now_) : 0;
    now_ = now_s;
    if (is_running_) spend(gone);
}

// A window that slept may come back after several steps' time: each step gets its own share.
void Timeline::spend(double seconds) {
    total_s_ += seconds;
    while (is_running_) {
        const bool may_end = step().is_timed() && follows_;
        const double room = step().target_seconds - step_s_;
        const double share = may_end ? std::clamp(room, 0.0, seconds) : seconds;
        step_s_ += share;
        if (step().phase == care::Phase::Massage) massage_s_ += share;
        seconds -= share;
        if (!is_past_target()) return;
        if (!follows_) {
            if (!is_reached_) signal(Cue::Reached);
            is_reached_ = true;
            return;
        }
        go_on_by_itself();
    }
}

void Timeline::go_on_by_itself() {
    const bool goes_on_timed = next_step() != nullptr && next_step()->is_timed();
    signal(goes_on_timed ? Cue::Step : Cue::Over);
    next();
}

void Timeline::signal(Cue cue) {
    cue_ = cue;
    cue_at_ = now_;
}

double Timeline::since_cue() const {
    return cue_at_ && now_ ? *now_ - *cue_at_ : 1e9;
}

}  // namespace guide
