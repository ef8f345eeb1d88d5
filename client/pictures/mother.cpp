#include "client/pictures/mother.h"

namespace pictures {

namespace {

// Neck, shoulders, sides down to the waist, hips.
constexpr std::string_view kBack =
    "M182 104 C183 122 178 131 160 137 C136 143 112 148 102 166 C97 178 108 190 116 202 "
    "C124 216 130 226 130 240 C130 256 114 270 108 300 H292 C286 270 270 256 270 240 "
    "C270 226 276 216 284 202 C292 190 303 178 298 166 C288 148 264 143 240 137 "
    "C222 131 217 122 218 104 Z";
constexpr std::string_view kShirt =
    "M170 134 C136 143 112 148 102 166 C97 178 108 190 116 202 C124 216 130 226 130 240 "
    "C130 256 114 270 108 300 H292 C286 270 270 256 270 240 C270 226 276 216 284 202 "
    "C292 190 303 178 298 166 C288 148 264 143 230 134 C214 146 186 146 170 134 Z";
constexpr std::string_view kArm =
    "M118 186 C94 178 72 148 60 118 C55 102 66 88 82 89 C112 90 140 92 176 90 L186 110 "
    "L186 140 L150 150 Z";

void draw_arm(const Brush& brush, Dress dress) {
    brush.fill(kArm, Role::Skin);
    // The fold between the upper arm and the one that lies on the pillow.
    brush.fill("M186 112 C160 112 132 114 108 118 C122 124 138 134 152 138 L186 128 Z",
               Role::SkinShade, 0.5F);
    brush.stroke("M104 172 C84 158 70 140 60 118 C55 102 66 88 82 89 C112 90 140 92 168 90",
                 Role::SkinLine, 1.6F, 0.75F);
    brush.stroke("M178 113 C154 113 130 115 108 118", Role::SkinLine, 1.6F, 0.6F);
    if (dress == Dress::ThinShirt) {
        brush.fill(
            "M102 168 C92 160 84 150 78 142 C86 132 100 126 114 124 C120 134 136 141 154 142 "
            "L128 176 Z",
            Role::Cloth);
        brush.stroke("M78 142 C86 132 100 126 114 124", Role::ClothFold, 2);
    }
}

void draw_head(const Brush& brush) {
    brush.fill(
        "M163 74 C163 48 178 34 200 34 C222 34 237 48 237 74 C237 94 222 110 200 110 "
        "C178 110 163 94 163 74 Z",
        Role::Veil);
    // The cloth is wound around the head and knotted above the nape.
    brush.stroke("M168 56 C182 70 190 84 196 97", Role::VeilFold, 2, 0.8F);
    brush.stroke("M232 56 C218 70 210 84 204 97", Role::VeilFold, 2, 0.8F);
    brush.stroke("M164 76 C174 90 186 97 194 100", Role::VeilFold, 2, 0.8F);
    brush.stroke("M236 76 C226 90 214 97 206 100", Role::VeilFold, 2, 0.8F);
    brush.fill(
        "M188 99 C182 92 190 87 200 92 C210 87 218 92 212 99 C218 107 208 112 200 106 "
        "C192 112 182 107 188 99 Z",
        Role::VeilFold);
}

// The towel that covers her in front shows at both sides.
void draw_towel_side(const Brush& brush) {
    brush.fill(
        "M101 170 C98 180 108 191 116 202 C124 216 130 226 130 246 L143 246 "
        "C143 224 134 208 125 197 C116 186 110 180 112 168 Z",
        Role::Cloth);
    brush.stroke("M112 168 C110 180 116 186 125 197 C134 208 143 224 143 246", Role::ClothFold, 2);
}

void draw_back(const Brush& brush) {
    brush.fill(kBack, Role::Skin);
    // Soft light and hollows: shoulder blades, waist, the nape's shadow.
    brush.fill("M183 108 C190 116 210 116 217 108 L218 118 C208 124 192 124 182 118 Z",
               Role::SkinShade, 0.6F);
    for (const Brush& side : {brush, brush.mirrored(kSpine)}) {
        side.fill(
            "M136 160 C150 150 172 156 178 172 C180 188 172 202 162 208 "
            "C168 192 160 176 136 160 Z",
            Role::SkinShade, 0.35F);
        side.stroke("M178 168 C182 186 174 202 162 209", Role::SkinShade, 2, 0.8F);
        side.stroke("M182 112 C182 124 176 132 158 138 C136 143 114 148 103 164", Role::SkinLine,
                    1.6F, 0.75F);
    }
}

// The bone that is left alone: a soft hollow with the small rises of the spine.
void draw_spine(const Brush& brush) {
    brush.fill("M197 118 C195 150 195 200 192 244 H208 C205 200 205 150 203 118 Z", Role::SkinShade,
               0.4F);
    for (int each = 0; each < 9; ++each) {
        const float y = 128 + static_cast<float>(each) * 13;
        brush.fill(oval({kSpine, y}, 2.6F, 3.6F), Role::SkinShade, 0.75F);
    }
}

void draw_wrap(const Brush& brush) {
    brush.fill(
        "M108 300 C113 274 126 260 130 240 C160 250 240 250 270 240 C274 260 287 274 292 300 "
        "Z",
        Role::Wrap);
    brush.fill("M128 240 C160 251 240 251 272 240 L273 251 C240 262 160 262 127 251 Z",
               Role::WrapFold);
    for (int row = 0; row < 2; ++row) {
        for (int each = -3 + row; each <= 3; ++each) {
            const float x = kSpine + static_cast<float>(each) * 24 - static_cast<float>(row) * 12;
            const float y = 272 + static_cast<float>(row) * 16;
            brush.fill(
                Turn(moved(x, y)) * path("M0 -5 Q2 -2 5 0 Q2 2 0 5 Q-2 2 -5 0 Q-2 -2 0 -5 Z"),
                Role::Blanket, 0.8F);
        }
    }
}

}  // namespace

void draw_room(const Brush& brush) {
    brush.fill(rounded_box({0, 0}, Picture::kWidth, Picture::kHeight, 16), Role::Air);
    brush.fill("M0 214 H400 V284 C400 294 394 300 384 300 H16 C6 300 0 294 0 284 Z", Role::Floor);
}

void draw_table_and_pillow(const Brush& brush) {
    for (const Brush& side : {brush, brush.mirrored(kSpine)})
        side.fill("M34 118 H50 L46 274 H34 Z", Role::WoodDark);
    brush.fill("M40 42 H360 L384 108 C385 112 383 114 380 114 H20 C17 114 15 112 16 108 Z",
               Role::Wood);
    brush.fill("M16 110 H384 V118 C384 122 382 124 378 124 H22 C18 124 16 122 16 118 Z",
               Role::WoodDark);
    brush.fill(
        "M94 40 C84 24 100 16 116 20 C168 27 232 27 284 20 C300 16 316 24 306 40 "
        "C300 70 302 100 310 130 C316 146 302 154 286 150 C232 140 168 140 114 150 "
        "C98 154 84 146 90 130 C98 100 100 70 94 40 Z",
        Role::Pillow);
    for (const Brush& side : {brush, brush.mirrored(kSpine)}) {
        side.stroke("M102 32 C112 44 116 56 118 66", Role::PillowFold, 1.8F);
        side.stroke("M100 46 C106 54 108 60 109 66", Role::PillowFold, 1.8F);
    }
}

void draw_mother_from_behind(const Brush& brush, Dress dress) {
    // The stool beneath her.
    brush.fill("M96 292 H304 V300 H96 Z", Role::WoodDark);
    for (const Brush& side : {brush, brush.mirrored(kSpine)}) draw_arm(side, dress);
    draw_back(brush);
    draw_spine(brush);
    if (dress == Dress::Towel) {
        for (const Brush& side : {brush, brush.mirrored(kSpine)}) draw_towel_side(side);
    } else {
        brush.fill(kShirt, Role::Cloth, 0.92F);
        brush.stroke("M170 134 C186 146 214 146 230 134", Role::ClothFold, 2);
    }
    draw_wrap(brush);
    draw_head(brush);
}

void draw_wall(const Brush& brush) {
    brush.fill(rounded_box({0, 0}, Picture::kWidth, Picture::kHeight, 16), Role::Air);
}

void draw_mother_at_table(const Brush& brush) {
    draw_room(brush);
    draw_table_and_pillow(brush);
    draw_mother_from_behind(brush);
}

}  // namespace pictures
