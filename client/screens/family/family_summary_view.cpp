// What a family's page begins with: what cannot wait, what is due, who they are.
#include "client/screens/family/family_tabs_view.h"
#include "client/screens/frame/page_frame.h"
#include "client/screens/frame/task_words.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/status.h"
#include "shared/base/text.h"

#include <imgui.h>

#include <array>

namespace screens {

using words::tr;
using words::word;

namespace {

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

const char* icon_of(PersonKind kind) {
    switch (kind) {
        case PersonKind::Mother:
            return ui::icon::kFemale;
        case PersonKind::Infant:
        case PersonKind::Stillborn:
            return ui::icon::kChild;
        case PersonKind::Other:
            return ui::icon::kUser;
    }
    return ui::icon::kUser;
}

void draw_person(FamilyPageModel& model, const PersonCard& person) {
    ui::RowStyle style;
    style.icon = icon_of(person.kind);
    style.title = person.name;
    style.detail = person.detail;
    if (ui::list_row("person " + person.id, style)) model.person_pressed(person.id);
    const float indent = ui::px(50);  // below the name, beside the icon
    ImGui::Indent(indent);
    for (const std::string& note : person.notes) {
        ui::text(ui::Type::Small, ui::palette().text, note, ui::available() - indent);
        ui::gap(4);
    }
    ImGui::Unindent(indent);
}

void draw_people(FamilyPageModel& model, Pressed& pressed) {
    const ui::Card card;
    ui::section(tr("People"));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (const PersonCard& person : model.parts().people) draw_person(model, person);
    ImGui::PopStyleVar();
    if (model.parts().people.empty()) {
        ui::muted(tr("Nobody yet. Add the mother first."), ui::available());
    }
    ui::gap(4);
    const ui::ButtonStyle style{.icon = ui::icon::kPlus};
    if (ui::button(word("Add a person"), style)) pressed = model.family().start("person");
}

// What does not fit together: below everything that cannot wait.
void draw_check_again(const FamilyPageModel& model, Pressed& pressed) {
    const auto& again = model.parts().again;
    if (again.empty()) return;
    const ui::Card card;
    ui::section(tr("Check again"), tr("These do not quite fit together. Everything is saved."));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (std::size_t i = 0; i < again.size(); ++i) {
        ui::RowStyle style;
        style.icon = ui::icon::kQuestion;
        style.title = again[i].text;
        style.detail = again[i].detail;
        const std::string key = "again " + again[i].rule + " " + again[i].start.record;
        if (ui::list_row(key + " " + std::to_string(i), style)) pressed = again[i].start;
    }
    ImGui::PopStyleVar();
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

// Else half of a wide window would lie empty, as if something had failed.
void draw_nothing_due(const FamilyPageModel& page) {
    const FamilyModel& family = page.family();
    const bool is_empty = family.visit_steps().empty() && page.open_referrals() == 0 &&
                          family.family().due.empty() && page.parts().again.empty();
    if (!is_empty) return;
    const ui::Card card;
    ui::section(tr("To do"), tr("Nothing is due for this family."));
}

// What is not part of the visit of the day.
void draw_other_forms(const FamilyPageModel& page, Pressed& pressed) {
    const FamilyModel& model = page.family();
    constexpr std::array<const char*, 5> kForms = {
        words::later("Pregnancy"), words::later("Birth"), words::later("Baby of a birth"),
        words::later("Check by a health worker"), words::later("Address and status")};
    constexpr std::array<const char*, 5> kTypes = {"pregnancy", "birth_event", "birth_outcome",
                                                   "service_contact", "household"};
    const ui::Card card;
    ui::section(tr("Write down something else"));
    const ui::ButtonStyle teach{.icon = ui::icon::kHand, .width = ui::available()};
    if (page.parts().may_teach && ui::button(word("Teach the massage"), teach)) {
        pressed = model.start("massage_teaching");
    }
    for (std::size_t i = 0; i < kForms.size(); ++i) {
        if (!ui::button(word(kForms[i]), {.width = ui::available()})) continue;
        pressed = model.start(kTypes[i]);
        if (pressed->type == "household") pressed->record = model.family().id;
    }
}

void draw_referrals_waiting(FamilyPageModel& model) {
    const int open = model.open_referrals();
    if (open == 0) return;
    ui::RowStyle style;
    style.icon = ui::icon::kAmbulance;
    style.title = tr("Referrals without an answer: {0}", {std::to_string(open)});
    const ui::Card card;
    if (ui::list_row("open referrals", style)) model.open_tab(FamilyTab::Referrals);
}

}  // namespace

void draw_summary(FamilyPageModel& model, Pressed& pressed) {
    const float whole = ui::available();
    const bool two = has_side_column();
    const float side = ui::px(kSideColumn);
    ui::Row row(ui::kGap);
    row.cell(two ? whole - side - ui::px(ui::kGap) : whole);
    draw_visit(model.family(), pressed);
    draw_referrals_waiting(model);
    draw_due(model.family(), pressed);
    if (!two) draw_people(model, pressed);
    draw_check_again(model, pressed);
    if (two) draw_nothing_due(model);
    if (two) row.cell(side);
    if (two) draw_people(model, pressed);
    draw_other_forms(model, pressed);
}

}  // namespace screens
