#include "client/guide/looks.h"

#include "client/guide/parts.h"
#include "client/ui/buttons.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/look.h"
#include "client/ui/words/words.h"

#include <imgui.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace guide {

using care::ProcedureStep;
using ui::Rect;
using words::tr;

namespace {

constexpr float kList = 320, kLine = 30, kReminder = 46, kSwitches = 96;

// What is kept in sight during the whole massage: is she well?
const ProcedureStep* reminder_of(const Timeline& timeline) {
    if (timeline.step().phase != care::Phase::Massage) return nullptr;
    for (const ProcedureStep& step : timeline.procedure().steps) {
        if (step.goes_on_throughout && step.code != timeline.step().code) return &step;
    }
    return nullptr;
}

std::string place_in_order(const Timeline& timeline) {
    return tr("Step {0} of {1}",
              {std::to_string(timeline.at() + 1), std::to_string(timeline.count())});
}

// "Pijat · Langkah 10 dari 20" and at the right how long it has taken so far.
void draw_head_line(const Timeline& timeline, const Rect& box) {
    const std::string phase = in_language(timeline.procedure().name_of(timeline.step().phase));
    const std::string left = phase + "  ·  " + place_in_order(timeline);
    ui::text_left(box, 0, ui::Type::Strong, ui::palette().primary, left);
    ui::probe::note("text", "place in order", place_in_order(timeline));
    if (timeline.massage_seconds() < 1) return;
    const std::string gone = tr("Massage so far {0}", {minutes(timeline.massage_seconds())});
    const float width = ui::measure(ui::Type::Small, gone).width;
    if (ui::measure(ui::Type::Strong, left).width + width + ui::px(16) > box.width()) return;
    ui::text_left(box, box.width() - width, ui::Type::Small, ui::palette().muted, gone);
}

void draw_reminder(const Timeline& timeline, const Rect& box) {
    const ProcedureStep* step = reminder_of(timeline);
    if (step == nullptr) return;
    ui::fill(box, ui::palette().warn_soft, 8);
    const float middle = (box.top + box.bottom) / 2;
    ui::text_left({box.left, middle - ui::px(14), box.right, middle + ui::px(14)}, ui::px(14),
                  ui::Type::Medium, ui::palette().warn, ui::icon::kHand);
    draw_words({box.left + ui::px(44), box.top + ui::px(4), box.right - ui::px(10),
                box.bottom - ui::px(4)},
               ui::Type::Medium, ui::px(16), ui::palette().warn, in_language(step->label));
    ui::probe::note("text", "reminder", step->code);
}

// What is done, and how, from the top of the box down.
void draw_step_words(const Timeline& timeline, const Rect& box) {
    using ui::Type;
    const ProcedureStep& step = timeline.step();
    const std::string& technique = in_language(step.technique);
    const float below =
        technique.empty() ? 0 : ui::wrapped_height(Type::Body, technique, box.width()) + ui::px(8);
    const std::string& label = in_language(step.label);
    const float bottom = draw_in_largest({box.left, box.top, box.right, box.bottom - below},
                                         {Type::Huge, Type::Title, Type::Section, Type::Strong},
                                         ui::palette().text, label);
    ui::probe::note("text", "step words", label);
    if (technique.empty()) return;
    draw_in_largest({box.left, bottom + ui::px(8), box.right, box.bottom},
                    {Type::Section, Type::Body}, ui::palette().muted, technique);
    ui::probe::note("text", "technique", technique);
}

Act switch_at(float x, float y, const words::Label& label, const char* icon, Act act) {
    ImGui::SetCursorScreenPos({x, y});
    return ui::button(label, {.icon = icon}) ? act : Act::Nothing;
}

// One below the other: is a tone heard, and does a timed step go over into the next by itself?
Press draw_switches(const Look& look, float x, float y) {
    const words::Label sound{"Sound", look.has_sound ? tr("Sound on") : tr("Sound off")};
    const char* bell = look.has_sound ? ui::icon::kBell : ui::icon::kBan;
    Press press{switch_at(x, y, sound, bell, Act::Sound)};
    if (!look.timeline.step().is_timed()) return press;
    const bool follows = look.timeline.follows_by_itself();
    const words::Label follow{"Follow", follows ? tr("Goes on by itself") : tr("Waits for you")};
    const char* icon = follows ? ui::icon::kForward : ui::icon::kPause;
    const Act act = switch_at(x, y + ui::px(ui::kControl + 8), follow, icon, Act::Follow);
    return act != Act::Nothing ? Press{act} : press;
}

// Picture and clock side by side, the words below.
Press draw_tall(const Look& look, const Rect& box) {
    const Timeline& timeline = look.timeline;
    const float reminder = reminder_of(timeline) != nullptr ? ui::px(kReminder + 10) : 0;
    const float words = ui::px(136);
    const float top = box.top + ui::px(kLine + 6);
    draw_head_line(timeline, {box.left, box.top, box.right, box.top + ui::px(kLine)});
    const float bottom = box.bottom - reminder - words - ui::px(12);
    const float width = std::min((bottom - top) * 4 / 3, box.width() - ui::px(200));
    const Rect place =
        draw_step_picture(timeline, {box.left, top, box.left + width, bottom}, ui::palette().page);
    draw_flash(timeline, place);
    draw_clock(timeline, {place.right + ui::px(24), top + ui::px(20), box.right,
                          bottom - ui::px(12 + kSwitches)});
    const Press press = draw_switches(look, place.right + ui::px(24), bottom - ui::px(kSwitches));
    draw_step_words(timeline, {box.left, bottom + ui::px(12), box.right, box.bottom - reminder});
    draw_reminder(timeline, {box.left, box.bottom - ui::px(kReminder), box.right, box.bottom});
    return press;
}

// Little height: the picture at the left, all else beside it.
Press draw_broad(const Look& look, const Rect& box) {
    const Timeline& timeline = look.timeline;
    const float reminder = reminder_of(timeline) != nullptr ? ui::px(kReminder + 8) : 0;
    const float bottom = box.bottom - reminder;
    const float width = std::min((bottom - box.top) * 4 / 3, box.width() * 0.5F);
    const Rect place = draw_step_picture(timeline, {box.left, box.top, box.left + width, bottom},
                                         ui::palette().page);
    draw_flash(timeline, place);
    const float left = box.left + width + ui::px(20);
    draw_head_line(timeline, {left, box.top, box.right, box.top + ui::px(kLine)});
    const float clock = std::min(ui::px(150), (bottom - box.top) * 0.36F);
    draw_step_words(timeline,
                    {left, box.top + ui::px(kLine + 4), box.right, bottom - clock - ui::px(8)});
    draw_clock(timeline, {left, bottom - clock, left + clock, bottom});
    draw_reminder(timeline, {box.left, box.bottom - ui::px(kReminder), box.right, box.bottom});
    return draw_switches(look, left + clock + ui::px(16), bottom - ui::px(kSwitches));
}

// The list follows the massage, but not a hand that scrolls it meanwhile.
void keep_in_sight(std::size_t step) {
    int& seen = *ImGui::GetStateStorage()->GetIntRef(ImGui::GetID("seen"), -1);
    if (std::exchange(seen, static_cast<int>(step)) != static_cast<int>(step)) {
        ImGui::SetScrollHereY(0.4F);
    }
}

Press draw_list(const Timeline& timeline, const Rect& box) {
    Press press;
    ImGui::SetCursorScreenPos({box.left, box.top});
    const ui::Pane pane("guide steps", {.width = box.width(),
                                        .height = box.height(),
                                        .pad_x = 14,
                                        .pad_y = 10,
                                        .ground = ui::palette().surface});
    std::optional<care::Phase> phase;
    for (std::size_t each = 0; each < timeline.count(); ++each) {
        const ProcedureStep& step = timeline.procedure().steps[each];
        if (phase != step.phase) {
            ui::muted(in_language(timeline.procedure().name_of(step.phase)));
            phase = step.phase;
        }
        ui::StepStyle style;
        style.number = std::to_string(each + 1);
        style.is_here = each == timeline.at();
        if (ui::step({"step " + step.code, in_language(step.family)}, style)) {
            press = {Act::GoTo, each};
        }
        if (style.is_here) keep_in_sight(each);
    }
    return press;
}

}  // namespace

Press draw_cadre_side(const Look& look) {
    const Timeline& timeline = look.timeline;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ImGui::GetContentRegionAvail().y - ui::px(14);
    Rect box{at.x, at.y, at.x + ui::available(), at.y + std::max(height, ui::px(220))};
    keep_moving(timeline);
    if (ui::is_narrow()) return draw_broad(look, box);
    const Rect list{box.right - ui::px(kList), box.top, box.right, box.bottom};
    box.right = list.left - ui::px(24);
    const Press press = draw_tall(look, box);
    const Press chosen = draw_list(timeline, list);
    return chosen.act != Act::Nothing ? chosen : press;
}

}  // namespace guide
