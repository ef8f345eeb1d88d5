// Where the massage is: which step, since when, how long to go. Told the window's own seconds once
// a frame, so that a clock that is set changes nothing, and a test can be the clock.
//
// A step without a target lasts until she goes on. A timed one goes over into the next by itself
// when its time has come, or, where she chose so, stays calmly past its target.
#pragma once

#include "client/guide/speaker.h"
#include "shared/care/procedure.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace guide {

class Timeline {
public:
    // At the step of that code; at the first where the procedure has none such.
    explicit Timeline(care::Procedure procedure, std::string_view first_step = {});

    const care::Procedure& procedure() const { return procedure_; }
    const care::ProcedureStep& step() const { return procedure_.steps[at_]; }
    std::size_t at() const { return at_; }
    std::size_t count() const { return procedure_.steps.size(); }
    const care::ProcedureStep* next_step() const;  // nullptr after the last
    bool is_running() const { return is_running_; }
    bool has_begun() const { return total_s_ > 0 || is_running_; }
    bool is_over() const { return is_over_; }  // past the last step
    bool follows_by_itself() const { return follows_; }

    double step_seconds() const { return step_s_; }
    double massage_seconds() const { return massage_s_; }  // in the steps of the massage itself
    double total_seconds() const { return total_s_; }
    int seconds_left() const;     // of the target, rounded up; 0 past it
    float part_left() const;      // 1 to 0; 0 for a step without a target
    bool is_past_target() const;  // by more than nothing; never of a step without one

    // ---- what the user did
    void play();
    void pause() { is_running_ = false; }
    void play_or_pause() { is_running_ ? pause() : play(); }
    void next();
    void back();    // to the step before; within the first it begins anew
    void repeat();  // this step once more from its beginning
    void go_to(std::size_t step);
    void follow_by_itself(bool follows) { follows_ = follows; }

    void tick(double now_s);
    // What happened by itself since the last question.
    std::optional<Cue> take_cue() { return std::exchange(cue_, std::nullopt); }
    // Seconds since something last changed by itself; a large number if never.
    double since_cue() const;

private:
    void enter(std::size_t step);
    void spend(double seconds);
    void signal(Cue cue);
    void go_on_by_itself();

    care::Procedure procedure_;
    std::size_t at_ = 0;
    bool is_running_ = false, is_over_ = false, follows_ = true, is_reached_ = false;
    double step_s_ = 0, massage_s_ = 0, total_s_ = 0;
    std::optional<double> now_, cue_at_;
    std::optional<Cue> cue_;
};

}  // namespace guide
