#include "client/ui/theme.h"

#include <imgui.h>

#include <cmath>

namespace ui {

namespace {

constexpr Colour rgb(std::uint32_t hex) {
    return 0xFF000000U | (hex & 0xFFU) << 16 | (hex & 0xFF00U) | (hex >> 16 & 0xFFU);
}

constexpr Palette kLight = {.page = rgb(0xF3F5F7),
                            .surface = rgb(0xFFFFFF),
                            .sunken = rgb(0xF8FAFB),
                            .border = rgb(0xE1E7EC),
                            .button_border = rgb(0xC5CFD8),
                            .control_border = rgb(0x84939F),
                            .text = rgb(0x14212B),
                            .muted = rgb(0x52636F),
                            .primary = rgb(0x0B6E69),
                            .primary_hover = rgb(0x0A7A74),
                            .primary_active = rgb(0x095A56),
                            .primary_soft = rgb(0xE2F2F0),
                            .on_primary = rgb(0xFFFFFF),
                            .nav = rgb(0x0F2A35),
                            .nav_hover = rgb(0x173846),
                            .nav_selected = rgb(0x1F4858),
                            .nav_text = rgb(0xE8F1F3),
                            .nav_muted = rgb(0x9DB4BD),
                            .nav_mark = rgb(0x7FE3D9),
                            .ok = rgb(0x0A6B3D),
                            .ok_soft = rgb(0xE3F5EA),
                            .warn = rgb(0x8A4B00),
                            .warn_soft = rgb(0xFFF1DC),
                            .bad = rgb(0xB3261E),
                            .bad_soft = rgb(0xFDECEA),
                            .on_bad = rgb(0xFFFFFF),
                            .badge = rgb(0xF5B74F),
                            .on_badge = rgb(0x3A2500),
                            .focus = rgb(0x2172E0),
                            .grid = rgb(0xE6EBEF),
                            .alarm = rgb(0x9B1C16),
                            .on_alarm = rgb(0xFFFFFF),
                            .alarm_mark = rgb(0xFFD24D),
                            .on_alarm_mark = rgb(0x3A0A06)};

constexpr Palette kContrast = {.page = rgb(0xFFFFFF),
                               .surface = rgb(0xFFFFFF),
                               .sunken = rgb(0xFFFFFF),
                               .border = rgb(0x000000),
                               .button_border = rgb(0x000000),
                               .control_border = rgb(0x000000),
                               .text = rgb(0x000000),
                               .muted = rgb(0x1A1A1A),
                               .primary = rgb(0x00307A),
                               .primary_hover = rgb(0x0040A0),
                               .primary_active = rgb(0x002050),
                               .primary_soft = rgb(0xDCE8FF),
                               .on_primary = rgb(0xFFFFFF),
                               .nav = rgb(0x000000),
                               .nav_hover = rgb(0x303030),
                               .nav_selected = rgb(0x00307A),
                               .nav_text = rgb(0xFFFFFF),
                               .nav_muted = rgb(0xFFFFFF),
                               .nav_mark = rgb(0xFFFFFF),
                               .ok = rgb(0x004D1A),
                               .ok_soft = rgb(0xE0FFE8),
                               .warn = rgb(0x5C3000),
                               .warn_soft = rgb(0xFFF3D6),
                               .bad = rgb(0x8B0000),
                               .bad_soft = rgb(0xFFE5E5),
                               .on_bad = rgb(0xFFFFFF),
                               .badge = rgb(0xFFD24D),
                               .on_badge = rgb(0x000000),
                               .focus = rgb(0xD00070),
                               .grid = rgb(0xCCCCCC),
                               .alarm = rgb(0x6E0000),
                               .on_alarm = rgb(0xFFFFFF),
                               .alarm_mark = rgb(0xFFD24D),
                               .on_alarm_mark = rgb(0x000000)};

Look look_in_use = Look::Light;
float scale_in_use = 1;

ImVec4 mixed(Colour colour) {
    return ImGui::ColorConvertU32ToFloat4(colour);
}

void set_sizes(ImGuiStyle& style) {
    style.WindowPadding = {24, 20};
    style.FramePadding = {14, 14};
    style.ItemSpacing = {12, 10};
    style.ItemInnerSpacing = {8, 6};
    style.CellPadding = {12, 10};
    style.WindowRounding = 0;
    style.ChildRounding = kCardRounding;
    style.FrameRounding = kRounding;
    style.PopupRounding = 10;
    style.ScrollbarRounding = 8;
    style.GrabRounding = 8;
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 1;
    style.FrameBorderSize = 1;
    style.PopupBorderSize = 1;
    style.ScrollbarSize = 14;
    style.GrabMinSize = 32;
    style.DisabledAlpha = 0.5F;
}

void set_colours(ImVec4* colours, const Palette& p) {
    const ImVec4 nothing{0, 0, 0, 0};
    colours[ImGuiCol_Text] = mixed(p.text);
    colours[ImGuiCol_TextDisabled] = mixed(p.muted);
    colours[ImGuiCol_WindowBg] = mixed(p.page);
    colours[ImGuiCol_ChildBg] = nothing;
    colours[ImGuiCol_PopupBg] = mixed(p.surface);
    colours[ImGuiCol_Border] = mixed(p.border);
    colours[ImGuiCol_BorderShadow] = nothing;
    colours[ImGuiCol_FrameBg] = mixed(p.surface);
    colours[ImGuiCol_FrameBgHovered] = mixed(p.sunken);
    colours[ImGuiCol_FrameBgActive] = mixed(p.surface);
    colours[ImGuiCol_Header] = mixed(p.primary_soft);
    colours[ImGuiCol_HeaderHovered] = mixed(p.primary_soft);
    colours[ImGuiCol_HeaderActive] = mixed(p.primary_soft);
    colours[ImGuiCol_ScrollbarBg] = nothing;
    colours[ImGuiCol_ScrollbarGrab] = mixed((p.control_border & 0x00FFFFFFU) | 0x99000000U);
    colours[ImGuiCol_ScrollbarGrabHovered] = mixed(p.control_border);
    colours[ImGuiCol_ScrollbarGrabActive] = mixed(p.muted);
    colours[ImGuiCol_TextSelectedBg] = mixed((p.primary & 0x00FFFFFFU) | 0x40000000U);
    colours[ImGuiCol_ModalWindowDimBg] = {0.05F, 0.1F, 0.13F, 0.45F};
    // The focus ring is drawn by the widgets; the stock one would stand beside it.
#if IMGUI_VERSION_NUM >= 19140
    colours[ImGuiCol_NavCursor] = nothing;
#else
    colours[ImGuiCol_NavHighlight] = nothing;
#endif
}

}  // namespace

Palette palette_of(Look look) {
    switch (look) {
        case Look::Light:
            return kLight;
        case Look::Contrast:
            return kContrast;
    }
    return kLight;
}

const Palette& palette() {
    return look_in_use == Look::Light ? kLight : kContrast;
}

Colour ink(Tone tone) {
    const Palette& p = palette();
    switch (tone) {
        case Tone::Info:
            return p.primary;
        case Tone::Ok:
            return p.ok;
        case Tone::Warn:
            return p.warn;
        case Tone::Bad:
            return p.bad;
    }
    return p.text;
}

Colour wash(Tone tone) {
    const Palette& p = palette();
    switch (tone) {
        case Tone::Info:
            return p.primary_soft;
        case Tone::Ok:
            return p.ok_soft;
        case Tone::Warn:
            return p.warn_soft;
        case Tone::Bad:
            return p.bad_soft;
    }
    return p.surface;
}

float scale() {
    return scale_in_use;
}
float px(float at_100_percent) {
    return at_100_percent * scale_in_use;
}

void apply_theme(Look look, float new_scale) {
    look_in_use = look;
    scale_in_use = new_scale;
    ImGuiStyle style;
    set_sizes(style);
    style.ScaleAllSizes(new_scale);
    set_colours(style.Colors, palette());
    ImGui::GetStyle() = style;
}

}  // namespace ui
