// The keyboard reaches everything, in the order of the page, whatever version of Dear ImGui.
//
// 1.86 tabs through text fields only, 1.90 through everything, 1.92 skips own-drawn buttons unless
// told. Where the stock order is not ours, Tab is taken from Dear ImGui and walked here.
//
// While something lies over the page (overlay.h), only what is drawn in it hears the keyboard.
#pragma once

#include <string>

namespace ui::keyboard {

void begin_frame();                         // before any widget
void stop(bool is_text);                    // the last item is a stop of Tab
void stop_at(unsigned item, bool is_text);  // the same for an item by its id
bool wants_text_focus(unsigned item);       // the text field about to be drawn was tabbed to
bool enter_pressed();
bool escape_pressed();
bool backspace_pressed();
// The letters typed in this frame, for what is answered by single keys: not in a text field, and
// not behind an overlay.
std::string typed_letters();
// Space, or the left (-1) and right (1) arrow, as shortcuts of a page that is led by a free hand:
// in this frame they press nothing and move nowhere else. Ask before its widgets are drawn.
bool take_space();
int take_sideways();
// Press `width` x `height` here: an own-drawn widget's ground. Space, Enter and the mouse press it.
bool pressable(const char* id, float width, float height);

// Past the navigation: the next thing drawn after page_begins() that can be reached gets the
// keyboard. navigation() calls both (F6); a shell calls go_to_page() when it opens a page by a key.
void go_to_page();
void page_begins();

void focus_next_press();  // the same for the next item that is pressed, not typed into
void focus_last_item();   // the keyboard goes to the item drawn last, and its ring shows

// Shortcuts of a page, pressed in this frame. Ask once a frame, where the page is drawn: behind an
// overlay they say no. Function keys may be pressed while typing; so may Ctrl and a letter, but
// A, C, V, X, Y and Z belong to the text fields.
bool function_key(int number);  // F1 to F12
bool ctrl(char letter);         // 'A' to 'Z'
bool ctrl_enter();              // "save", from inside any field
bool quick_hide_pressed();      // F12 or Ctrl+H, whatever lies over the page
bool is_any_key_down();         // somebody sits there

// An overlay's window lies over everything drawn before it in this frame.
void cover(unsigned window);
bool is_top_cover(unsigned window);  // of the last frame
bool is_covered();                   // the widget about to be drawn lies under an overlay

}  // namespace ui::keyboard
