// The brush of the widgets: text in our types, boxes in our colours. Only client/ui and views use
// it.
#pragma once

#include "client/ui/probe.h"
#include "client/ui/theme.h"

#include <string>
#include <string_view>

struct ImFont;

namespace ui {

struct Size {
    float width = 0, height = 0;
};

ImFont* font(Type type);
Size measure(Type type, const std::string& text);
// The text cut with "…" so that it fits; the same text when it does.
std::string fitted(Type type, const std::string& text, float width);

// Text in the flow of the page. `wrap` at the given width (0: one line).
void text(Type type, Colour colour, const std::string& text, float wrap_width = 0);
void muted(const std::string& text, float wrap_width = 0);  // small and grey
void gap(float height_at_100_percent);
void push_down(float height);  // real pixels, no line spacing added

// Text and boxes at a place, for widgets.
void text_at(float x, float y, Type type, Colour colour, const std::string& text);
// In the middle of a box; noted as clipped when it does not fit.
void text_centred(const Rect& box, Type type, Colour colour, const std::string& text);
void text_left(const Rect& box, float indent, Type type, Colour colour, const std::string& text);
// Wrapped to the box's width, in the middle of its height.
void text_block(const Rect& box, Type type, Colour colour, const std::string& text);
float wrapped_height(Type type, const std::string& text, float width);
void fill(const Rect& box, Colour colour, float rounding);
void outline(const Rect& box, Colour colour, float rounding, float thickness = 1);
void circle(float x, float y, float radius, Colour colour);
void line(float x1, float y1, float x2, float y2, Colour colour, float thickness = 1);
void ring(float x, float y, float radius, Colour colour, float thickness);
// The mark of "yes, done" as two strokes; Inter's own is too thin to be read across a table.
void tick(float x, float y, float size, Colour colour);
void cross(float x, float y, float size, Colour colour);
Colour faded(Colour colour);  // by the style's alpha: disabled parts

Rect last_item();
void focus_ring();  // around the last item, when the keyboard is there
// The same around a shape that is smaller than what can be pressed.
void focus_ring_at(const Rect& box, float rounding);
// Where the window shows through the scrolling areas around what is drawn now.
Rect clip_box();

}  // namespace ui
