#include "client/screens/course/course_page.h"
#include "client/screens/course/scale_entry_view.h"
#include "client/screens/frame/page_frame.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"
#include "client/ui/widgets/chips.h"

#include <imgui.h>

namespace screens {

using words::tr;
using words::word;

namespace {

constexpr float kThreeFrom = 560;  // from here found and expected stand side by side
constexpr float kWhen = 190;

struct Pressed {
    std::string record, mother;
    bool growth = false, home = false, enter = false, back = false;
};

void draw_pill(const CourseRow& row) {
    if (!row.asks_midwife) return;
    ui::pill("midwife " + row.when, ui::icon::kStethoscope, tr("talk with the midwife"),
             ui::Tone::Warn);
}

// Found and expected side by side, or below each other with the words said again.
void draw_row(const CoursePart& part, const CourseRow& row, bool is_last) {
    const float whole = ui::available();
    const bool wide = whole > ui::px(kThreeFrom);
    const float rest = whole - ui::px(kWhen) - ui::px(24);
    const bool has_third = !part.expected_title.empty();
    const ui::Palette& p = ui::palette();
    {
        ui::Row cells(12);
        cells.cell(wide ? ui::px(kWhen) : whole);
        ui::text(ui::Type::Small, p.muted, row.when, ui::available());
        cells.cell(!wide ? whole : has_third ? rest * 0.55F : rest);
        ui::text(ui::Type::Body, p.text, row.found, ui::available());
        if (wide) draw_pill(row);
        if (wide && has_third) {
            cells.cell(rest * 0.45F);
            ui::text(ui::Type::Body, p.muted, row.expected, ui::available());
        }
    }
    if (!wide && has_third && !row.expected.empty()) {
        ui::muted(part.expected_title + ": " + row.expected, whole);
    }
    if (!wide) draw_pill(row);
    if (!is_last) ui::separator();
}

void draw_heads(const CoursePart& part) {
    const float whole = ui::available();
    if (whole <= ui::px(kThreeFrom) || part.rows.empty()) return;
    const float rest = whole - ui::px(kWhen) - ui::px(24);
    const bool has_third = !part.expected_title.empty();
    ui::Row cells(12);
    cells.cell(ui::px(kWhen));
    ui::text(ui::Type::Small, ui::palette().muted, part.when_title, ui::available());
    cells.cell(has_third ? rest * 0.55F : rest);
    ui::text(ui::Type::Small, ui::palette().muted, part.found_title, ui::available());
    if (!has_third) return;
    cells.cell(rest * 0.45F);
    ui::text(ui::Type::Small, ui::palette().muted, part.expected_title, ui::available());
}

void draw_part(const CoursePart& part, Pressed& pressed) {
    const ui::Card card;
    ui::section(part.title, part.about);
    draw_heads(part);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(5)});
    for (const CourseRow& row : part.rows) draw_row(part, row, &row == &part.rows.back());
    ImGui::PopStyleVar();
    if (part.rows.empty()) ui::muted(part.nothing, ui::available());
    if (part.key.starts_with("weight ")) {
        const words::Label growth{"growth " + part.key, tr("See the growth curve")};
        if (ui::button(growth, {.icon = ui::icon::kChart})) pressed.growth = true;
    }
    const bool is_scales = part.key == "scales";
    if (is_scales && ui::button(word("Write down a number"), {.icon = ui::icon::kPlus})) {
        pressed.enter = true;
    }
}

void draw_expected(const CourseModel& model) {
    const ui::Card card;
    ui::section(tr("What is expected today"), model.since());
    if (model.since().empty()) {
        ui::muted(tr("No birth of this mother is written down yet."), ui::available());
    }
    for (const ExpectedNow& each : model.expected()) {
        ui::text(ui::Type::Small, ui::palette().muted, each.what, ui::available());
        ui::text(ui::Type::Body, ui::palette().text, each.text, ui::available());
        ui::gap(2);
    }
    if (model.is_grieving()) {
        ui::muted(tr("We are sorry for this family's loss."), ui::available());
        ui::text(ui::Type::Body, ui::palette().text,
                 tr("Nothing about feeding is asked. The mother's own checks go on as for every "
                    "birth."),
                 ui::available());
    }
}

