// "About the massage" in plain words: what it is, how little is proven, what it is not (DOMAIN
// 10.5, 10.6). One home for these sentences: the window shows all of them, the leaflet the first.
#pragma once

#include <span>

namespace paper {

struct AboutMassage {
    const char* title;  // for words::tr
    const char* text;
    bool is_for_family;  // stands on the leaflet too
};
std::span<const AboutMassage> about_massage();

}  // namespace paper
