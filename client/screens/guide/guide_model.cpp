#include "client/screens/guide/guide_model.h"

#include "client/ui/words/words.h"

namespace screens {

using guide::Act;
using words::tr;

GuideModel::GuideModel(const Ports& ports, const GuideStart& start)
    : speaker_(ports.speaker),
      timeline_(care::procedure_in(ports.records.forms()), start.step),
      says_safety_first_(!start.is_safety_checked),
      faces_family_(start.to_family && start.is_safety_checked) {}

GuideModel::~GuideModel() {
    speaker_.close();
}

std::string GuideModel::duration() const {
    const int seconds = static_cast<int>(timeline_.massage_seconds());
    if (seconds == 0) return {};
    return tr("The massage took {0} min {1} s",
              {std::to_string(seconds / 60), std::to_string(seconds % 60)});
}

void GuideModel::begin() {
    says_safety_first_ = false;
    play_or_pause();
}

void GuideModel::pause() {
    timeline_.pause();
    speaker_.close();
}

void GuideModel::play_or_pause() {
    if (timeline_.is_running()) return pause();
    timeline_.play();
    speaker_.open();
}

void GuideModel::switch_sound() {
    speaker_.set_on(!speaker_.is_on());
    if (!speaker_.is_on()) speaker_.close();
    if (speaker_.is_on() && timeline_.is_running()) speaker_.open();
}

// Whoever goes on has begun: with oily hands nobody wants to press twice.
void GuideModel::next() {
    if (!timeline_.has_begun()) play_or_pause();
    timeline_.next();
    if (timeline_.is_over()) speaker_.close();
}

void GuideModel::press(const guide::Press& press) {
    switch (press.act) {
        case Act::Nothing:
            break;
        case Act::PlayOrPause:
            return play_or_pause();
        case Act::Next:
            return next();
        case Act::Back:
            return timeline_.back();
        case Act::Repeat:
            return timeline_.repeat();
        case Act::TurnScreen:
            faces_family_ = !faces_family_;
            return;
        case Act::Sound:
            return switch_sound();
        case Act::Follow:
            return timeline_.follow_by_itself(!timeline_.follows_by_itself());
        case Act::GoTo:
            return timeline_.go_to(press.step);
    }
}

void GuideModel::tick(double now_s) {
    timeline_.tick(now_s);
    const auto cue = timeline_.take_cue();
    if (cue && has_sound()) speaker_.play(*cue);
    if (timeline_.is_over()) speaker_.close();
}

}  // namespace screens
