// The keyboard reaches everything, in the order of the page, whatever version of Dear ImGui.
//
// 1.86 tabs through text fields only, 1.90 through everything, 1.92 skips own-drawn buttons unless
// told. Where the stock order is not ours, Tab is taken from Dear ImGui and walked here.
#pragma once

namespace ui::keyboard {

void begin_frame();                         // before any widget
void stop(bool is_text);                    // the last item is a stop of Tab
void stop_at(unsigned item, bool is_text);  // the same for an item by its id
bool wants_text_focus(unsigned item);       // the text field about to be drawn was tabbed to
bool enter_pressed();
bool escape_pressed();
// Press `width` x `height` here: an own-drawn widget's ground. Space, Enter and the mouse press it.
bool pressable(const char* id, float width, float height);

}  // namespace ui::keyboard
