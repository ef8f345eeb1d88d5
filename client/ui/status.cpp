#include "client/ui/status.h"

#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/redraw.h"
#include "client/ui/widgets/navigation.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {

constexpr float kPill = 28;
constexpr double kToastSeconds = 4;
constexpr float kToastWidest = 640;

struct Toast {
    std::string text;
    Tone tone = Tone::Ok;
    double until = -1;
};
Toast passing;
int toastless_frame = -1;
struct Floor {
    float y = 0;
    int frame = -1;
};
Floor floor_of_page;  // the top of the foot's buttons, where the page has them

std::string pill_face(const char* icon, const std::string& text) {
    return *icon == '\0' ? text : std::string(icon) + "  " + text;
}

const char* icon_of(Tone tone) {
    switch (tone) {
        case Tone::Info:
            return icon::kInfo;
        case Tone::Ok:
            return icon::kCheckCircle;
        case Tone::Warn:
        case Tone::Bad:
            return icon::kWarning;
    }
    return icon::kInfo;
}

void chevron(const std::array<ImVec2, 3>& points, Colour colour) {
    ImGui::GetWindowDrawList()->AddPolyline(points.data(), 3, faded(colour), 0, px(1.8F));
}

// In the middle of the room while they are one line; from its left edge where they need more.
void centred_words(Type type, Colour colour, const std::string& words, const Rect& across) {
    const float room = std::min(across.width(), px(460));
    const float width = std::min(measure(type, words).width, room);
    const float y = ImGui::GetCursorScreenPos().y;
    ImGui::SetCursorScreenPos({across.left + (across.width() - width) / 2, y});
    text(type, colour, words, room + 1);
}

}  // namespace

float pill_width(const char* icon, const std::string& text) {
    return measure(Type::Small, pill_face(icon, text)).width + px(24);
}

void pill_at(float x, float y, const char* icon, const std::string& text, Tone tone) {
    const Rect box{x, y, x + pill_width(icon, text), y + px(kPill)};
    fill(box, wash(tone), kPill / 2);
    text_centred(box, Type::Small, ink(tone), pill_face(icon, text));
}

void pill(const std::string& key, const char* icon, const std::string& text, Tone tone) {
    ImGui::Dummy({pill_width(icon, text), px(kPill)});
    const Rect box = last_item();
    pill_at(box.left, box.top, icon, text, tone);
    probe::note("status", key, text);
}

void progress(const std::string& key, float part, float width) {
    const float height = px(8);
    ImGui::Dummy({width, height});
    const Rect box = last_item();
    fill(box, palette().grid, 4);
    const float done = std::clamp(part, 0.0F, 1.0F);
    if (done > 0) {
        fill({box.left, box.top, box.left + std::max(height, width * done), box.bottom},
             palette().primary, 4);
    }
    probe::note("progress", key, std::to_string(std::lround(done * 100)) + "%");
}

void banner(const std::string& key, Tone tone, const std::string& title, const std::string& words) {
    const float width = available();
    {
        const Card card(width, tone, true);
        Row cells(12);
        cells.cell(px(22));
        text(Type::Section, ink(tone), icon_of(tone));
        cells.cell(width - px(2 * kCardX) - px(34));
        if (!title.empty()) text(Type::Strong, ink(tone), title, available());
        if (!words.empty()) text(Type::Body, palette().text, words, available());
    }
    probe::note("banner", key, words.empty() ? title : words);
}

void section(const std::string& title, const std::string& detail, int number) {
    if (number > 0) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float radius = px(13);
        circle(at.x + radius, at.y + radius - px(1), 13, palette().primary_soft);
        text_centred({at.x, at.y - px(1), at.x + 2 * radius, at.y + 2 * radius - px(1)},
                     Type::Small, palette().primary, std::to_string(number));
        ImGui::SetCursorScreenPos({at.x + px(36), at.y + px(2)});
    }
    ImGui::BeginGroup();
    const float room = available() - (number > 0 ? px(36) : 0);
    text(Type::Section, palette().text, title, room);
    if (!detail.empty()) muted(detail, room);
    ImGui::EndGroup();
    gap(2);
}

void toast(const std::string& text, Tone tone) {
    passing = {text, tone, ImGui::GetTime() + kToastSeconds};
}

void drop_toast() {
    passing = {};
}

void no_toast_now() {
    toastless_frame = ImGui::GetFrameCount();
}

void toast_above(float y) {
    floor_of_page = {y, ImGui::GetFrameCount()};
}

void draw_toast() {
    if (toastless_frame == ImGui::GetFrameCount()) return;
    const double left = passing.until - ImGui::GetTime();
    if (left <= 0 || left > kToastSeconds) return;  // past, or of a window closed long ago
    redraw_in(left);
    const std::string face = std::string(icon_of(passing.tone)) + "  " + passing.text;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float most = std::min(px(kToastWidest), screen.x - nav_width() - px(32)) - px(40);
    const float words = std::min(measure(Type::Medium, face).width + 1, most);
    const float height = wrapped_height(Type::Medium, face, words);
    const float x = (screen.x + nav_width() - words) / 2 - px(20);
    const float tall = std::max(px(kControl), height + px(20));
    const bool has_foot = floor_of_page.frame == ImGui::GetFrameCount();
    const float y = std::max(0.0F, (has_foot ? floor_of_page.y : screen.y) - px(14) - tall);
    const Rect box{x, y, x + words + px(40), y + tall};
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    list.AddRectFilled({box.left, box.top}, {box.right, box.bottom},
                       passing.tone == Tone::Bad ? palette().bad : palette().text, px(22));
#if IMGUI_VERSION_NUM >= 19200
    ImGui::PushFont(font(Type::Medium), 0.0F);
#else
    ImGui::PushFont(font(Type::Medium));
#endif
    list.AddText(nullptr, 0, {std::round(x + px(20)), std::round(y + (box.height() - height) / 2)},
                 palette().surface, face.c_str(), nullptr, words);
    ImGui::PopFont();
    probe::note_at("toast", "toast", passing.text, box);
}

void empty_state(const std::string& key, const char* icon, const std::string& title,
                 const std::string& what_to_do) {
    gap(28);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = available();
    circle(at.x + width / 2, at.y + px(32), 32, palette().primary_soft);
    text_centred({at.x, at.y, at.x + width, at.y + px(64)}, Type::Title, palette().primary, icon);
    ImGui::SetCursorScreenPos({at.x, at.y + px(78)});
    centred_words(Type::Section, palette().text, title, {at.x, 0, at.x + width, 0});
    centred_words(Type::Body, palette().muted, what_to_do, {at.x, 0, at.x + width, 0});
    probe::note("status", key, title);
    gap(24);
}

void chevron_right(float x, float y, Colour colour) {
    chevron({ImVec2{x - px(2.5F), y - px(5)}, {x + px(2.5F), y}, {x - px(2.5F), y + px(5)}},
            colour);
}

void chevron_down(float x, float y, Colour colour) {
    chevron({ImVec2{x - px(5), y - px(2.5F)}, {x, y + px(2.5F)}, {x + px(5), y - px(2.5F)}},
            colour);
}

void separator() {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::Dummy({available(), px(1)});
    line(at.x, at.y, at.x + available(), at.y, palette().border);
}

}  // namespace ui
