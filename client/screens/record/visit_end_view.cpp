#include "client/screens/record/visit_end_view.h"

#include "client/screens/frame/page_frame.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/status.h"

#include <imgui.h>

#include <optional>

namespace screens {

using words::tr;
using words::word;

namespace {

ui::RowStyle told_style(const VisitModel::Told& told) {
    ui::RowStyle style;
    style.title = told.title;
    style.detail = told.who;
    switch (told.state) {
        case StepState::Done:
            style.icon = ui::icon::kCheck;
            style.pill_text = told.is_sent ? tr("Sent") : tr("Ready to send");
            style.pill_tone = told.is_sent ? ui::Tone::Ok : ui::Tone::Info;
            break;
        case StepState::PassedOver:
            style.icon = ui::icon::kMinus;
            style.pill_text = tr("not asked");
            style.pill_tone = ui::Tone::Warn;
            break;
        case StepState::Begun:
            style.icon = ui::icon::kPen;
            style.pill_text = tr("Draft");
            style.pill_tone = ui::Tone::Warn;
            break;
        case StepState::Todo:
            style.icon = ui::icon::kNote;
            style.pill_text = tr("not yet");
            style.pill_tone = ui::Tone::Warn;
            break;
    }
    return style;
}

std::optional<std::size_t> draw_told(const VisitModel& model) {
    const ui::Card card;
    ui::section(tr("What was recorded today"));
    std::optional<std::size_t> pressed;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    const auto told = model.told();
    for (std::size_t i = 0; i < told.size(); ++i) {
        if (ui::list_row("told " + model.steps()[i].key, told_style(told[i]))) pressed = i;
    }
    ImGui::PopStyleVar();
    return pressed;
}

void draw_next(const VisitModel& model) {
    const ui::Card card;
    ui::section(tr("What comes next"));
    const auto next = model.next();
    if (next.empty()) ui::muted(tr("Nothing is due for this family."), ui::available());
    for (const VisitModel::Next& each : next) {
        const std::string what = each.who.empty() ? each.title : each.title + " · " + each.who;
        ui::text(ui::Type::Body, ui::palette().text, what, ui::available());
        ui::text(ui::Type::Strong, each.is_overdue ? ui::palette().bad : ui::palette().primary,
                 each.when, ui::available());
        ui::gap(4);
    }
}

void draw_heading(const VisitModel& model) {
    if (const int signs = model.danger_signs(); signs > 0) {
        ui::banner("signs", ui::Tone::Bad,
                   tr("{0} danger signs were seen at this visit", {std::to_string(signs)}),
                   tr("Has the midwife been called? Do not massage yet."));
    }
    if (const std::string gentle = model.gentle_words(); !gentle.empty()) {
        ui::banner("gentle", ui::Tone::Info, "", gentle);
    }
    if (!model.is_met_at_all()) {
        ui::banner("not met", ui::Tone::Info, model.outcome(),
                   tr("The visit is written down. Nothing else is asked."));
    }
}

// What she saved is still only here.
void draw_waiting(const Ways& ways) {
    const auto waiting = ways.ports().sync.state().waiting;
    if (waiting == 0 || ways.me().is_practice) return;
    ui::text(ui::Type::Body, ui::palette().text,
             std::string(ui::icon::kSend) + "  " +
                 tr("Records that wait on this laptop: {0}. Open Send when there is a signal.",
                    {std::to_string(waiting)}),
             ui::available());
}

// A death said at the visit belongs into the person's own record too.
void draw_deaths(const VisitModel& model, Ways& ways) {
    for (const Person* person : model.to_be_marked_dead()) {
        const words::Label label{"dead " + person->id, tr("Write it down for {0}", {person->name})};
        if (!ui::button(label, {.icon = ui::icon::kPen})) continue;
        FormStart start;
        start.type = "person";
        start.family = model.family().family().id;
        start.record = person->id;
        start.field = "vital_status";
        ways.open_form(start);
    }
}

}  // namespace

void draw_visit_end(VisitModel& model, Ways& ways) {
    std::optional<std::size_t> pressed;
    {
        const PageBody body("visit end", true);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
        const float whole = ui::available();
        const bool two = has_side_column();
        {
            ui::Row row(ui::kGap);
            row.cell(two ? whole - ui::px(kSideColumn + ui::kGap) : whole);
            draw_heading(model);
            draw_waiting(ways);
            draw_deaths(model, ways);
            pressed = draw_told(model);
            if (two) row.cell(ui::px(kSideColumn));
            draw_next(model);
        }
        ImGui::PopStyleVar();
    }
    const std::string family = model.family().family().id;
    {
        PageFoot foot;
        const ui::ButtonStyle done{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kCheck};
        if (model.is_short() && ui::button(word("Make it a full visit"))) {
            model.make_full();
            return;
        }
        foot.place_right(ui::button_width(word("Done"), done));
        if (ui::button(word("Done"), done)) ways.form_done(family);
    }
    if (pressed) model.go(*pressed);
}

}  // namespace screens
