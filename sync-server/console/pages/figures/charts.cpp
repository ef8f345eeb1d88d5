#include "sync-server/console/pages/figures/charts.h"

#include "shared/base/json.h"

#include <array>
#include <cmath>
#include <numeric>

namespace console {

using html::all;
using html::Attributes;
using html::tag;

namespace {

constexpr double kWidth = 340, kName = 118, kRow = 24, kValue = 46;
// From dark to light, so that copies in black and white can be read.
constexpr std::array<const char*, 7> kShades = {"#1b5e56", "#3f8f7f", "#86bfae", "#e3c878",
                                                "#d9924a", "#b3543c", "#c9c9c9"};
constexpr const char* kInk = "#14212b";
constexpr const char* kEmpty = "#e9eef2";

std::string number(double value) {
    return base::json::decimal(std::round(value * 10) / 10);
}

Html box(double x, double y, double width, double height, std::string_view fill) {
    return tag("rect", {{"x", number(x)},
                        {"y", number(y)},
                        {"width", number(width)},
                        {"height", number(height)},
                        {"fill", fill}});
}

Html label(double x, double y, std::string_view anchor, std::string_view words,
           std::string_view size = "12") {
    return tag("text",
               {{"x", number(x)},
                {"y", number(y)},
                {"text-anchor", anchor},
                {"font-size", size},
                {"fill", kInk}},
               words);
}

Html picture(std::string_view title, double height, const Html& drawn) {
    return tag("svg",
               {{"viewBox", "0 0 " + number(kWidth) + " " + number(height)},
                {"class", "chart"},
                {"role", "img"},
                {"aria-label", title}},
               drawn);
}

// As much of a name as the place beside a bar holds.
std::string shortened(const std::string& name) {
    constexpr std::size_t kBytes = 18;
    if (name.size() <= kBytes) return name;
    std::size_t bytes = kBytes - 1;
    while (bytes > 0 && (static_cast<unsigned char>(name[bytes]) & 0xC0U) == 0x80U) --bytes;
    return name.substr(0, bytes) + "…";
}

Html column(const Stack& stack, double x, double width, double height) {
    const int sum = std::accumulate(stack.counts.begin(), stack.counts.end(), 0);
    Html drawn = box(x, 8, width, height, kEmpty);
    double below = 8 + height;
    for (std::size_t i = 0; i < stack.counts.size() && sum > 0; ++i) {
        const double part = height * stack.counts[i] / sum;
        below -= part;
        if (part > 0) drawn += box(x, below, width, part, kShades[i % kShades.size()]);
    }
    return drawn;
}

Html legend(const std::vector<std::string>& classes) {
    Html items;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const Html square =
            tag("svg", {{"viewBox", "0 0 10 10"}, {"class", "key"}, {"aria-hidden", "true"}},
                box(0, 0, 10, 10, kShades[i % kShades.size()]));
        items += tag("li", square, " ", classes[i]);
    }
    return tag("ul", {{"class", "legend"}}, items);
}

}  // namespace

Html bar_chart(std::string_view title, const std::vector<Bar>& bars) {
    Html drawn;
    const double full = kWidth - kName - kValue;
    double y = 4;
    for (const Bar& bar : bars) {
        drawn += label(kName - 6, y + 13, "end", shortened(bar.name));
        drawn += box(kName, y + 2, full, 14, kEmpty);
        if (bar.percent) drawn += box(kName, y + 2, full * *bar.percent / 100, 14, kShades[0]);
        drawn += label(kName + full + 5, y + 13, "start", bar.words);
        y += kRow;
    }
    return picture(title, y, drawn);
}

Html stacked_chart(std::string_view title, const std::vector<std::string>& classes,
                   const std::vector<Stack>& stacks) {
    if (stacks.empty()) return {};
    constexpr double kHeight = 170, kLeft = 38;
    Html drawn;
    for (const int percent : {0, 50, 100}) {
        const double y = 8 + kHeight * (100 - percent) / 100;
        drawn += label(kLeft - 4, y + 4, "end", std::to_string(percent) + " %", "10");
    }
    const double width = (kWidth - kLeft) / static_cast<double>(stacks.size());
    for (std::size_t i = 0; i < stacks.size(); ++i) {
        const double x = kLeft + width * static_cast<double>(i);
        drawn += column(stacks[i], x, width - 1.5, kHeight);
        const bool is_named = stacks.size() <= 12 || i % 3 == 0;
        if (is_named)
            drawn += label(x + width / 2 - 1, kHeight + 22, "middle", stacks[i].name, "10");
    }
    return all(picture(title, kHeight + 30, drawn), legend(classes));
}

}  // namespace console
