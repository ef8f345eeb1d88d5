// The two sides of the guide. The cadre's has everything: picture, words, how to do it, the clock,
// the list of steps. The family's is read from two metres: the picture, few words, one large
// button; it covers the whole window, so that nothing of anybody shows.
#pragma once

#include "client/guide/timeline.h"

namespace guide {

enum class Act {
    Nothing,
    PlayOrPause,
    Next,
    Back,
    Repeat,
    TurnScreen,  // from one side to the other
    Sound,       // on or off
    Follow,      // steps go over by themselves, or wait
    GoTo         // the step that is named
};
struct Press {
    Act act = Act::Nothing;
    std::size_t step = 0;
};

struct Look {
    const Timeline& timeline;
    bool has_sound = true;
};
// Into the page's body: all the room from here down.
Press draw_cadre_side(const Look& look);
// Over everything.
Press draw_family_side(const Timeline& timeline);

// What the keyboard asks for on either side: space, the arrows, R, F and S.
Press keys_pressed();

// Asks for the next frame: at once while something moves, at the next second while only the clock
// runs, not at all while nothing does.
void keep_moving(const Timeline& timeline);

}  // namespace guide
