// Everything that is pressed once: buttons, the places of the navigation, rows of a list.
#pragma once

#include "client/ui/theme.h"
#include "client/ui/words/words.h"

#include <string>

namespace ui {

using words::Label;

enum class Emphasis { Primary, Secondary, Quiet, Danger };

struct ButtonStyle {
    Emphasis emphasis = Emphasis::Secondary;
    const char* icon = nullptr;
    float width = 0;  // real pixels; 0: as wide as its text
    bool enabled = true;
    std::string keys = {};  // what presses it too, shown at its right: "Ctrl+Enter"
};
bool button(const Label& label, const ButtonStyle& style = {});
float button_width(const Label& label, const ButtonStyle& style = {});

// A line of a list that opens something: icon, title, a second line, a pill at the right.
struct RowStyle {
    const char* icon = nullptr;
    std::string title = {}, detail = {};
    std::string note = {};       // small grey words at the right
    std::string pill_text = {};  // empty: none
    const char* pill_icon = "";
    Tone pill_tone = Tone::Info;
    bool opens = true;  // a chevron says that there is more
};
bool list_row(const std::string& key, const RowStyle& style);
inline constexpr float kListRow = 68;  // its height

// A part of a form in its table of contents.
struct StepStyle {
    std::string number = {};
    const char* icon = "";  // at the right: done, wrong
    Tone tone = Tone::Info;
    bool is_here = false;
};
bool step(const Label& label, const StepStyle& style);

}  // namespace ui
