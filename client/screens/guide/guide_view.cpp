#include "client/guide/parts.h"
#include "client/screens/frame/page_frame.h"
#include "client/screens/guide/guide_page.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"
#include "client/ui/look.h"
#include "client/ui/status.h"

#include <imgui.h>

#include <algorithm>

namespace screens {

using guide::Act;
using guide::Press;
using words::tr;
using words::word;

namespace {

std::string how_long(const care::Procedure& procedure) {
    const int seconds = procedure.target_seconds();
    return tr("{0} steps. The massage itself takes about {1} min {2} s.",
              {std::to_string(procedure.steps.size()), std::to_string(seconds / 60),
               std::to_string(seconds % 60)});
}

void draw_before_words(GuideModel& model) {
    const care::Procedure& procedure = model.timeline().procedure();
    ui::banner("safety first", ui::Tone::Warn, guide::in_language(procedure.safety),
               tr("This guide shows how it is done. It is no safety check: with any danger sign "
                  "there is no massage."));
    ui::text(ui::Type::Body, ui::palette().text, how_long(procedure), ui::available());
    ui::text(ui::Type::Body, ui::palette().text,
             tr("A soft tone and a light around the picture say that a step has changed. The "
                "space bar stops it for a while."),
             ui::available());
    ui::gap(4);
    if (ui::button(word("Begin with the first step"),
                   {.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kPlay})) {
        model.begin();
    }
}

// The picture of the safety check stands beside what is said of it.
void draw_safety_first(GuideModel& model) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(12)});
    {
        const ui::Card card;
        ui::Row row;
        const float width = std::min(ui::px(320), ui::available() * 0.36F);
        const float rest = ui::available() - width - ui::px(ui::kGap);
        row.cell(width);
        guide::draw_still("P02", width);
        row.cell(rest);
        draw_before_words(model);
    }
    ImGui::PopStyleVar();
}

// A button of the foot, at its right end.
bool right_button(PageFoot& foot, const words::Label& label, const ui::ButtonStyle& style) {
    foot.place_right(ui::button_width(label, style));
    return ui::button(label, style);
}

// On a narrow window the keys that press them are left out.
std::string keys(const char* name) {
    return ui::is_narrow() ? std::string() : tr(name);
}

std::string words_of_play(const guide::Timeline& timeline) {
    if (timeline.is_running()) return tr("Pause");
    return timeline.has_begun() ? tr("Go on") : tr("Begin");
}

Press draw_moves(PageFoot& foot, const guide::Timeline& timeline) {
    Press press;
    const words::Label next =
        timeline.next_step() != nullptr ? word("Next step") : word("Finished");
    if (right_button(foot, next, {.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kForward})) {
        press.act = Act::Next;
    }
    const words::Label play{"Play or pause", words_of_play(timeline)};
    const char* icon = timeline.is_running() ? ui::icon::kPause : ui::icon::kPlay;
    if (right_button(foot, play, {.icon = icon, .keys = keys(words::later("Space"))})) {
        press.act = Act::PlayOrPause;
    }
    if (right_button(foot, word("Step back"), {.icon = ui::icon::kBack})) press.act = Act::Back;
    return press;
}

// At the left of the foot, one after the other.
Press draw_ways_of_showing(float left, float top) {
    struct Choice {
        words::Label label;
        const char* icon;
        Act act;
    };
    const Choice choices[] = {{word("To the family"), ui::icon::kExchange, Act::TurnScreen},
                              {word("Once more"), ui::icon::kUndo, Act::Repeat}};
    Press press;
    for (const Choice& choice : choices) {
        ImGui::SetCursorScreenPos({left, top});
        const ui::ButtonStyle style{.icon = choice.icon};
        if (ui::button(choice.label, style)) press.act = choice.act;
        left += ui::button_width(choice.label, style) + ui::px(8);
    }
    return press;
}

Press draw_foot(const GuideModel& model) {
    PageFoot foot;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Press moves = draw_moves(foot, model.timeline());
    const Press showing = draw_ways_of_showing(at.x, at.y);
    return showing.act != Act::Nothing ? showing : moves;
}

Press draw_guide(const GuideModel& model) {
    Press press = guide::keys_pressed();
    {
        const ui::Pane pane("guide", {.height = -ui::px(ui::kFooter),
                                      .pad_y = 14,
                                      .ground = ui::palette().page,
                                      .scrolls = false});
        const Press chosen = guide::draw_cadre_side({model.timeline(), model.has_sound()});
        if (chosen.act != Act::Nothing) press = chosen;
    }
    const Press foot = draw_foot(model);
    return foot.act != Act::Nothing ? foot : press;
}

void leave(const GuideModel& model, Ways& ways) {
    const std::string duration = model.duration();
    if (!duration.empty()) ways.say(duration);
    ways.back();
}

}  // namespace

void GuidePage::draw(Ways& ways) {
    model_.tick(ImGui::GetTime());
    const care::Procedure& procedure = model_.timeline().procedure();
    draw_page_head(ways, {"", guide::in_language(procedure.title)});
    if (model_.says_safety_first()) {
        const PageBody body("guide", false);
        draw_safety_first(model_);
        return;
    }
    Press press;
    if (model_.faces_family()) {
        press = guide::draw_family_side(model_.timeline());
    } else {
        press = draw_guide(model_);
    }
    model_.press(press);
    if (model_.is_done()) leave(model_, ways);
}

}  // namespace screens
