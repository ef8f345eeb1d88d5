// What stands on the screen, widget by widget, for whoever cannot see it: tests, the smoke test
// that moves a real mouse, one day a screen reader.
//
// Each widget notes itself after drawing, under its key (the untranslated text), so that tests do
// not depend on the language. Off unless switched on; costs nothing then.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace ui {

struct Rect {
    float left = 0, top = 0, right = 0, bottom = 0;
    float width() const { return right - left; }
    float height() const { return bottom - top; }
};

struct Item {
    std::string role;   // button, text, radio, option, nav, row, status ...
    std::string value;  // what it shows or holds
    Rect place;
    Rect visible;  // the part of the screen it may show in (scrolling areas)
    bool hovered = false;
    bool focused = false;
    bool disabled = false;
};

namespace probe {

void switch_on(bool on);
bool is_on();
void begin_frame();
void note(std::string_view role, const std::string& key, std::string value = {});  // the last item
void note_at(std::string_view role, const std::string& key, std::string value, Rect place);
// A text that does not fit the room it was drawn in: a defect of the screen, listed for tests.
void note_clipped(const std::string& text);

const std::map<std::string, Item>& items();    // of the frame being or last drawn
const std::set<std::string>& clipped_texts();  // of the same frame
// "role TAB key TAB x TAB y TAB where TAB value" with the centre of each; where: "seen", or "above"
// or "below" the part of the page that shows.
std::string as_lines();

}  // namespace probe
}  // namespace ui
