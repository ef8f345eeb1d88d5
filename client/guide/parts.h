// What both sides of the guide draw with.
#pragma once

#include "client/guide/timeline.h"
#include "client/ui/draw.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace guide {

inline constexpr double kFlashSeconds = 0.9;

// In the language of the window.
const std::string& in_language(const forms::Label& label);
std::string minutes(double seconds);  // "1:05"

// The seconds that the picture of this step is drawn at; stands still while paused.
double picture_second(const Timeline& timeline);
// The picture of the step that is on. Returns where it stands.
ui::Rect draw_step_picture(const Timeline& timeline, const ui::Rect& box, ui::Colour ground);
// A picture by its code that does not move, so wide, in the flow of a page.
void draw_still(std::string_view code, float width);
// A soft frame that comes and goes around `box` where a step changed by itself.
void draw_flash(const Timeline& timeline, const ui::Rect& box);
// A ring that empties around the seconds left; calm past the target, full where there is none.
void draw_clock(const Timeline& timeline, const ui::Rect& box);
// From the top of the box down, in the first of these types in which they fit. Returns where they
// end.
float draw_in_largest(const ui::Rect& box, std::initializer_list<ui::Type> types, ui::Colour colour,
                      const std::string& words);
// The largest letters, at most `most` real pixels high, that fit the box with these words wrapped.
// Returns how high they are.
float draw_words(const ui::Rect& box, ui::Type type, float most, ui::Colour colour,
                 const std::string& words);

}  // namespace guide
