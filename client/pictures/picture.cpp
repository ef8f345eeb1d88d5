#include "client/pictures/picture.h"

#include "client/pictures/scenes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pictures {

namespace {

constexpr std::array<std::string_view, 20> kCodes = {
    "P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09", "M01",
    "M02", "M03", "M04", "M05", "M06", "M07", "C01", "C02", "C03", "C04"};

}  // namespace

std::span<const std::string_view> codes() {
    return kCodes;
}

bool moves(std::string_view code) {
    return code.size() == 3 && code.starts_with("M0") && code[2] >= '1' && code[2] <= '6';
}

double loop_seconds(std::string_view code) {
    return moves(code) ? 8 : 0;
}

double telling_second(std::string_view code) {
    return moves(code) ? 3 : 0;
}

Picture picture_of(std::string_view code, double t_seconds) {
    Picture picture;
    const Brush brush(picture);
    const double loop = loop_seconds(code);
    const float part = loop > 0 ? static_cast<float>(std::fmod(t_seconds, loop) / loop) : 0;
    if (code == "M01") draw_thumbs_from_neck(brush, part);
    if (code == "M02") draw_thumbs_over_blades(brush, part);
    if (code == "M03") draw_thumbs_down(brush, part);
    if (code == "M04") draw_thumbs_up(brush, part);
    if (code == "M05") draw_fists(brush, part);
    if (code == "M06") draw_sweeping(brush, part);
    return picture;
}

}  // namespace pictures
