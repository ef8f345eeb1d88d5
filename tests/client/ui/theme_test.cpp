#include "client/ui/theme.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

namespace {

using ui::Colour;
using ui::Palette;

double linear(unsigned channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) {
    return 0.2126 * linear(c & 255U) + 0.7152 * linear(c >> 8 & 255U) +
           0.0722 * linear(c >> 16 & 255U);
}

// WCAG 2.1, 1.4.3.
double contrast(Colour a, Colour b) {
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return one > other ? one / other : other / one;
}

struct Pair {
    const char* what;
    Colour ink, ground;
};

std::vector<Pair> texts(const Palette& p) {
    return {{"text on a card", p.text, p.surface},
            {"text on the page", p.text, p.page},
            {"text on a hovered row", p.text, p.sunken},
            {"text on a chosen row", p.text, p.primary_soft},
            {"grey words on a card", p.muted, p.surface},
            {"grey words on the page", p.muted, p.page},
            {"grey words on a hovered row", p.muted, p.sunken},
            {"primary button", p.on_primary, p.primary},
            {"primary button, hovered", p.on_primary, p.primary_hover},
            {"primary button, pressed", p.on_primary, p.primary_active},
            {"quiet button", p.primary, p.surface},
            {"quiet button on the page", p.primary, p.page},
            {"quiet button, hovered", p.primary, p.primary_soft},
            {"alarming answer", p.on_bad, p.bad},
            {"navigation", p.nav_text, p.nav},
            {"navigation, hovered", p.nav_text, p.nav_hover},
            {"navigation, selected", p.nav_text, p.nav_selected},
            {"navigation, small words", p.nav_muted, p.nav},
            {"badge", p.on_badge, p.badge},
            {"ok pill", p.ok, p.ok_soft},
            {"warning pill", p.warn, p.warn_soft},
            {"bad pill", p.bad, p.bad_soft},
            {"problem below a field", p.bad, p.surface},
            {"warning below a field", p.warn, p.surface},
            {"text in a warning", p.text, p.warn_soft},
            {"text in an alarm", p.text, p.bad_soft},
            {"text in good news", p.text, p.ok_soft},
            {"good news on a card", p.ok, p.surface},
            {"a chip that is on", p.primary, p.primary_soft},
            {"the head of a table", p.muted, p.sunken},
            {"a figure that opens, on a striped row", p.primary, p.sunken},
            {"a figure of bad news on a striped row", p.bad, p.sunken},
            {"danger sign: its words", p.on_alarm, p.alarm},
            {"danger sign: its mark", p.on_alarm_mark, p.alarm_mark}};
}

std::vector<Pair> shapes(const Palette& p) {
    return {{"border of a control", p.control_border, p.surface},
            {"focus ring on a card", p.focus, p.surface},
            {"focus ring on the page", p.focus, p.page},
            {"focus ring in the navigation", p.focus, p.nav},
            {"mark of the selected place", p.nav_mark, p.nav_selected},
            {"done part of a bar", p.primary, p.grid},
            {"bad part of a bar", p.bad, p.grid},
            {"late part of a bar", p.warn, p.grid},
            {"mark of a danger sign on its page", p.alarm_mark, p.alarm}};
}

}  // namespace

TEST_CASE("every text of both looks has the contrast of WCAG AA (4.5)") {
    for (const ui::Look look : {ui::Look::Light, ui::Look::Contrast}) {
        for (const Pair& pair : texts(ui::palette_of(look))) {
            CAPTURE(pair.what);
            CHECK(contrast(pair.ink, pair.ground) >= 4.5);
        }
    }
}

TEST_CASE("every shape that means something has the contrast of WCAG AA (3.0)") {
    for (const ui::Look look : {ui::Look::Light, ui::Look::Contrast}) {
        for (const Pair& pair : shapes(ui::palette_of(look))) {
            CAPTURE(pair.what);
            CHECK(contrast(pair.ink, pair.ground) >= 3.0);
        }
    }
}

TEST_CASE("the contrast that these tests compute is WCAG's") {
    CHECK(contrast(0xFFFFFFFFU, 0xFF000000U) == doctest::Approx(21));
    CHECK(contrast(0xFF777777U, 0xFFFFFFFFU) == doctest::Approx(4.48).epsilon(0.01));
}
