// P01 to P09: before the massage.
#include "client/pictures/hands.h"
#include "client/pictures/mother.h"
#include "client/pictures/people.h"
#include "client/pictures/scenes.h"
#include "client/pictures/things.h"

namespace pictures {

namespace {

void draw_table(const Brush& brush, float top) {
    brush.fill(rounded_box({22, top}, 356, 14, 5), Role::Wood);
    for (const float x : {44.0F, 344.0F})
        brush.fill(rounded_box({x, top + 14}, 12, 284 - top - 14, 3), Role::WoodDark);
}

// A round window into another way of doing it.
Brush inset(const Brush& brush, Point middle, float radius) {
    brush.fill(circle(middle, radius + 3), Role::Way);
    brush.fill(circle(middle, radius), Role::White);
    return brush.at(moved(middle.x, middle.y));
}

// From the side: on a stool, leaning forward on a pillow on the table, arms folded beneath her
// head.
void draw_leaning_mother(const Brush& brush) {
    brush.fill(rounded_box({66, 206}, 92, 12, 5), Role::Wood);
    for (const float x : {76.0F, 138.0F})
        brush.fill(rounded_box({x, 216}, 9, 66, 3), Role::WoodDark);
    brush.fill(rounded_box({232, 158}, 150, 13, 5), Role::Wood);
    for (const float x : {246.0F, 358.0F})
        brush.fill(rounded_box({x, 168}, 10, 114, 3), Role::WoodDark);
    draw_pillow(brush.at(moved(302, 158) * scaled(1.25F, 0.84F)));
    // Legs in the sarong, feet on the floor.
    brush.fill(
        "M78 192 C76 214 92 220 118 220 L176 222 L178 270 C178 276 182 278 188 278 H212 "
        "C206 252 210 224 206 206 C198 190 160 186 132 184 Z",
        Role::Wrap);
    brush.fill("M182 274 H208 C220 276 226 280 226 284 H182 Z", Role::Skin);
    // The back, bent forward from the hips.
    brush.fill(
        "M80 202 C70 170 92 142 126 122 C160 103 196 88 226 92 C246 96 250 110 244 122 "
        "C230 140 206 150 190 166 C174 182 166 196 160 204 C136 214 98 214 80 202 Z",
        Role::Skin);
    brush.stroke("M80 200 C70 170 92 142 126 122 C160 103 190 92 218 91", Role::SkinLine, 1.8F,
                 0.8F);
    // The towel in front.
    brush.fill(
        "M232 128 C222 146 206 160 196 176 C188 190 176 202 162 208 C150 212 132 212 118 210 "
        "C140 196 156 172 176 150 C192 134 214 124 232 128 Z",
        Role::Cloth);
    brush.stroke("M118 210 C140 196 156 172 176 150 C192 134 214 124 232 128", Role::ClothFold, 2);
    // Arm, forearm on the pillow, head resting on it.
    brush.fill(limb({222, 106}, 14, {258, 98}, 14), Role::SkinShade);
    brush.fill(
        "M248 82 C262 62 296 64 306 86 C312 102 306 124 288 128 C268 130 244 116 242 100 "
        "C241 92 244 88 248 82 Z",
        Role::Veil);
    brush.fill("M290 92 C302 90 310 98 309 108 C308 120 298 128 286 128 C280 116 282 98 290 92 Z",
               Role::Skin);
    brush.stroke("M296 110 Q300 114 304 111", Role::SkinLine, 1.8F);
    brush.stroke("M256 76 C270 86 280 104 281 124", Role::VeilFold, 2);
    brush.stroke("M246 98 C258 102 268 112 272 124", Role::VeilFold, 2);
    brush.fill(limb({222, 112}, 19, {250, 140}, 13), Role::Skin);
    brush.fill(limb({250, 140}, 13, {328, 128}, 9), Role::Skin);
    brush.stroke("M209 126 L241 149 Q246 153.5 252 152.8 L329 137", Role::SkinLine, 1.6F, 0.7F);
    brush.stroke("M262 125 L326 119", Role::SkinLine, 1.4F, 0.5F);
}

// After an operation, or if sitting hurts: on her side, from behind.
void draw_side_lying(const Brush& brush) {
    brush.fill("M-54 28 H54 C50 40 44 46 38 48 H-38 C-44 46 -50 40 -54 28 Z", Role::Wood);
    brush.fill(rounded_box({-56, 13}, 112, 16, 5), Role::Blanket);
    draw_pillow(brush.at(moved(-38, 16) * scaled(0.42F, 0.34F)));
    brush.fill("M-30 14 C-30 -6 -22 -20 -8 -20 C4 -20 8 -8 17 -6 V14 Z", Role::Skin);
    brush.fill("M12 14 V-6 C18 -9 20 -17 30 -16 C42 -14 49 0 54 7 V14 Z", Role::Wrap);
    brush.stroke("M-26 3 C-12 -1 0 2 12 4", Role::SkinShade, 1.8F);
    brush.fill(circle({-36, 0}, 11), Role::Veil);
    brush.stroke("M-44 -4 C-38 0 -34 4 -33 10", Role::VeilFold, 1.4F);
}

void draw_curtain(const Brush& brush) {
    brush.fill("M0 0 H46 C48 40 42 84 34 122 H0 Z", Role::Blanket);
    for (const float x : {12.0F, 26.0F})
        brush.at(moved(x, 0)).stroke("M0 6 C2 44 0 84 -4 118", Role::BlanketFold, 2);
}

}  // namespace

void draw_asking(const Brush& brush) {
    draw_wall(brush);
    brush.fill(circle({200, 330}, 210), Role::Floor);
    draw_man(brush.at(moved(120, 158) * scaled(1.3F, 1.3F)));
    draw_woman(brush.at(moved(282, 166) * scaled(1.26F, 1.26F)));
    const Brush bubble = brush.at(moved(196, 62));
    draw_bubble(bubble);
    draw_question(bubble.at(moved(-20, -6) * scaled(0.9F, 0.9F)));
    draw_halt(bubble.at(moved(20, -4)), 17);
}

void draw_checking(const Brush& brush) {
    draw_wall(brush);
    draw_clipboard(brush.at(moved(150, 158) * scaled(1.2F, 1.2F)));
    draw_halt(brush.at(moved(306, 186)), 62);
}

void draw_eating(const Brush& brush) {
    draw_wall(brush);
    draw_table(brush, 222);
    draw_plate(brush.at(moved(160, 222) * scaled(1.75F, 1.75F)));
    draw_glass(brush.at(moved(312, 222) * scaled(1.8F, 1.8F)));
    draw_steam(brush.at(moved(134, 136) * scaled(1.3F, 1.3F)));
}

void draw_room_ready(const Brush& brush) {
    draw_wall(brush);
    brush.fill("M0 236 H400 V284 C400 294 394 300 384 300 H16 C6 300 0 294 0 284 Z", Role::Floor);
    // A window behind closed curtains, air through the slats above it.
    brush.fill(rounded_box({48, 34}, 148, 172, 6), Role::WoodDark);
    brush.fill(rounded_box({56, 78}, 132, 120, 3), Role::Water);
    for (int each = 0; each < 3; ++each)
        brush.fill(rounded_box({56, 42 + static_cast<float>(each) * 11}, 132, 6, 2), Role::Air);
    draw_curtain(brush.at(moved(54, 76) * scaled(1.5F, 1.04F)));
    draw_curtain(brush.at(moved(190, 76) * scaled(-1.5F, 1.04F)));
    for (const float y : {47.0F, 60.0F})
        brush.at(moved(204, y))
            .stroke("M0 0 C10 -6 16 6 26 0 C32 -4 36 -2 40 0", Role::Way, 2.6F, 0.7F);
    // A closed door.
    brush.fill(rounded_box({272, 44}, 92, 194, 5), Role::WoodDark);
    brush.fill(rounded_box({280, 52}, 76, 186, 3), Role::Wood);
    brush.stroke(rounded_box({290, 66}, 56, 66, 3), Role::WoodDark, 2);
    brush.stroke(rounded_box({290, 148}, 56, 74, 3), Role::WoodDark, 2);
    brush.fill(circle({288, 142}, 5), Role::Oil);
    draw_chair(brush.at(moved(232, 274) * scaled(0.9F, 0.9F)));
}

void draw_things_ready(const Brush& brush) {
    draw_wall(brush);
    brush.fill("M0 226 H400 V284 C400 294 394 300 384 300 H16 C6 300 0 294 0 284 Z", Role::Floor);
    draw_chair(brush.at(moved(76, 266) * scaled(1.5F, 1.5F)));
    draw_pillow(brush.at(moved(84, 175) * scaled(0.9F, 0.9F)));
    brush.fill(rounded_box({148, 166}, 236, 13, 5), Role::Wood);
    for (const float x : {164.0F, 356.0F})
        brush.fill(rounded_box({x, 178}, 11, 92, 3), Role::WoodDark);
    draw_towels(brush.at(moved(204, 166)));
    draw_basin(brush.at(moved(302, 166)));
    draw_steam(brush.at(moved(292, 122)));
    draw_bottle(brush.at(moved(364, 166)));
}

void draw_hands_washed(const Brush& brush) {
    draw_wall(brush);
    draw_washing(brush.at(moved(196, 128) * scaled(1.1F, 1.1F)));
}

void draw_undressing(const Brush& brush) {
    draw_room(brush);
    draw_table_and_pillow(brush);
    draw_mother_from_behind(brush);
    const Brush other = inset(brush, {338, 232}, 56);
    draw_mother_from_behind(other.at(scaled(0.29F, 0.29F) * moved(-200, -172)), Dress::ThinShirt);
}

void draw_sitting(const Brush& brush) {
    draw_wall(brush);
    brush.fill("M0 250 H400 V284 C400 294 394 300 384 300 H16 C6 300 0 294 0 284 Z", Role::Floor);
    draw_leaning_mother(brush);
    draw_side_lying(inset(brush, {76, 72}, 60));
}

void draw_oil_warmed(const Brush& brush) {
    draw_wall(brush);
    draw_open_palm(brush, Side::Right, {262, 176});
    draw_open_palm(brush, Side::Left, {138, 176});
    draw_drop(brush.at(moved(262, 92)), Role::Oil);
    draw_bottle(brush.at(moved(330, 46) * turned(-112) * scaled(1.5F, 1.5F)));
    draw_steam(brush.at(moved(138, 100) * scaled(1.3F, 1.3F)));
}

}  // namespace pictures
