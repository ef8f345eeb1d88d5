// A danger sign takes over the whole window: a ground that nothing else has, a mark of its own
// shape, the first line as large as there is, and what to do below in a white card.
//
//     const ui::Takeover page("stop", {.first_line = what_to_do});
//     ... steps, buttons; Escape does not close it ...
#pragma once

#include "client/ui/layout.h"
#include "client/ui/probe.h"
#include "client/ui/widgets/overlay.h"

#include <memory>
#include <string>

namespace ui {

struct TakeoverStyle {
    std::string above = {};       // small, over the first line: whom it is about
    std::string first_line = {};  // what to do, and how soon
    std::string detail = {};      // the sign that was seen
    float width = 860;            // of the column, at 100 %
    bool is_watch = false;        // nobody sets out now: a calmer ground, a triangle for the mark
};

// What nothing may cover stays in sight at the top of every takeover; nullptr: nothing does.
using TakeoverBand = void (*)(const Rect& band);
void keep_over_takeovers(TakeoverBand band);
constexpr float kTakeoverBand = 52;  // its height

class Takeover {
public:
    Takeover(const char* key, const TakeoverStyle& style);
    ~Takeover();
    Takeover(const Takeover&) = delete;
    Takeover& operator=(const Takeover&) = delete;

private:
    Overlay overlay_;
    std::unique_ptr<Card> card_;
};

}  // namespace ui
