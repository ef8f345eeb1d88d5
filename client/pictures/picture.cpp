#include "client/pictures/picture.h"

#include "client/pictures/scenes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pictures {

namespace {

struct Scene {
    std::string_view code;
    void (*draw_still)(const Brush&) = nullptr;
    void (*draw_moving)(const Brush&, float part) = nullptr;
    double loop_seconds = 0;
    double telling_part = 0;  // of the loop
};

constexpr std::array<Scene, 20> kScenes = {{
    {"P01", draw_asking},
    {"P02", draw_checking},
    {"P03", draw_eating},
    {"P04", draw_room_ready},
    {"P05", draw_things_ready},
    {"P06", draw_hands_washed},
    {"P07", draw_undressing},
    {"P08", draw_sitting},
    {"P09", draw_oil_warmed},
    {"M01", nullptr, draw_thumbs_from_neck, 10, 0.3},
    {"M02", nullptr, draw_thumbs_over_blades, 10, 0.25},
    {"M03", nullptr, draw_thumbs_down, 12, 0.42},
    {"M04", nullptr, draw_thumbs_up, 12, 0.42},
    {"M05", nullptr, draw_fists, 12, 0.05},
    {"M06", nullptr, draw_sweeping, 6, 0.16},
    {"M07", draw_asked},
    {"C01", draw_wiping},
    {"C02", draw_feeding},
    {"C03", draw_watching},
    {"C04", draw_writing},
}};

constexpr auto kCodes = [] {
    std::array<std::string_view, kScenes.size()> made;
    for (std::size_t each = 0; each < made.size(); ++each) made[each] = kScenes[each].code;
    return made;
}();

// A health centre's own step may have a code that nobody drew.
constexpr Scene kAtRest = {"", draw_resting_hands};

const Scene& scene_of(std::string_view code) {
    const auto* const found = std::find_if(kScenes.begin(), kScenes.end(),
                                           [&](const Scene& each) { return each.code == code; });
    return found == kScenes.end() ? kAtRest : *found;
}

float part_of(const Scene& scene, double t_seconds) {
    const double within = std::fmod(t_seconds, scene.loop_seconds);
    return static_cast<float>((within < 0 ? within + scene.loop_seconds : within) /
                              scene.loop_seconds);
}

}  // namespace

std::span<const std::string_view> codes() {
    return kCodes;
}

bool moves(std::string_view code) {
    return scene_of(code).draw_moving != nullptr;
}

double loop_seconds(std::string_view code) {
    return scene_of(code).loop_seconds;
}

double telling_second(std::string_view code) {
    const Scene& scene = scene_of(code);
    return scene.loop_seconds * scene.telling_part;
}

Picture picture_of(std::string_view code, double t_seconds) {
    Picture picture;
    const Scene& scene = scene_of(code);
    const Brush brush(picture);
    if (scene.draw_moving != nullptr) {
        scene.draw_moving(brush, part_of(scene, t_seconds));
    } else {
        scene.draw_still(brush);
    }
    return picture;
}

}  // namespace pictures
