#include "client/ui/widgets/qr_square.h"

#include "client/ui/draw.h"
#include "client/ui/layout.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr int kQuiet = 4;
constexpr Colour kBlack = 0xFF000000U;
constexpr Colour kWhite = 0xFFFFFFFFU;

// Neighbouring dark modules are one rectangle: fewer vertices, and no seam between them.
void draw_row(const std::vector<bool>& dark, int side, int row, ImVec2 at, float module) {
    int from = 0;
    const auto is_dark = [&](int column) {
        return column < side && dark[static_cast<std::size_t>(row * side + column)];
    };
    for (int column = 0; column <= side; ++column) {
        if (is_dark(column)) continue;
        if (from < column) {
            const float top = at.y + static_cast<float>(row) * module;
            fill({at.x + static_cast<float>(from) * module, top,
                  at.x + static_cast<float>(column) * module, top + module},
                 kBlack, 0);
        }
        from = column + 1;
    }
}

}  // namespace

void qr_square(const std::string& key, int side, const std::vector<bool>& dark, float size) {
    const float modules = static_cast<float>(side + 2 * kQuiet);
    const float room = std::min(px(size), available());
    const float module = std::max(1.0F, std::floor(room / modules));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float left = std::round(at.x);
    const float top = std::round(at.y);
    const float whole = module * modules;
    ImGui::Dummy({whole, whole});
    fill({left, top, left + whole, top + whole}, kWhite, 0);
    outline({left, top, left + whole, top + whole}, palette().border, 0);
    const float quiet = module * kQuiet;
    for (int row = 0; row < side; ++row) {
        draw_row(dark, side, row, {left + quiet, top + quiet}, module);
    }
    probe::note("qr", key, std::to_string(side));
}

}  // namespace ui
