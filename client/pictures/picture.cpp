#include "client/pictures/picture.h"

#include "client/pictures/mother.h"

#include <algorithm>
#include <array>

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

Picture picture_of(std::string_view, double) {
    Picture picture;
    add_room(picture);
    add_table_and_pillow(picture);
    add_mother_from_behind(picture);
    add_spine(picture);
    return picture;
}

}  // namespace pictures
