// A question over the page: it is dimmed and waits until the dialog is answered.
//
// Call it after the page, in every frame while the model says that it is open. Tab stays inside.
// Escape answers Secondary. Enter presses the button that the keyboard is on (at first the primary
// one; the secondary one when the primary is a Danger, so that a hasty Enter destroys nothing), and
// from a text field of the content the primary one.
#pragma once

#include "client/ui/buttons.h"

#include <functional>
#include <optional>
#include <string>

namespace ui {

enum class DialogPress { Primary, Secondary, Third };

struct DialogStyle {
    std::string title = {}, text = {};
    const char* icon = nullptr;
    Tone tone = Tone::Info;  // of the icon
    Label primary = {};      // empty key: no such button
    Emphasis primary_emphasis = Emphasis::Primary;
    bool primary_enabled = true;
    Label secondary = {};                     // cancel, close, back
    Label third = {};                         // at the left, quiet
    float width = 520;                        // at 100 %
    bool focus_content = false;               // the content puts the keyboard into a field itself
    bool enter_in_field_is_primary = true;    // false where the content has a text area
    std::function<void()> content = nullptr;  // drawn between text and buttons
};

std::optional<DialogPress> dialog(const std::string& key, const DialogStyle& style);

}  // namespace ui
