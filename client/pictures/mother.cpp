#include "client/pictures/mother.h"

namespace pictures {

namespace {

constexpr const char* kBack =
    "M184 116 C184 128 180 134 160 138 C132 143 112 150 106 168 C103 180 118 196 124 210 "
    "C129 224 132 234 130 246 C128 260 122 270 118 300 H282 C278 270 272 260 270 246 "
    "C268 234 271 224 276 210 C282 196 297 180 294 168 C288 150 268 143 240 138 "
    "C220 134 216 128 216 116 Z";

void add_arm(Picture& picture, bool is_left) {
    const Turn side = is_left ? Turn{} : moved(400, 0) * scaled(-1, 1);
    const Path arm = side * path(
                                "M112 160 C96 148 80 132 74 112 C72 100 84 92 96 96 L150 108 "
                                "C158 111 158 122 148 124 L112 118 C118 128 130 138 140 146 Z");
    add(picture, arm, Role::Skin);
    add(picture, side * path("M106 166 C92 148 78 130 74 112 C72 100 84 92 96 96 L150 108"),
        Role::SkinLine, 1.6F, 0.7F);
}

void add_head(Picture& picture) {
    add(picture, path("M182 92 H218 C217 108 217 118 220 128 H180 C183 118 183 108 182 92 Z"),
        Role::SkinShade);
    add(picture,
        path("M200 38 C224 38 236 56 236 76 C236 96 222 110 200 110 "
             "C178 110 164 96 164 76 C164 56 176 38 200 38 Z"),
        Role::Veil);
    add(picture, path("M170 92 C182 82 218 82 230 92"), Role::VeilFold, 2);
    add(picture, path("M168 74 C184 62 216 62 232 74"), Role::VeilFold, 2);
    add(picture, path("M190 104 C192 96 208 96 210 104 C212 114 188 114 190 104 Z"),
        Role::VeilFold);
}

}  // namespace

void add(Picture& picture, Path path, Role role, float stroke, float opacity) {
    picture.shapes.push_back({std::move(path), role, stroke, opacity});
}

void add_room(Picture& picture) {
    add(picture, rounded_box({0, 0}, Picture::kWidth, Picture::kHeight, 18), Role::Air);
}

void add_table_and_pillow(Picture& picture) {
    add(picture, path("M44 62 H356 L378 118 H22 Z"), Role::Wood);
    add(picture, path("M22 118 H378 V128 H22 Z"), Role::WoodDark);
    add(picture,
        path("M92 50 C84 36 98 28 112 32 C160 40 240 40 288 32 C302 28 316 36 308 50 "
             "C302 68 302 84 308 100 C314 114 302 120 288 116 C240 110 160 110 112 116 "
             "C98 120 86 114 92 100 C98 84 98 68 92 50 Z"),
        Role::Pillow);
}

void add_mother_from_behind(Picture& picture, const Dress& dress) {
    add_arm(picture, true);
    add_arm(picture, false);
    add_head(picture);
    add(picture, path(kBack), dress.has_shirt ? Role::Cloth : Role::Skin);
    add(picture,
        path("M118 300 C122 276 126 262 130 252 C170 262 230 262 270 252 "
             "C274 262 278 276 282 300 Z"),
        Role::Wrap);
}

void add_spine(Picture& picture) {
    add(picture, path("M200 132 V246"), Role::SkinShade, 3, 0.6F);
}

}  // namespace pictures
