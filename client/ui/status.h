// What the screen says without being asked: pills, progress, banners, the passing note.
#pragma once

#include "client/ui/theme.h"

#include <string>

namespace ui {

void pill(const std::string& key, const char* icon, const std::string& text, Tone tone);
float pill_width(const char* icon, const std::string& text);  // real pixels
void pill_at(float x, float y, const char* icon, const std::string& text, Tone tone);

void progress(const std::string& key, float part, float width);  // part of 1

// A framed sentence: what happened, whether data is safe, what to do.
void banner(const std::string& key, Tone tone, const std::string& title, const std::string& text);

// The title of a card; `number` > 0 in a circle before it.
void section(const std::string& title, const std::string& detail = {}, int number = 0);

// A note that passes by itself after four seconds. Drawn over the page by draw_toast.
void toast(const std::string& text, Tone tone = Tone::Ok);
void draw_toast();
void drop_toast();          // a dialog opens: a note of before must not lie on its buttons
void toast_above(float y);  // in this frame: the foot's buttons begin there
void no_toast_now();        // in this frame: it must not cover the first line of a danger sign

void empty_state(const std::string& key, const char* icon, const std::string& title,
                 const std::string& what_to_do);

void chevron_right(float x, float y, Colour colour);
void chevron_down(float x, float y, Colour colour);
void separator();

}  // namespace ui
