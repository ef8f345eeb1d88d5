// The places of the program at the left: names and icons where there is room, a rail of icons with
// small names below them where the window is narrow. Where it is low too, the foot stands in one
// row of icons, then the places in two columns: ten places fit 1024 x 600, at 150 % as well. F6
// goes past it: to the first thing of the page, which is drawn after it.
#pragma once

#include "client/ui/words/words.h"

#include <optional>
#include <string>
#include <vector>

namespace ui {

struct NavPlace {
    words::Label label;
    const char* icon = "";
    int badge = 0;
    bool is_here = false;
    std::string short_text = {};  // in the rail; the label's without
    std::string keys = {};        // "F2", at the right where there is room
};

struct NavStyle {
    std::string unit = {}, user = {};
    std::vector<NavPlace> places = {};
    std::vector<NavPlace> foot = {};  // lock, hide, language: at the bottom
};

float nav_width();  // real pixels
// The key of what was pressed in this frame. Probes see role "nav", "selected" where one is.
std::optional<std::string> navigation(const NavStyle& style);

}  // namespace ui
