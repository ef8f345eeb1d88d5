// kawan-pictures FOLDER: writes every picture as SVG, and all.html with four moments of each that
// moves, so that anyone can look.
#include "client/pictures/picture.h"
#include "client/pictures/svg.h"
#include "shared/base/file.h"

#include <iostream>
#include <string>

namespace {

constexpr int kMoments = 4;

std::string figure(std::string_view code) {
    std::string made = "<figure><figcaption>" + std::string(code) + "</figcaption>";
    const int moments = pictures::moves(code) ? kMoments : 1;
    for (int each = 0; each < moments; ++each) {
        const double second = pictures::loop_seconds(code) * each / moments;
        made += pictures::svg_of(pictures::picture_of(code, second));
    }
    return made + "</figure>\n";
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "kawan-pictures FOLDER\n";
        return 2;
    }
    const std::string folder = arguments[1];
    std::string all =
        "<!DOCTYPE html><meta charset=\"utf-8\"><style>svg{width:380px;margin:4px}"
        "figure{display:inline-block;margin:4px}</style>\n";
    bool is_written = base::make_directory(folder).ok();
    for (const std::string_view code : pictures::codes()) {
        const auto still = pictures::picture_of(code, pictures::telling_second(code));
        const std::string name = folder + "/" + std::string(code) + ".svg";
        is_written = is_written && base::replace_file(name, pictures::svg_of(still)).ok();
        all += figure(code);
    }
    return is_written && base::replace_file(folder + "/all.html", all).ok() ? 0 : 1;
}
