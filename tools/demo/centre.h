// The whole health centre, made from a seed: equal options give equal bytes on every machine.
#pragma once

#include "tools/demo/notebook.h"
#include "tools/demo/places.h"
#include "tools/demo/truth.h"

#include <vector>

namespace demo {

struct Options {
    std::uint64_t seed = 1;
    int mothers = 60;
    Date today = std::chrono::year(2026) / 11 / 20;
    double registered_twice = 0.015;  // share of the mothers
};

struct Centre {
    Places places;
    std::vector<Line> lines;  // per cadre in the order in which she typed them
    Truth truth;
};

Centre make_centre(const Options& options);

}  // namespace demo
