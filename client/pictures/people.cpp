#include "client/pictures/people.h"

namespace pictures {

namespace {

void draw_face(const Brush& brush, Role line) {
    for (const Brush& side : {brush, brush.mirrored(0)}) {
        side.stroke("M4.5 -1 Q8.5 -5 12.5 -1", line, 2);
        side.stroke("M4 -9 Q9 -12 13 -9", line, 1.4F, 0.7F);
        side.fill(oval({13, 8}, 4, 3), Role::Warm, 0.28F);
    }
    brush.stroke("M0 0 Q3 6 -1 7", line, 1.4F, 0.7F);
    brush.stroke("M-7 12 Q0 19 7 12", line, 2);
}

void draw_veil(const Brush& brush) {
    brush.fill(
        "M0 -38 C24 -38 34 -20 33 0 C32 18 40 30 50 44 C30 64 -30 64 -50 44 "
        "C-40 30 -32 18 -33 0 C-34 -20 -24 -38 0 -38 Z",
        Role::Veil);
    brush.fill(
        "M0 -26 C17 -26 22 -12 22 2 C22 18 12 28 0 28 C-12 28 -22 18 -22 2 "
        "C-22 -12 -17 -26 0 -26 Z",
        Role::Skin);
    brush.fill("M-21 -8 C-20 -22 -12 -28 0 -28 C12 -28 20 -22 21 -8 C14 -18 -14 -18 -21 -8 Z",
               Role::VeilFold);
}

void draw_shoulders(const Brush& brush, Role role) {
    brush.fill("M-66 110 C-68 74 -54 54 -30 46 C-12 42 12 42 30 46 C54 54 68 74 66 110 Z", role);
}

void draw_baby(const Brush& brush) {
    brush.fill(
        "M-44 -6 C-30 -26 26 -26 46 -6 C54 6 50 22 30 26 C4 32 -30 30 -44 18 C-52 10 -50 2 "
        "-44 -6 Z",
        Role::Blanket);
    brush.stroke("M-14 -18 C2 -6 10 8 8 26", Role::BlanketFold, 2);
    brush.stroke("M16 -18 C26 -8 32 4 30 18", Role::BlanketFold, 2);
    brush.fill(circle({-36, -2}, 17), Role::Baby);
    brush.fill("M-52 -6 C-50 -22 -28 -26 -20 -10 C-30 -16 -44 -14 -52 -6 Z", Role::Hair);
    brush.stroke("M-44 0 Q-41 3 -38 0", Role::BabyLine, 1.8F);
    brush.fill(circle({-29, 3}, 2.6F), Role::Warm, 0.35F);
}

}  // namespace

void draw_woman(const Brush& brush) {
    draw_shoulders(brush, Role::Wrap);
    draw_veil(brush);
    brush.stroke("M-27 18 C-14 40 10 46 44 38", Role::VeilFold, 2);
    brush.stroke("M-36 34 C-18 50 8 56 34 52", Role::VeilFold, 2);
    draw_face(brush, Role::SkinLine);
}

void draw_man(const Brush& brush) {
    brush.fill("M-11 18 H11 V48 Q0 58 -11 48 Z", Role::HandShade);
    draw_shoulders(brush.at(moved(0, -7) * scaled(1, 1.07F)), Role::Sleeve);
    brush.fill("M-14 41 Q0 58 14 41 L10 40 Q0 50 -10 40 Z", Role::SleeveFold);
    for (const Brush& side : {brush, brush.mirrored(0)})
        side.fill(oval({24, 2}, 5, 7), Role::HandShade);
    brush.fill(
        "M0 -30 C18 -30 24 -16 24 0 C24 18 12 30 0 30 C-12 30 -24 18 -24 0 "
        "C-24 -16 -18 -30 0 -30 Z",
        Role::Hand);
    brush.fill(
        "M-25 -2 C-30 -28 -14 -40 4 -38 C20 -38 30 -24 25 -2 C22 -12 18 -18 8 -18 "
        "C-6 -16 -18 -18 -25 -2 Z",
        Role::Hair);
    draw_face(brush, Role::HandLine);
}

void draw_feeding_mother(const Brush& brush) {
    brush.fill("M-70 136 C-74 84 -58 56 -30 46 H30 C60 56 78 86 74 136 Z", Role::Wrap);
    draw_veil(brush);
    draw_face(brush, Role::SkinLine);
    draw_baby(brush.at(moved(-4, 82) * turned(-8)));
    // Her veil falls over the breast, her arm holds the baby.
    brush.fill("M-34 40 C-54 50 -60 64 -54 74 C-40 68 -20 66 -4 60 C10 56 28 56 46 46 L0 30 Z",
               Role::Veil);
    brush.stroke("M-54 73 C-40 67 -20 66 -4 59 C10 55 28 56 44 47", Role::VeilFold, 2);
    brush.stroke("M-27 20 C-14 40 10 46 42 38", Role::VeilFold, 2);
    brush.stroke("M-38 44 C-24 54 -8 56 6 53", Role::VeilFold, 2);
    brush.fill(
        "M67 78 C84 102 72 124 46 125 C16 127 -14 122 -32 115 C-40 111 -36 98 -26 101 "
        "C0 106 26 106 42 98 C52 92 56 84 58 74 Z",
        Role::Wrap);
    brush.stroke("M58 76 C56 86 52 92 42 98 C26 106 0 106 -26 101", Role::WrapFold, 2);
    brush.stroke("M74 92 C80 112 68 124 46 125 C16 127 -14 122 -30 116", Role::WrapFold, 2);
    brush.fill(limb({-32, 108}, 8, {-48, 102}, 6.5F), Role::Skin);
    brush.stroke("M-34 116 L-50 109", Role::SkinLine, 1.4F, 0.6F);
}

void draw_bubble(const Brush& brush) {
    const Path outline = path(
        "M-34 -32 H34 C44 -32 50 -26 50 -16 V8 C50 18 44 24 34 24 H-14 L-34 42 L-30 24 H-34 "
        "C-44 24 -50 18 -50 8 V-16 C-50 -26 -44 -32 -34 -32 Z");
    brush.shape(outline, Role::White, Role::Way, 2.4F);
}

void draw_question(const Brush& brush) {
    brush.stroke("M-9 -9 C-9 -22 11 -22 10 -9 C9 0 0 -1 0 9", Role::Way, 5);
    brush.fill(circle({0, 18}, 3.4F), Role::Way);
}

void draw_halt(const Brush& brush, float radius) {
    const Brush unit = brush.at(scaled(radius / 50, radius / 50));
    unit.fill("M-20 -50 H20 L50 -20 V20 L20 50 H-20 L-50 20 V-20 Z", Role::Halt);
    for (const float x : {-13.5F, -4.5F, 4.5F, 13.5F}) {
        const float top = x < -10 || x > 10 ? -20.0F : -28.0F;
        unit.fill(limb({x, top}, 4, {x, 6}, 4), Role::White);
    }
    unit.fill("M-17.5 0 H17.5 V16 C17.5 30 8 34 0 34 C-8 34 -17.5 30 -17.5 16 Z", Role::White);
    unit.fill(limb({-15, 20}, 4.2F, {-27, 3}, 4), Role::White);
}

}  // namespace pictures
