// Everything recorded of a family on a rail, and the dialogs over the page: one record with who
// changed it, one person with what can be done.
#include "client/screens/family/family_tabs_view.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"
#include "client/ui/widgets/dialog.h"
#include "client/ui/widgets/marks.h"

#include <imgui.h>

#include <algorithm>

namespace screens {

using words::tr;
using words::word;

namespace {

ui::TimelineRow row_of(const TimelineItem& item) {
    ui::TimelineRow row;
    row.icon = item.icon;
    row.tone = item.tone;
    row.when = item.when;
    row.title = item.title;
    row.detail = item.detail;
    row.pill_text = item.pill;
    row.pill_icon = item.pill_icon;
    row.pill_tone = item.pill_tone;
    row.opens = true;
    return row;
}

// A withdrawn record takes one grey line: it is there, and counts for nothing.
ui::TimelineRow withdrawn_row_of(const TimelineItem& item) {
    ui::TimelineRow row;
    row.icon = item.icon;
    row.when = item.when + "  ·  " + item.title;
    if (!item.detail.empty()) row.when += "  ·  " + item.detail;
    row.opens = true;
    return row;
}

void draw_step(const StoryStep& step) {
    ui::text(ui::Type::Strong, ui::palette().text, step.what, ui::available());
    ui::muted(step.who + "  ·  " + step.when, ui::available());
    for (const std::string& change : step.changes) {
        ui::text(ui::Type::Body, ui::palette().text, change, ui::available());
    }
    if (!step.reason.empty()) ui::muted(tr("Reason: {0}", {step.reason}), ui::available());
    if (!step.answer.empty()) {
        ui::muted(tr("Answer of the health centre: {0}", {step.answer}), ui::available());
    }
    if (!step.standing.empty()) {
        const ui::Tone tone = step.is_troubled ? ui::Tone::Warn : ui::Tone::Info;
        ui::text(ui::Type::Small, ui::ink(tone), step.standing, ui::available());
    }
    ui::gap(6);
}

void draw_inside(const TimelineItem& item, std::string& record) {
    if (item.inside.empty()) return;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (const TimelinePart& part : item.inside) {
        ui::RowStyle style;
        style.icon = ui::icon::kNote;
        style.title = part.title;
        style.detail = part.detail;
        if (ui::list_row("part " + part.record, style)) record = part.record;
    }
    ImGui::PopStyleVar();
    ui::gap(8);
}

void draw_story(FamilyPageModel& model) {
    const RecordStory story = *model.story();
    const TimelineItem* item = model.story_item();
    std::string another;
    if (item != nullptr) draw_inside(*item, another);
    if (!another.empty()) model.record_pressed(another);
    if (!another.empty()) return;
    ui::text(ui::Type::Medium, ui::palette().text, tr("Who changed what"), ui::available());
    if (!story.trouble.empty()) ui::muted(story.trouble, ui::available());
    if (story.steps.empty() && story.trouble.empty()) {
        ui::muted(tr("Nothing is known of who wrote this."), ui::available());
    }
    for (const StoryStep& step : story.steps) draw_step(step);
}

void draw_story_dialog(FamilyPageModel& model, Pressed& pressed) {
    if (model.story() == nullptr) return;
    const TimelineItem* item = model.story_item();
    ui::DialogStyle style;
    style.icon = item != nullptr ? item->icon : ui::icon::kNote;
    style.title = item != nullptr ? item->title : model.title_of(model.story()->type);
    style.text = model.story_detail();
    if (model.story_may_open()) style.primary = word("Open this record");
    style.secondary = word("Close");
    style.width = 640;
    style.content = [&] { draw_story(model); };
    const auto answer = ui::dialog("record story", style);
    if (!answer) return;
    if (answer == ui::DialogPress::Primary) pressed = model.story_start();
    model.record_closed();
}

void draw_person_actions(FamilyPageModel& model, const PersonCard& person, Pressed& pressed) {
    const ui::ButtonStyle wide{.width = ui::available()};
    const bool is_living = !person.is_dead;
    if (is_living && ui::button(word("She or he moved away"), wide)) pressed = model.start_moved();
    if (is_living && ui::button(word("The whole family moved away"), wide)) {
        pressed = model.start_family_moved();
    }
    if (is_living && ui::button(word("She or he has died"), wide)) pressed = model.start_died();
}

void draw_person_dialog(FamilyPageModel& model, Pressed& pressed) {
    const PersonCard* person = model.person();
    if (person == nullptr) return;
    ui::DialogStyle style;
    style.icon = ui::icon::kUser;
    style.title = person->name;
    style.text = person->detail;
    style.primary = word("See or change the details");
    style.secondary = word("Close");
    style.third = word("Who changed what");
    style.content = [&] {
        ui::gap(6);
        for (const std::string& note : person->notes) {
            ui::text(ui::Type::Body, ui::palette().text, note, ui::available());
        }
        draw_person_actions(model, *person, pressed);
    };
    const auto answer = ui::dialog("person details", style);
    if (answer == ui::DialogPress::Primary) pressed = model.start_details();
    if (answer == ui::DialogPress::Third) model.record_pressed(person->id);
    if (answer || pressed) model.person_closed();
}

}  // namespace

void draw_history(FamilyPageModel& model) {
    const auto& items = model.parts().timeline;
    const ui::Card card;
    if (items.empty()) {
        ui::muted(tr("Nothing yet. The first visit will stand here."), ui::available());
        return;
    }
    const std::size_t shown = std::min(items.size(), model.rows_shown());
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (std::size_t i = 0; i < shown; ++i) {
        ui::TimelineRow row = items[i].is_withdrawn ? withdrawn_row_of(items[i]) : row_of(items[i]);
        row.is_first = i == 0;
        row.is_last = i + 1 == items.size();
        if (ui::timeline_row("entry " + items[i].record, row)) {
            model.row_pressed(items[i]);
        }
    }
    ImGui::PopStyleVar();
    if (shown < items.size() && ui::button(word("Show older ones"))) model.show_more();
}

void draw_family_dialogs(FamilyPageModel& model, Pressed& pressed) {
    draw_person_dialog(model, pressed);
    draw_story_dialog(model, pressed);
}

}  // namespace screens