void draw_top(CourseModel& model, Pressed& pressed) {
    const words::Label back = word("Back to the family");
    const words::Label home = word("Massage at home");
    const ui::ButtonStyle quiet{.icon = ui::icon::kBack};
    // Where a baby was lost it does not remind; what was given can be written down all the same.
    const auto loud = model.is_grieving() ? ui::Emphasis::Quiet : ui::Emphasis::Secondary;
    const ui::ButtonStyle hand{.emphasis = loud, .icon = ui::icon::kHand};
    ui::Row row(8);
    row.cell(ui::available() - ui::button_width(home, hand) - ui::px(8));
    if (ui::button(back, quiet)) pressed.back = true;
    row.cell(ui::button_width(home, hand));
    if (ui::button(home, hand)) pressed.home = true;
}

void draw_mothers(const CourseModel& model, Pressed& pressed) {
    const auto mothers = model.mothers();
    if (mothers.size() < 2) return;
    std::vector<ui::Chip> chips;
    for (const Person& each : mothers) chips.push_back({each.id, each.name});
    if (const auto chosen = ui::chips("mother", chips, model.mother())) pressed.mother = *chosen;
}

void draw_course(CourseModel& model, Pressed& pressed) {
    draw_top(model, pressed);
    draw_mothers(model, pressed);
    const float whole = ui::available();
    const bool two = has_side_column();
    const float side = ui::px(kSideColumn);
    if (!two) draw_expected(model);
    ui::Row row(ui::kGap);
    row.cell(two ? whole - side - ui::px(ui::kGap) : whole);
    for (const CoursePart& part : model.parts()) draw_part(part, pressed);
    if (!two) return;
    row.cell(side);
    draw_expected(model);
}

void follow(CourseModel& model, const Pressed& pressed, Ways& ways) {
    if (pressed.back) return ways.back();
    if (pressed.enter) model.enter_clicked();
    if (!pressed.mother.empty()) model.choose_mother(pressed.mother);
    if (pressed.growth) ways.open_growth(model.family().family().id);
    if (!pressed.home) return;
    HomeMassageStart start;
    start.family = model.family().family().id;
    start.mother = model.mother();
    ways.open_home_massage(start);
}

void draw_body(CourseModel& model, DangerWatch& danger, Pressed& pressed, Ways& ways) {
    const PageBody body("course", model.entry() != nullptr);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
    if (!model.is_found()) {
        ui::empty_state("gone", ui::icon::kHome, tr("This family is not on this laptop"),
                        tr("Perhaps it moved to another posyandu."));
        pressed.back = ui::button(word("Back"), {.icon = ui::icon::kBack});
        ImGui::PopStyleVar();
        return;
    }
    danger.follow(nullptr, model.family().family().id);
    draw_danger_band(danger, ways);
    if (model.entry() != nullptr) {
        draw_scale_entry(*model.entry(), ways.ports().today());
    } else {
        draw_course(model, pressed);
    }
    ImGui::PopStyleVar();
}

}  // namespace

void CoursePage::draw(Ways& ways) {
    draw_page_head(
        ways, {model_.mother_name(), model_.entry() != nullptr ? tr("Write down a number")
                                                               : tr("How the mother is doing")});
    Pressed pressed;
    draw_body(model_, danger_, pressed, ways);
    if (model_.entry() != nullptr) {
        const ScalePress press = draw_scale_foot();
        if (press == ScalePress::Save) model_.entry_save_clicked();
        if (press == ScalePress::Leave) model_.entry_left();
    }
    draw_danger(danger_, ways);
    follow(model_, pressed, ways);
    const std::string note = model_.take_note();
    if (!note.empty()) ways.say(note);
}

}  // namespace screens
