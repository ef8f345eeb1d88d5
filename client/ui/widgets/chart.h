// Lines over time: a baby's weight on the curves of the standard.
#pragma once

#include "client/ui/theme.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace ui {

struct Spot {
    float x = 0, y = 0;
};

struct Curve {
    std::string label = {};  // at its right end: "+2 SD"
    std::vector<Spot> spots = {};
    Tone tone = Tone::Info;
    bool strong = false;  // the median
};

// The wash between two curves of the same chart, by their numbers.
struct Band {
    std::size_t lower = 0, upper = 0;
    Tone tone = Tone::Ok;
};

struct Tick {
    float at = 0;
    std::string text = {};
};
std::vector<Tick> whole_ticks(int from, int to, int step);  // 0, 2, 4 ...

// What was measured. In the order of x; drawn as a line with marks that can be pressed.
struct ChartPoint {
    std::string key = {};  // probes see "<chart>/<key>"
    Spot at = {};
    std::string value = {};  // shown beside it while it is selected: "5,2 kg · 12 Mar"
    Tone tone = Tone::Info;
};

struct Chart {
    std::vector<Curve> curves = {};
    std::vector<Band> bands = {};
    std::vector<ChartPoint> points = {};
    std::vector<Tick> x_ticks = {}, y_ticks = {};
    std::string x_title = {}, y_title = {};  // "umur (bulan)", "berat (kg)"
    Spot low = {}, high = {};                // the corners of the axes
    float height = 360;                      // at 100 %
};
// Returns the point that was pressed in this frame.
std::optional<std::size_t> line_chart(const std::string& key, const Chart& chart,
                                      std::optional<std::size_t> selected);

}  // namespace ui
