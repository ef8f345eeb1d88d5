#include "client/guide/looks.h"

#include "client/guide/parts.h"
#include "client/pictures/picture.h"
#include "client/ui/keyboard.h"
#include "client/ui/redraw.h"

#include <algorithm>
#include <cmath>

namespace guide {

namespace {

constexpr double kFramesPerSecond = 60;

bool is_flashing(const Timeline& timeline) {
    return timeline.since_cue() < kFlashSeconds;
}

Act act_of(char letter) {
    switch (letter) {
        case 'f':
        case 'F':
            return Act::TurnScreen;
        case 'r':
        case 'R':
            return Act::Repeat;
        case 's':
        case 'S':
            return Act::Sound;
        default:
            return Act::Nothing;
    }
}

}  // namespace

Press keys_pressed() {
    if (ui::keyboard::take_space()) return {Act::PlayOrPause};
    const int way = ui::keyboard::take_sideways();
    if (way != 0) return {way > 0 ? Act::Next : Act::Back};
    for (const char letter : ui::keyboard::typed_letters()) {
        if (act_of(letter) != Act::Nothing) return {act_of(letter)};
    }
    return {};
}

// Whole sixtieths of a second, so that a frame that is laid out twice need not be painted twice.
double picture_second(const Timeline& timeline) {
    return std::floor(timeline.step_seconds() * kFramesPerSecond) / kFramesPerSecond;
}

void keep_moving(const Timeline& timeline) {
    const bool moves = timeline.is_running() && pictures::moves(timeline.step().picture);
    if (moves || is_flashing(timeline)) return ui::redraw_in(1 / kFramesPerSecond);
    if (!timeline.is_running()) return;
    const double second = timeline.step_seconds();
    ui::redraw_in(std::max(0.02, std::floor(second) + 1 - second));
}

}  // namespace guide
