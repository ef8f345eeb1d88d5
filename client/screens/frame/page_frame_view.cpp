#include "client/screens/frame/page_frame.h"

#include "client/screens/frame/names.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/status.h"

#include <imgui.h>

#include <algorithm>

namespace screens {

namespace {

constexpr float kSideFrom = 980;  // a body this wide has room for a second column

ui::PaneStyle head_style() {
    return {.height = ui::px(ui::kHeader),
            .pad_y = 13,
            .ground = ui::palette().surface,
            .scrolls = false};
}

ui::PaneStyle body_style(bool has_foot) {
    // 0 would mean "all that is left" anyway; a foot needs its height kept free.
    return {.height = has_foot ? -ui::px(ui::kFooter) : 0, .ground = ui::palette().page};
}

ui::PaneStyle foot_style() {
    return {.pad_y = 13, .ground = ui::palette().surface, .scrolls = false};
}

// From edge to edge of the pane: its clip rectangle leaves its padding out.
void edge_line(float y) {
    const float left = ImGui::GetWindowPos().x;
    ImGui::GetWindowDrawList()->PushClipRectFullScreen();
    ui::line(left, y, left + ImGui::GetWindowWidth(), y, ui::palette().border);
    ImGui::GetWindowDrawList()->PopClipRect();
}

}  // namespace

void draw_page_head(const Ways& ways, const PageHead& head) {
    const ui::Pane pane("head", head_style());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 window = ImGui::GetWindowPos();
    const float right = window.x + ImGui::GetWindowWidth() - ui::px(ui::kPage);
    const SyncState& sync = ways.ports().sync.state();
    const std::string words = ways.me().is_practice
                                  ? words::tr("Practice: nothing is sent")
                                  : sent_text(sync, ways.ports().today(), ways.ports().zone());
    const ui::Tone tone = sync.waiting > 0    ? ui::Tone::Warn
                          : is_all_well(sync) ? ui::Tone::Ok
                                              : ui::Tone::Info;
    const float pill = ui::pill_width(ui::icon::kCloud, words);
    const float room = right - pill - ui::px(24) - at.x;
    const bool two_lines = !head.above.empty();
    if (two_lines) {
        ui::text_at(at.x, at.y, ui::Type::Small, ui::palette().muted,
                    ui::fitted(ui::Type::Small, head.above, room));
    }
    ui::text_at(at.x, at.y + ui::px(two_lines ? 18 : 10), ui::Type::Title, ui::palette().text,
                ui::fitted(ui::Type::Title, head.title, room));
    ImGui::SetCursorScreenPos({right - pill, at.y + ui::px(11)});
    ui::pill("not sent", ui::icon::kCloud, words, tone);
    edge_line(window.y + ui::px(ui::kHeader) - 1);
}

PageBody::PageBody(const char* id, bool has_foot) : pane_(id, body_style(has_foot)) {
    ui::gap(14);
}

PageBody::~PageBody() {
    ui::gap(18);
}

PageFoot::PageFoot() : pane_("foot", foot_style()) {
    const ImVec2 window = ImGui::GetWindowPos();
    edge_line(window.y);
    ui::toast_above(window.y);
    right_ = window.x + ImGui::GetWindowWidth() - ui::px(ui::kPage);
    top_ = ImGui::GetCursorScreenPos().y;
}

PageFoot::~PageFoot() = default;

void PageFoot::place_right(float width) {
    ImGui::SetCursorScreenPos({right_ - width, top_});
    right_ -= width + ui::px(12);
}

bool has_side_column() {
    return ui::available() > ui::px(kSideFrom);
}

}  // namespace screens
