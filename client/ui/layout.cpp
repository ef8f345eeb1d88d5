#include "client/ui/layout.h"

#include "client/ui/draw.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

namespace ui {

namespace {

float width_now = 0;  // 0: ask Dear ImGui

void begin_child(const char* id, const PaneStyle& style) {
    ImGuiWindowFlags flags = 0;
    if (!style.scrolls) flags |= ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
    const ImVec2 size{style.width, style.height};
#if IMGUI_VERSION_NUM >= 19090
    ImGui::BeginChild(id, size,
                      ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened, flags);
#elif IMGUI_VERSION_NUM >= 19000
    ImGui::BeginChild(id, size, ImGuiChildFlags_AlwaysUseWindowPadding,
                      flags | ImGuiWindowFlags_NavFlattened);
#else
    ImGui::BeginChild(
        id, size, false,
        flags | ImGuiWindowFlags_AlwaysUseWindowPadding | ImGuiWindowFlags_NavFlattened);
#endif
}

}  // namespace

float available() {
    return width_now > 0 ? width_now : ImGui::GetContentRegionAvail().x;
}

Root::Root() {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
    ImGui::Begin("root", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar(2);
}

Root::~Root() {
    ImGui::End();
}

Pane::Pane(const char* id, const PaneStyle& style) : saved_(width_now) {
    width_now = 0;
    ImGui::PushStyleColor(ImGuiCol_ChildBg, style.ground);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(style.pad_x), px(style.pad_y)});
    ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, 0);
    begin_child(id, style);
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor();
}

Pane::~Pane() {
    ImGui::EndChild();
    width_now = saved_;
}

Row::Row(float gap_at_100_percent) : gap_(px(gap_at_100_percent)), saved_(width_now) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    x_ = start_x_ = at.x;
    y_ = at.y;
    bottom_ = at.y;
}

void Row::cell(float width) {
    if (open_) close_cell();
    open_ = true;
    width_ = width;
    width_now = width;
    ImGui::SetCursorScreenPos({x_, y_});
    ImGui::BeginGroup();
}

void Row::close_cell() {
    ImGui::EndGroup();
    bottom_ = std::max(bottom_, ImGui::GetItemRectMax().y);
    x_ += width_ + gap_;
}

Row::~Row() {
    if (open_) close_cell();
    width_now = saved_;
    ImGui::SetCursorScreenPos({start_x_, y_});
    ImGui::Dummy({std::max(x_ - gap_ - start_x_, 0.0F), bottom_ - y_});
}

struct Card::Open {
    ImDrawListSplitter splitter;
    ImVec2 at;
    float width, saved;
    Colour ground, border;
};

Card::Card(float width, Tone tone, bool tinted) : open_(std::make_unique<Open>()) {
    open_->at = ImGui::GetCursorScreenPos();
    open_->width = width > 0 ? width : available();
    open_->saved = width_now;
    open_->ground = tinted ? wash(tone) : palette().surface;
    open_->border = tinted ? (ink(tone) & 0x00FFFFFFU) | 0x60000000U : palette().border;
    width_now = open_->width - px(2 * kCardX);
    ImDrawList* list = ImGui::GetWindowDrawList();
    open_->splitter.Split(list, 2);
    open_->splitter.SetCurrentChannel(list, 1);
    ImGui::SetCursorScreenPos({open_->at.x + px(kCardX), open_->at.y + px(kCardY)});
    ImGui::BeginGroup();
}

Card::~Card() {
    ImGui::EndGroup();
    const Rect box{open_->at.x, open_->at.y, open_->at.x + open_->width,
                   ImGui::GetItemRectMax().y + px(kCardY)};
    ImDrawList* list = ImGui::GetWindowDrawList();
    open_->splitter.SetCurrentChannel(list, 0);
    fill({box.left, box.top + px(1), box.right, box.bottom + px(2)}, 0x0A302010U,
         kCardRounding + 1);
    fill(box, open_->ground, kCardRounding);
    outline(box, open_->border, kCardRounding);
    open_->splitter.Merge(list);
    width_now = open_->saved;
    ImGui::SetCursorScreenPos(open_->at);
    ImGui::Dummy({open_->width, box.height() + px(6)});
}

void skip_to_x(float x) {
    ImGui::SameLine();
    ImGui::SetCursorScreenPos({x, ImGui::GetCursorScreenPos().y});
}

}  // namespace ui
