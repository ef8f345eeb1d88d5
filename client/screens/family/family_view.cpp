#include "client/screens/family/family_page.h"
#include "client/screens/frame/page_frame.h"
#include "client/screens/frame/task_words.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/status.h"
#include "shared/base/text.h"

#include <imgui.h>

#include <array>
#include <optional>

namespace screens {

using words::tr;
using words::word;

namespace {

// The form that was asked for on this page.
using Pressed = std::optional<FormStart>;

void draw_alarm(const FamilyModel& model, Pressed& pressed) {
    const auto alarm = model.alarm();
    if (!alarm) return;
    const ui::Card card(0, ui::Tone::Bad, true);
    const std::string first = alarm->is_urgent ? tr("Danger sign: call the midwife now.")
                                               : tr("Danger sign: call the midwife today.");
    ui::text(ui::Type::Section, ui::palette().bad, std::string(ui::icon::kWarning) + "  " + first,
             ui::available());
    if (alarm->stops_massage) {
        ui::text(ui::Type::Strong, ui::palette().text, tr("Do not massage yet."), ui::available());
    }
    const std::string who = model.person_name(alarm->person);
    const std::string signs = base::joined(alarm->signs, "; ");
    ui::text(ui::Type::Body, ui::palette().text, who.empty() ? signs : who + ": " + signs,
             ui::available());
    const ui::ButtonStyle style{.emphasis = ui::Emphasis::Danger, .icon = ui::icon::kMedical};
    if (ui::button(word("Write the referral"), style)) {
        pressed = model.start("referral", alarm->person);
    }
}

void draw_visit_step(const FamilyModel& model, const VisitStep& step, Pressed& pressed) {
    ui::RowStyle style;
    style.icon = step.record.empty() ? ui::icon::kNote : ui::icon::kCheck;
    style.title = step.title;
    style.detail = model.person_name(step.person);
    style.pill_text = step.record.empty() ? tr("to do") : tr("done");
    style.pill_tone = step.record.empty() ? ui::Tone::Warn : ui::Tone::Ok;
    const bool opened = ui::list_row("step " + step.type + " " + step.person, style);
    if (!opened) return;
    if (step.record.empty()) {
        pressed = model.start(step.type, step.person);
        return;
    }
    for (const Entry& entry : model.family().entries) {
        if (entry.id == step.record) pressed = model.correction(entry);
    }
}

void draw_visit(const FamilyModel& model, Pressed& pressed) {
    const auto steps = model.visit_steps();
    if (steps.empty()) return;
    const ui::Card card;
    ui::section(tr("Today's visit"), tr("Go through it from top to bottom."));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (const VisitStep& step : steps) draw_visit_step(model, step, pressed);
    ImGui::PopStyleVar();
}

void draw_people(const FamilyModel& model, Pressed& pressed) {
    const ui::Card card;
    ui::section(tr("People"));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (const Person& person : model.family().persons) {
        ui::RowStyle style;
        style.icon = person.is_infant   ? ui::icon::kChild
                     : person.is_mother ? ui::icon::kFemale
                                        : ui::icon::kUser;
        style.title = person.name;
        style.detail = model.person_detail(person);
        if (ui::list_row("person " + person.id, style)) {
            FormStart start;
            start.type = "person";
            start.family = model.family().id;
            start.record = person.id;
            pressed = start;
        }
    }
    ImGui::PopStyleVar();
    if (model.family().persons.empty()) {
        ui::muted(tr("Nobody yet. Add the mother first."), ui::available());
    }
    const ui::ButtonStyle style{.icon = ui::icon::kPlus};
    if (ui::button(word("Add a person"), style)) pressed = model.start("person");
}

void draw_due(const FamilyModel& model, Pressed& pressed) {
    if (model.family().due.empty()) return;
    const ui::Card card;
    ui::section(tr("To do"));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (const Due& due : model.family().due) {
        ui::RowStyle style;
        style.icon = ui::icon::kCalendar;
        style.title = task_title(due.code);
        style.detail = model.person_name(due.person);
        style.pill_text = model.due_text(due);
        style.pill_tone = due.is_overdue ? ui::Tone::Bad : ui::Tone::Warn;
        style.pill_icon = due.is_overdue ? ui::icon::kWarning : "";
        if (ui::list_row("due " + due.code + " " + due.person, style)) {
            pressed = model.start(form_of_task(due.code), due.person);
        }
    }
    ImGui::PopStyleVar();
}

ui::RowStyle entry_style(const FamilyModel& model, const Entry& entry) {
    ui::RowStyle style;
    style.icon = ui::icon::kNote;
    style.title = model.entry_title(entry);
    style.detail = model.entry_detail(entry);
    const int signs = model.danger_signs_in(entry);
    if (signs > 0) {
        style.pill_text = tr("{0} danger signs", {std::to_string(signs)});
        style.pill_icon = ui::icon::kWarning;
        style.pill_tone = ui::Tone::Bad;
    } else if (entry.sending == Sending::Troubled) {
        style.pill_text = tr("to be put right");
        style.pill_tone = ui::Tone::Warn;
    } else if (entry.sending == Sending::Waiting) {
        style.note = tr("not sent yet");
    }
    return style;
}

void draw_timeline(const FamilyModel& model, Pressed& pressed) {
    const ui::Card card;
    ui::section(tr("What was recorded"));
    if (model.family().entries.empty()) {
        ui::muted(tr("Nothing yet. The first visit will stand here."), ui::available());
        return;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (const Entry& entry : model.family().entries) {
        if (ui::list_row("entry " + entry.id, entry_style(model, entry))) {
            pressed = model.correction(entry);
        }
    }
    ImGui::PopStyleVar();
}

// What is not part of the visit of the day.
void draw_other_forms(const FamilyModel& model, Pressed& pressed) {
    constexpr std::array<const char*, 6> kForms = {
        words::later("Pregnancy"),       words::later("Birth"),
        words::later("Baby of a birth"), words::later("Check by a health worker"),
        words::later("Massage at home"), words::later("Address and status")};
    constexpr std::array<const char*, 6> kTypes = {"pregnancy",       "birth_event",
                                                   "birth_outcome",   "service_contact",
                                                   "massage_session", "household"};
    const ui::Card card;
    ui::section(tr("Write down something else"));
    for (std::size_t i = 0; i < kForms.size(); ++i) {
        if (!ui::button(word(kForms[i]), {.width = ui::available()})) continue;
        pressed = model.start(kTypes[i]);
        if (pressed->type == "household") pressed->record = model.family().id;
    }
}

void draw_columns(const FamilyModel& model, Pressed& pressed) {
    const float whole = ui::available();
    const bool two = has_side_column();
    const float side = ui::px(kSideColumn);
    ui::Row row(ui::kGap);
    row.cell(two ? whole - side - ui::px(ui::kGap) : whole);
    draw_alarm(model, pressed);
    draw_visit(model, pressed);
    draw_due(model, pressed);
    draw_timeline(model, pressed);
    if (two) row.cell(side);
    draw_people(model, pressed);
    draw_other_forms(model, pressed);
}

// The way back at the left, the visit at the right: the whole one, or what the register needs.
void draw_top(const FamilyModel& model, Ways& ways) {
    const words::Label back = word("Back to all families");
    const words::Label brief = word("Only for the register");
    const words::Label visit =
        model.visit_today() == nullptr ? word("Record a visit") : word("Go on with the visit");
    const ui::ButtonStyle quiet{.icon = ui::icon::kBack};
    const ui::ButtonStyle primary{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kPlus};
    const float whole = ui::available();
    const float right = ui::button_width(brief) + ui::button_width(visit, primary) + ui::px(8);
    bool is_back = false;
    std::optional<VisitKind> begun;
    {
        ui::Row row(8);
        row.cell(whole - right - ui::px(8));
        is_back = ui::button(back, quiet);
        if (model.is_found()) {
            row.cell(ui::button_width(brief));
            if (ui::button(brief)) begun = VisitKind::Register;
            row.cell(ui::button_width(visit, primary));
            if (ui::button(visit, primary)) begun = VisitKind::Full;
        }
    }
    ui::gap(6);
    if (is_back) ways.back();
    if (begun) ways.open_visit(model.family().id, *begun);
}

}  // namespace

void FamilyPage::draw(Ways& ways) {
    draw_page_head(ways, {model_.place(), tr("Family of {0}", {model_.name()})});
    Pressed pressed;
    {
        const PageBody body("family", false);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
        draw_top(model_, ways);
        if (model_.is_found()) {
            draw_columns(model_, pressed);
        } else {
            ui::empty_state("gone", ui::icon::kHome, tr("This family is not on this laptop"),
                            tr("Perhaps it moved to another posyandu."));
        }
        ImGui::PopStyleVar();
    }
    if (pressed) ways.open_form(*pressed);
}

}  // namespace screens
