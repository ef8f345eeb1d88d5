// What lies over the whole page: dialogs and danger signs. The page below hears neither mouse nor
// keyboard. Draw it after the page, inside or after Root, in every frame that it shall show; it is
// gone in the first frame that does not draw it, and the keyboard returns to where it was.
#pragma once

#include "client/ui/theme.h"

namespace ui {

class Overlay {
public:
    Overlay(const char* id, Colour ground);
    ~Overlay();
    Overlay(const Overlay&) = delete;
    Overlay& operator=(const Overlay&) = delete;
    bool is_new() const { return is_new_; }  // drawn for the first time

private:
    bool is_new_;
};

}  // namespace ui
