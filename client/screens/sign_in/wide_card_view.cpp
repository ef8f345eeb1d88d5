#include "client/screens/sign_in/wide_card_view.h"

#include "client/ui/draw.h"

#include <imgui.h>

#include <algorithm>

namespace screens {

namespace {

constexpr float kWidth = 660, kTop = 64, kEdge = 20;

}  // namespace

WideCard::WideCard(const std::string& title) {
    const float room = ui::available();
    const float width = std::min(ui::px(kWidth), room);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({at.x + (room - width) / 2, at.y + ui::px(kTop)});
    card_ = std::make_unique<ui::Card>(width);
    ui::text(ui::Type::Title, ui::palette().text, title, ui::available());
    ui::gap(8);
}

WideCard::~WideCard() {
    card_.reset();
    ui::gap(kEdge);
}

}  // namespace screens
