// The one visual language of the window: colours, sizes, and the scale they are drawn at.
//
// Sizes are written for 100 % (96 dpi) and go through px(). Colours are packed the way Dear ImGui
// packs them (0xAABBGGRR). A test computes the contrast of every pair that is drawn (WCAG AA).
#pragma once

#include <cstdint>

namespace ui {

using Colour = std::uint32_t;

struct Palette {
    Colour page, surface, sunken, border, button_border, control_border;
    Colour text, muted;
    Colour primary, primary_hover, primary_active, primary_soft, on_primary;
    Colour nav, nav_hover, nav_selected, nav_text, nav_muted, nav_mark;
    Colour ok, ok_soft, warn, warn_soft, bad, bad_soft, on_bad;
    Colour badge, on_badge, focus;
    Colour grid;                                        // of a chart: behind what means something
    Colour alarm, on_alarm, alarm_mark, on_alarm_mark;  // the page of a danger sign
};

enum class Look { Light, Contrast };
enum class Tone { Info, Ok, Warn, Bad };

Palette palette_of(Look look);
const Palette& palette();  // of the look in use
Colour ink(Tone tone);     // text and icons of that tone
Colour wash(Tone tone);    // the soft ground under them

// The type sizes, at 100 %. Huge is for the first line of an alarm, Figure for one big number: it
// has digits only, and . , : + - % / and a space. Poster is read from two metres; until
// show_posters() (look.h) it is no larger than Huge.
enum class Type { Body, Medium, Strong, Small, Section, Title, Huge, Figure, Poster };

inline constexpr float kControl = 44;  // height of everything that can be pressed
inline constexpr float kGap = 16;      // between cards, between columns
inline constexpr float kPage = 28;     // from the edge of the page
inline constexpr float kCardX = 20;    // inside a card
inline constexpr float kCardY = 18;
inline constexpr float kNavWidth = 236;
inline constexpr float kHeader = 76;
inline constexpr float kFooter = 70;
inline constexpr float kRounding = 8;  // of controls
inline constexpr float kCardRounding = 12;

float scale();
float px(float at_100_percent);

// Sets Dear ImGui's style; needs its context. Fonts are apart (fonts.h).
void apply_theme(Look look, float scale);

}  // namespace ui
