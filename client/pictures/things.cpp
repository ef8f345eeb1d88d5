#include "client/pictures/things.h"

namespace pictures {

void draw_bottle(const Brush& brush) {
    brush.fill(
        "M-13 -2 V-34 C-13 -42 -6 -42 -6 -48 H6 C6 -42 13 -42 13 -34 V-2 C13 0 12 0 10 0 "
        "H-10 C-12 0 -13 0 -13 -2 Z",
        Role::Oil);
    brush.fill("M-8 -58 H8 V-47 H-8 Z", Role::WoodDark);
    brush.fill(rounded_box({-10, -30}, 20, 18, 3), Role::White, 0.85F);
    draw_drop(brush.at(moved(0, -27) * scaled(0.45F, 0.45F)), Role::Oil);
}

void draw_glass(const Brush& brush) {
    brush.fill("M-17 -56 H17 L13 -2 C13 0 11 0 10 0 H-10 C-11 0 -13 0 -13 -2 Z", Role::White, 0.9F);
    brush.fill("M-15.5 -42 H15.5 L12.5 -4 H-12.5 Z", Role::Water);
    brush.stroke("M-17 -56 H17 L13 -1 H-13 Z", Role::PillowFold, 2);
}

void draw_plate(const Brush& brush) {
    brush.fill(oval({0, -12}, 62, 15), Role::White);
    brush.stroke(oval({0, -12}, 62, 15), Role::PillowFold, 2);
    brush.fill("M-40 -14 C-38 -44 2 -48 8 -14 Z", Role::White);
    brush.stroke("M-40 -14 C-38 -44 2 -48 8 -14", Role::PillowFold, 2);
    brush.fill("M4 -13 C2 -30 14 -34 20 -24 C26 -36 42 -30 38 -13 Z", Role::Leaf);
    brush.fill(oval({38, -15}, 13, 8), Role::Blanket);
    brush.fill(oval({40, -16}, 6, 4), Role::Oil);
}

void draw_basin(const Brush& brush) {
    brush.fill("M-46 -34 H46 C44 -10 34 0 22 0 H-22 C-34 0 -44 -10 -46 -34 Z", Role::Sleeve);
    brush.fill(oval({0, -34}, 46, 9), Role::SleeveFold);
    brush.fill(oval({0, -33}, 40, 6.5F), Role::Water);
    brush.fill("M14 -38 C24 -42 34 -40 44 -36 L48 -12 C42 -8 34 -8 30 -12 Z", Role::Cloth);
    brush.stroke("M30 -12 C34 -8 42 -8 48 -12", Role::ClothFold, 2);
}

void draw_towels(const Brush& brush) {
    brush.fill(rounded_box({-42, -20}, 84, 20, 9), Role::Cloth);
    brush.stroke("M42 -10 H-26 C-34 -10 -34 -3 -28 -3", Role::ClothFold, 2);
    brush.fill(rounded_box({-38, -40}, 76, 20, 9), Role::Blanket);
    brush.stroke("M38 -30 H-22 C-30 -30 -30 -23 -24 -23", Role::BlanketFold, 2);
}

void draw_pillow(const Brush& brush) {
    brush.fill(
        "M-44 -44 C-50 -54 -36 -56 -28 -52 C-10 -47 10 -47 28 -52 C36 -56 50 -54 44 -44 "
        "C40 -30 40 -20 44 -8 C50 2 36 4 28 0 C10 -5 -10 -5 -28 0 C-36 4 -50 2 -44 -8 "
        "C-40 -20 -40 -30 -44 -44 Z",
        Role::Pillow);
    brush.stroke("M-39 -47 C-33 -40 -30 -34 -29 -28", Role::PillowFold, 2);
    brush.stroke("M39 -5 C33 -12 30 -18 29 -24", Role::PillowFold, 2);
}

void draw_chair(const Brush& brush) {
    brush.fill(rounded_box({-34, -112}, 9, 112, 4), Role::WoodDark);
    brush.fill(rounded_box({26, -54}, 9, 54, 4), Role::WoodDark);
    brush.fill(rounded_box({-36, -60}, 74, 11, 5), Role::Wood);
    brush.fill(rounded_box({-38, -112}, 14, 34, 6), Role::Wood);
}

void draw_steam(const Brush& brush) {
    for (const float x : {-14.0F, 0.0F, 14.0F})
        brush.at(moved(x, 0)).stroke("M0 0 C-7 -7 7 -13 0 -22", Role::Warm, 2.6F, 0.75F);
}

void draw_drop(const Brush& brush, Role role) {
    brush.fill("M0 0 C4 9 9 13 9 19 C9 28 -9 28 -9 19 C-9 13 -4 9 0 0 Z", role);
    brush.stroke("M-4.5 19 C-4.5 22 -3 23.5 -1 24", Role::White, 1.8F, 0.8F);
}

void draw_clipboard(const Brush& brush) {
    brush.fill(rounded_box({-68, -88}, 136, 178, 10), Role::WoodDark);
    brush.fill(rounded_box({-58, -74}, 116, 154, 4), Role::White);
    brush.fill(rounded_box({-24, -98}, 48, 24, 8), Role::PillowFold);
    for (int each = 0; each < 4; ++each) {
        const float y = -50 + static_cast<float>(each) * 34;
        brush.stroke(rounded_box({-46, y - 8}, 18, 18, 3), Role::Ink, 2.4F);
        brush.stroke(line({-16, y - 3}, {44, y - 3}), Role::PillowFold, 4);
        brush.stroke(line({-16, y + 7}, {each % 2 == 0 ? 22.0F : 34.0F, y + 7}), Role::PillowFold,
                     4);
    }
}

void draw_washing(const Brush& brush) {
    // The tap.
    brush.fill("M-120 -84 H-16 C8 -84 14 -70 14 -50 H-8 C-8 -60 -12 -62 -20 -62 H-120 Z",
               Role::PillowFold);
    brush.fill(rounded_box({-76, -104}, 14, 22, 4), Role::PillowFold);
    brush.fill(rounded_box({-90, -112}, 42, 11, 5), Role::PillowFold);
    brush.fill("M-8 -50 H14 L20 90 C12 96 -6 96 -14 90 Z", Role::Water, 0.8F);
    const Brush right = brush.at(moved(16, 26));
    const auto hand = [](const Brush& side) {
        side.shape(
            path("M150 66 L70 34 C58 8 26 -12 2 -18 C-10 -20 -14 -8 -4 -3 L18 8 "
                 "C6 4 -14 0 -24 0 C-36 0 -36 14 -25 16 L10 24 C26 44 48 56 64 60 L132 96 Z"),
            Role::Hand, Role::HandLine, 2.4F);
        side.stroke("M18 8 C26 12 32 16 36 22", Role::HandShade, 2.2F);
        side.fill("M96 44 L160 70 V120 L88 76 Z", Role::Sleeve);
        side.stroke("M100 48 L92 76", Role::SleeveFold, 3);
    };
    hand(right.at(moved(-2, 12)).mirrored(-14));
    hand(right);
    // Soap.
    constexpr Point kFoam[] = {{-34, 18}, {-18, 8}, {0, 14}, {18, 10},
                               {34, 22},  {-4, 30}, {14, 32}};
    for (const Point at : kFoam) {
        const float radius = 9 + (at.x > 0 ? 2.0F : 0.0F);
        brush.fill(circle(at, radius), Role::White, 0.92F);
        brush.stroke(circle(at, radius), Role::Water, 1.6F);
    }
}

}  // namespace pictures
