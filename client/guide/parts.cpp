#include "client/guide/parts.h"

#include "client/guide/drawing.h"
#include "client/pictures/picture.h"
#include "client/ui/words/words.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace guide {

using words::tr;

namespace {

constexpr float kTurn = 6.2831853F;
constexpr std::array<float, 8> kSmaller = {1, 0.9F, 0.8F, 0.7F, 0.62F, 0.54F, 0.47F, 0.4F};

// From twelve o'clock, clockwise.
void arc(ImVec2 middle, float radius, float part, ui::Colour colour, float thickness) {
    if (part <= 0) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float from = -kTurn / 4;
    list.PathArcTo(middle, radius, from, from + kTurn * std::min(part, 1.0F), 96);
    list.PathStroke(ui::faded(colour), 0, thickness);
}

ImVec2 size_of(ui::Type type, float pixels, float width, const std::string& words) {
    return ui::font(type)->CalcTextSizeA(pixels, 1e6F, width, words.c_str());
}

// A word that is broken in two cannot be read in passing.
bool breaks_a_word(ui::Type type, float pixels, float width, const std::string& words) {
    std::size_t from = 0;
    while (from < words.size()) {
        const std::size_t end = std::min(words.find(' ', from), words.size());
        if (size_of(type, pixels, 0, words.substr(from, end - from)).x > width) return true;
        from = end + 1;
    }
    return false;
}

float letters_that_fit(const ui::Rect& box, ui::Type type, float most, const std::string& words) {
    for (const float part : kSmaller) {
        const float pixels = std::floor(most * part);
        const bool fits = size_of(type, pixels, box.width(), words).y <= box.height();
        if (fits && !breaks_a_word(type, pixels, box.width(), words)) return pixels;
    }
    ui::probe::note_clipped(words);
    return std::floor(most * kSmaller.back());
}

// In the middle of a place, smaller where it would be wider than `width`.
void one_line(ImVec2 middle, float width, ui::Type type, float most, ui::Colour colour,
              const std::string& words) {
    const float wanted = size_of(type, most, 0, words).x;
    const float pixels = std::floor(wanted > width ? most * width / wanted : most);
    const ImVec2 size = size_of(type, pixels, 0, words);
    ImGui::GetWindowDrawList()->AddText(
        ui::font(type), pixels,
        {std::round(middle.x - size.x / 2), std::round(middle.y - size.y / 2)}, ui::faded(colour),
        words.c_str());
}

// Words below each other within the ring: each line is as wide as the ring is there.
void caption(ImVec2 top, float middle, float inside, float letters, const std::string& words) {
    const std::size_t gap =
        words.find(' ', words.size() / 2 - std::min<std::size_t>(words.size() / 2, 4));
    const bool is_two = gap != std::string::npos;
    const std::string lines[] = {words.substr(0, gap), is_two ? words.substr(gap + 1) : ""};
    float y = top.y + letters / 2;
    for (const std::string& line : lines) {
        if (line.empty()) continue;
        const float below = y + letters / 2 - middle;
        const float half = std::sqrt(std::max(inside * inside - below * below, 1.0F));
        one_line({top.x, y}, half * 2 * 0.92F, ui::Type::Small, letters, ui::palette().muted, line);
        y += letters * 1.05F;
    }
}

std::string clock_words(const Timeline& timeline) {
    if (!timeline.step().is_timed()) return tr("until you go on");
    return timeline.is_past_target() ? tr("longer than asked") : tr("seconds left");
}

std::string clock_number(const Timeline& timeline) {
    if (!timeline.step().is_timed()) return minutes(timeline.step_seconds());
    if (!timeline.is_past_target()) return std::to_string(timeline.seconds_left());
    const double past = timeline.step_seconds() - timeline.step().target_seconds;
    return "+" + std::to_string(static_cast<int>(past));
}

}  // namespace

const std::string& in_language(const forms::Label& label) {
    return label.in(words::code());
}

std::string minutes(double seconds) {
    const int whole = static_cast<int>(seconds);
    const std::string rest = std::to_string(whole % 60);
    return std::to_string(whole / 60) + ":" + (rest.size() < 2 ? "0" + rest : rest);
}

ui::Rect draw_step_picture(const Timeline& timeline, const ui::Rect& box, ui::Colour ground) {
    const auto picture = pictures::picture_of(timeline.step().picture, picture_second(timeline));
    const ui::Rect place = draw_picture(picture, box, ground);
    ui::probe::note("picture", "picture", timeline.step().picture);
    return place;
}

void draw_still(std::string_view code, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = width * pictures::Picture::kHeight / pictures::Picture::kWidth;
    draw_picture(pictures::picture_of(code, pictures::telling_second(code)),
                 {at.x, at.y, at.x + width, at.y + height}, ui::palette().surface);
    ImGui::Dummy({width, height});
    ui::probe::note("picture", "still", std::string(code));
}

void draw_flash(const Timeline& timeline, const ui::Rect& box) {
    const double since = timeline.since_cue();
    if (since >= kFlashSeconds) return;
    const double part = 1 - since / kFlashSeconds;
    const auto alpha = static_cast<ui::Colour>(220 * part);
    const ui::Colour colour = (ui::palette().primary & 0x00FFFFFFU) | alpha << 24;
    ui::outline(box, colour, 14, 8);
}

void draw_clock(const Timeline& timeline, const ui::Rect& box) {
    const ImVec2 middle{(box.left + box.right) / 2, (box.top + box.bottom) / 2};
    const float size = std::min(box.width(), box.height());
    const float thickness = std::max(4.0F, size * 0.055F);
    const float radius = size / 2 - thickness / 2 - 1;
    const ui::Palette& p = ui::palette();
    arc(middle, radius, 1, p.grid, thickness);
    const bool is_full = timeline.is_past_target();
    arc(middle, radius, is_full ? 1 : timeline.part_left(), p.primary, thickness);
    const std::string number = clock_number(timeline);
    const float small = std::min(ui::measure(ui::Type::Small, number).height, size * 0.115F);
    const float inside = radius - thickness / 2;
    one_line({middle.x, middle.y - size * 0.13F}, inside * 1.5F, ui::Type::Figure, size * 0.3F,
             p.text, number);
    caption({middle.x, middle.y + size * 0.08F}, middle.y, inside, small, clock_words(timeline));
    ui::probe::note("timer", "clock", number);
}

float draw_in_largest(const ui::Rect& box, std::initializer_list<ui::Type> types, ui::Colour colour,
                      const std::string& words) {
    ui::Type chosen = ui::Type::Small;
    float height = 0;
    for (const ui::Type type : types) {
        chosen = type;
        height = ui::wrapped_height(type, words, box.width());
        if (height <= box.height()) break;
    }
    if (height > box.height() + 1) ui::probe::note_clipped(words);
    const ui::Rect place{box.left, box.top, box.right, box.top + height};
    ui::text_block(place, chosen, colour, words);
    return place.bottom;
}

float draw_words(const ui::Rect& box, ui::Type type, float most, ui::Colour colour,
                 const std::string& words) {
    const float pixels = letters_that_fit(box, type, most, words);
    const ImVec2 size = size_of(type, pixels, box.width(), words);
    ImGui::GetWindowDrawList()->AddText(
        ui::font(type), pixels,
        {std::round(box.left), std::round(box.top + (box.height() - size.y) / 2)},
        ui::faded(colour), words.c_str(), nullptr, box.width());
    return pixels;
}

}  // namespace guide
