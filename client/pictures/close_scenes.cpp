// M07 and C01 to C04: how she feels, and after the massage.
#include "client/pictures/hands.h"
#include "client/pictures/mother.h"
#include "client/pictures/people.h"
#include "client/pictures/scenes.h"
#include "client/pictures/things.h"

namespace pictures {

namespace {

void draw_book(const Brush& brush) {
    brush.fill("M0 10 C-24 -4 -56 -4 -76 2 V80 C-56 74 -24 74 0 88 Z", Role::White);
    brush.fill("M0 10 C24 -4 56 -4 76 2 V80 C56 74 24 74 0 88 Z", Role::White);
    brush.stroke(
        "M0 10 C-24 -4 -56 -4 -76 2 V80 C-56 74 -24 74 0 88 C24 74 56 74 76 80 V2 "
        "C56 -4 24 -4 0 10 V88",
        Role::WoodDark, 2.6F);
    for (int each = 0; each < 4; ++each) {
        const Brush row = brush.at(moved(0, static_cast<float>(each) * 14));
        row.stroke("M-64 18 C-46 15 -28 17 -12 24", Role::PillowFold, 3);
        if (each < 2) row.stroke("M64 18 C46 15 28 17 12 24", Role::PillowFold, 3);
    }
    brush.at(moved(30, 48) * turned(32))
        .fill("M0 0 L6 -12 V-62 C6 -66 -6 -66 -6 -62 V-12 Z", Role::Warm);
}

}  // namespace

void draw_asked(const Brush& brush) {
    draw_mother_at_table(brush);
    draw_palm(brush, Side::Right, {252, 172}, 16);
    draw_palm(brush, Side::Left, {148, 172}, 16);
    const Brush bubble = brush.at(moved(318, 54) * scaled(1.2F, 1.1F));
    draw_bubble(bubble);
    draw_question(bubble.at(moved(-22, -6) * scaled(0.9F, 0.9F)));
    draw_halt(bubble.at(moved(18, -4)), 18);
}

void draw_wiping(const Brush& brush) {
    draw_mother_at_table(brush);
    brush.fill(
        "M212 170 C226 160 262 158 280 168 C286 182 284 206 276 216 C256 224 226 222 212 212 "
        "C206 200 206 182 212 170 Z",
        Role::Cloth);
    brush.stroke("M212 212 C226 222 256 224 276 216", Role::ClothFold, 2.4F);
    brush.stroke("M216 178 C232 170 260 168 276 176", Role::ClothFold, 1.8F);
    draw_palm(brush, Side::Right, {246, 200}, -6);
    draw_way(brush, path("M142 152 C186 150 190 168 160 178 C136 186 150 206 178 208"));
}

void draw_feeding(const Brush& brush) {
    draw_wall(brush);
    brush.fill(circle({200, 330}, 200), Role::Floor);
    draw_feeding_mother(brush.at(moved(200, 90) * scaled(1.62F, 1.62F)));
}

void draw_watching(const Brush& brush) {
    draw_wall(brush);
    brush.fill(circle({150, 330}, 190), Role::Floor);
    draw_feeding_mother(brush.at(moved(150, 110) * scaled(1.42F, 1.42F)));
    for (int each = 0; each < 3; ++each) {
        const float y = 52 + static_cast<float>(each) * 82;
        brush.fill(circle({328, y}, 33), Role::White);
        brush.stroke(circle({328, y}, 33), Role::Way, 3);
    }
    draw_drop(brush.at(moved(320, 34) * scaled(1.1F, 1.1F)), Role::Water);
    draw_drop(brush.at(moved(340, 44) * scaled(0.8F, 0.8F)), Role::Water);
    // The baby swallows; the mother is at ease.
    const Brush baby = brush.at(moved(328, 134));
    for (const Brush& side : {baby, baby.mirrored(0)})
        side.stroke("M5 -4 Q10 -10 15 -4", Role::BabyLine, 3);
    baby.stroke("M-9 8 Q0 17 9 8", Role::BabyLine, 3);
    brush.at(moved(328, 216))
        .stroke("M-18 0 C-18 -12 18 -12 18 0 C18 12 -18 12 -18 0 Z", Role::Ink, 3);
    brush.at(moved(328, 216)).fill(circle({0, 0}, 6.5F), Role::Ink);
}

void draw_writing(const Brush& brush) {
    draw_wall(brush);
    draw_washing(brush.at(moved(104, 130) * scaled(0.8F, 0.8F)));
    brush.fill("M204 0 H384 C394 0 400 6 400 16 V284 C400 294 394 300 384 300 H204 Z", Role::Floor);
    draw_book(brush.at(moved(302, 104) * scaled(1.12F, 1.12F)));
}

void draw_resting_hands(const Brush& brush) {
    draw_mother_at_table(brush);
    draw_palm(brush, Side::Right, {250, 176}, 10);
    draw_palm(brush, Side::Left, {150, 176}, 10);
}

}  // namespace pictures
