#include "client/screens/frame/names.h"
#include "client/screens/frame/page_frame.h"
#include "client/screens/quick/quick_cells_view.h"
#include "client/screens/quick/quick_page.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/fields.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/redraw.h"
#include "client/ui/status.h"
#include "client/ui/widgets/chips.h"
#include "client/ui/widgets/dialog.h"
#include "client/ui/widgets/table.h"
#include "client/ui/words/dates.h"
#include "shared/base/text.h"

#include <imgui.h>

namespace screens {

using words::tr;
using words::word;
using Kind = QuickStop::Kind;
using Wanted = std::optional<QuickStop>;

namespace {

std::string problem_at(const QuickModel& model, const char* field) {
    for (const forms::Problem& each : model.problems()) {
        if (each.field == field && each.code == "typed") return each.message;
    }
    return {};
}

// A field of the row: kept at every key; Enter goes on.
void draw_field(QuickModel& model, const words::Label& label, std::string& text, Kind kind,
                const Wanted& wanted, ui::FieldStyle style) {
    style.takes_focus = wanted == QuickStop{kind, 0};
    if (ui::text_field(label, text, style)) model.typed();
    if (!ui::enter_was_pressed()) return;
    model.arrived({kind, 0});
    model.move_on();
}

void draw_visit_type(QuickModel& model, Ways& ways) {
    const forms::Form* form = ways.ports().records.forms().find("visit");
    const forms::Question* type = form != nullptr ? form->find("visit_type") : nullptr;
    if (type == nullptr) return;
    std::vector<ui::Chip> kinds;
    for (const forms::Choice& choice : form->choices_of(*type)) {
        kinds.push_back({choice.code, choice.label.in(words::code())});
    }
    const auto pressed = ui::chips("visit_type", kinds, model.day().visit_type);
    if (pressed) model.visit_type_chosen(*pressed);
}

void new_family(Ways& ways) {
    ways.open_registering({});
}

void draw_matches(QuickModel& model) {
    for (std::size_t i = 0; i < model.matches().size(); ++i) {
        const FamilyRow& row = model.matches()[i];
        ui::RowStyle style;
        style.icon = ui::icon::kHome;
        style.title = row.head;
        if (row.head.empty())
            style.title = row.people.empty() ? tr("Family without a name") : row.people.front();
        for (const std::string& name : row.people) {
            style.detail += (style.detail.empty() ? "" : ", ") + name;
        }
        style.note = place_text(row.rt, row.rw);
        if (ui::list_row("match " + row.id, style)) return model.chosen(i);
    }
}

void draw_search(QuickModel& model, const Wanted& wanted, Ways& ways) {
    ui::FieldStyle style;
    style.hint = tr("Two letters of the mother, the baby or the father");
    style.takes_focus = wanted == QuickStop{Kind::Who, 0};
    ui::field_label({"Family label", tr("Family")}, false);
    if (ui::search_field(word("Family"), model.query, style)) model.query_typed();
    if (ui::enter_was_pressed() && !model.matches().empty()) return model.chosen(0);
    draw_matches(model);
    const bool is_unknown = model.query.size() > 2 && model.matches().empty();
    if (is_unknown) ui::muted(tr("Nobody is found by these letters."), ui::available());
    if (!is_unknown) return;
    if (ui::button(word("New family"), {.icon = ui::icon::kPlus})) new_family(ways);
    ui::muted(tr("This row waits here. Come back with Quick entry."), ui::available());
}

void draw_chosen(QuickModel& model) {
    const words::Label other = word("Another family");
    std::string who = model.people().name;
    if (!model.people().mother_name.empty()) who += "  ·  " + model.people().mother_name;
    for (const Person& infant : model.people().infants) {
        if (infant.id == model.row().infant) who += "  ·  " + infant.name;
    }
    const float whole = ui::available();
    ui::Row row(12);
    row.cell(whole - ui::button_width(other) - ui::px(12));
    ui::field_label(word("Family"), false);
    ui::push_down(ui::px(6));
    ui::text(ui::Type::Strong, ui::palette().text, who, ui::available());
    ui::probe::note("text", "chosen", who);
    row.cell(ui::button_width(other));
    ui::push_down(ui::px(26));
    if (ui::button(other, {.emphasis = ui::Emphasis::Quiet})) model.let_go();
}

void draw_who(QuickModel& model, const Wanted& wanted, Ways& ways) {
    const float whole = ui::available();
    ui::Row row(16);
    row.cell(ui::px(150));
    ui::FieldStyle day;
    day.problem = problem_at(model, "day");
    draw_field(model, word("Date"), model.day_text, Kind::Day, wanted, day);
    row.cell(whole - ui::px(166));
    if (model.people().is_known) {
        draw_chosen(model);
    } else {
        draw_search(model, wanted, ways);
    }
}

void draw_measures(QuickModel& model, const Wanted& wanted) {
    const float whole = ui::available();
    ui::Row row(16);
    if (asks_infant(model.row())) {
        row.cell(ui::px(150));
        ui::FieldStyle weight;
        weight.hint = "4,2";
        weight.problem = problem_at(model, "weight");
        draw_field(model, word("Weight"), model.weight, Kind::Weight, wanted, weight);
        row.cell(ui::px(150));
        ui::FieldStyle temp;
        temp.hint = "36,7";
        temp.unit = "°C";
        temp.problem = problem_at(model, "temp");
        draw_field(model, word("Baby's temperature"), model.temp, Kind::Temp, wanted, temp);
    }
    row.cell(whole - (asks_infant(model.row()) ? ui::px(332) : 0));
    ui::FieldStyle contacts;
    contacts.hint = "KF1 3-3, KN1 3-3";
    contacts.problem = problem_at(model, "contacts");
    draw_field(model, word("KF and KN seen in the handbook"), model.contacts, Kind::Contacts,
               wanted, contacts);
}

// The checks' own words; what cannot be read stands at its field.
void draw_problems(const QuickModel& model) {
    if (!model.trouble().empty()) {
        ui::banner("trouble", ui::Tone::Bad, "", model.trouble().text());
    }
    for (const forms::Problem& each : model.problems()) {
        if (each.code == "typed") continue;
        const bool blocks = each.severity == forms::Severity::Error;
        const ui::Tone tone = blocks ? ui::Tone::Bad : ui::Tone::Warn;
        ui::text(ui::Type::Body, ui::ink(tone),
                 std::string(ui::icon::kWarning) + "  " + each.message, ui::available());
        ui::probe::note("text", "problem " + each.field, each.message);
    }
}

// For what a form insists on and no key here answers.
void draw_elsewhere(QuickModel& model, Ways& ways) {
    if (!model.is_asked_elsewhere()) return;
    if (!ui::button(word("Go on as a full visit"))) return;
    const auto start = model.elsewhere_pressed();
    if (start) ways.open_form(*start);
}

void draw_buttons(QuickModel& model, const Wanted& wanted) {
    const words::Label save = word("Save the row");
    const words::Label clear = word("Empty the row");
    const ui::ButtonStyle style{
        .emphasis = ui::Emphasis::Primary, .icon = ui::icon::kSave, .keys = "Ctrl+Enter"};
    const float whole = ui::available();
    ui::Row row(12);
    row.cell(ui::button_width(save, style));
    const bool pressed = ui::button(save, style);
    if (wanted == QuickStop{Kind::Save, 0}) ui::keyboard::focus_last_item();
    row.cell(ui::button_width(clear));
    if (ui::button(clear, {.emphasis = ui::Emphasis::Quiet})) model.clear_clicked();
    row.cell(whole - ui::button_width(save, style) - ui::button_width(clear) - ui::px(36));
    ui::push_down(ui::px(12));
    if (model.left() > 0) {
        ui::muted(tr("Not answered yet: {0}", {std::to_string(model.left())}), ui::available());
    }
    if (pressed || ui::keyboard::ctrl_enter()) model.save_clicked();
}

void draw_row(QuickModel& model, const Wanted& wanted, Ways& ways) {
    const ui::Card card;
    draw_who(model, wanted, ways);
    if (!model.people().is_known) return;
    std::size_t cell = 0;
    const auto& cells = model.cells();
    if (!cells.empty() && cells.front().form.empty()) cell = draw_strip(model, cell, wanted);
    draw_measures(model, wanted);
    while (cell < model.cells().size()) cell = draw_strip(model, cell, wanted);
    take_keys(model, wanted);
    draw_problems(model);
    draw_elsewhere(model, ways);
    draw_buttons(model, wanted);
}

ui::Cell saved_cell(const QuickSaved& row, std::size_t column) {
    if (column == 0) return {.text = words::short_date(row.on)};
    if (column == 1) return {.text = row.name, .strong = true};
    if (column == 2) return {.text = row.what};
    if (row.is_undone) {
        return {.text = tr("withdrawn"), .tone = ui::Tone::Warn, .icon = ui::icon::kUndo};
    }
    if (row.has_sign) {
        return {.text = tr("danger sign"), .tone = ui::Tone::Bad, .icon = ui::icon::kWarning};
    }
    return {.text = tr("recorded"), .tone = ui::Tone::Ok, .icon = ui::icon::kCheck};
}

// The newest on top, as it was pressed last.
void draw_saved(QuickModel& model, Ways& ways) {
    const auto& saved = model.day().saved;
    if (saved.empty()) return;
    const ui::Card card;
    const words::Label undo = word("Take the last row back");
    const ui::ButtonStyle style{
        .icon = ui::icon::kUndo, .enabled = model.day().count() > 0, .keys = "Ctrl+Z"};
    {
        ui::Row row(12);
        row.cell(ui::available() - ui::button_width(undo, style) - ui::px(12));
        const std::string count = std::to_string(model.day().count());
        ui::push_down(ui::px(8));
        ui::text(ui::Type::Section, ui::palette().text, tr("{0} visits recorded", {count}));
        ui::probe::note("status", "count", count);
        row.cell(ui::button_width(undo, style));
        if (ui::button(undo, style)) model.undo_pressed();
    }
    if (!model.refusal().empty()) {
        ui::banner("refusal", ui::Tone::Warn, "", model.refusal().text());
    }
    ui::TableStyle table;
    table.rows_open = true;
    const auto row_of = [&](std::size_t row) -> const QuickSaved& {
        return saved[saved.size() - 1 - row];
    };
    const auto pressed = ui::table(
        "saved",
        {{.title = tr("Date"), .width = 120},
         {.title = tr("Who")},
         {.title = tr("Measured"), .width = 200, .only_if_wide = true},
         {.title = tr("State"), .width = 160}},
        saved.size(),
        [&](std::size_t row, std::size_t column) { return saved_cell(row_of(row), column); },
        table);
    if (pressed) ways.open_family(row_of(pressed->row).household);
}

// What stands in the row, and was not gone on with: as on every page of the family.
void draw_signs(QuickModel& model, Ways& ways) {
    bool goes_on = false;
    for (const Alarm& alarm : model.alarms()) {
        const ui::Card card(0, ui::Tone::Bad, true);
        const std::string line = urgency_line(alarm.urgency);
        ui::text(ui::Type::Strong, ui::palette().bad, std::string(ui::icon::kWarning) + "  " + line,
                 ui::available());
        ui::probe::note_at("status", "danger in row", line, ui::last_item());
        const bool is_mother = alarm.subject == care::Subject::Mother;
        ui::text(ui::Type::Body, ui::palette().text,
                 std::string(is_mother ? tr("Mother") : tr("Baby")) + ": " +
                     base::joined(sign_words(alarm.signs), "; "),
                 ui::available());
        if (&alarm != &model.alarms().front()) continue;
        const words::Label go_on{"go on with sign", tr("Go on as a full visit")};
        goes_on = ui::button(go_on, {.emphasis = ui::Emphasis::Danger, .icon = ui::icon::kMedical});
    }
    if (!goes_on) return;
    const auto start = model.go_on_with_sign();
    if (start) ways.open_form(*start);
}

void draw_alarm(QuickModel& model, Ways& ways) {
    const care::DangerSign* sign = model.alarm();
    if (sign == nullptr) return;
    const bool is_id = words::language() == words::Language::Indonesian;
    ui::DialogStyle style;
    style.title =
        std::string(is_id ? care::label_id(sign->urgency) : care::label_en(sign->urgency));
    style.text =
        std::string(is_id ? sign->label_id : sign->label_en) + ". " +
        tr("A danger sign is led through as a full visit: what to do now, the referral and "
           "the midwife. What is typed goes along.");
    style.icon = ui::icon::kWarning;
    style.tone = ui::Tone::Bad;
    style.primary = word("Go on as a full visit");
    style.secondary = word("Wrong key, it is not there");
    style.third = word("Finish this row first");
    style.width = 720;
    const auto pressed = ui::dialog("danger", style);
    if (!pressed) return;
    if (*pressed == ui::DialogPress::Secondary) return model.alarm_was_slip();
    if (*pressed == ui::DialogPress::Third) return model.alarm_read();
    const auto start = model.go_on_as_visit();
    if (start) ways.open_form(*start);
}

}  // namespace

void QuickPage::draw(Ways& ways) {
    const Wanted wanted = model_.take_wanted();
    draw_page_head(ways, {tr("From paper, with the keyboard alone"), tr("Quick entry")});
    draw_asked(model_);
    draw_alarm_line(model_);
    {
        const PageBody body("quick", false);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
        draw_visit_type(model_, ways);
        draw_signs(model_, ways);
        draw_row(model_, wanted, ways);
        draw_saved(model_, ways);
        ImGui::PopStyleVar();
    }
    const bool is_typing = ImGui::GetIO().WantTextInput && !model_.row().is_untouched();
    if (ui::keyboard::ctrl('Z') && !is_typing) model_.undo_pressed();
    draw_alarm(model_, ways);
    const std::string note = model_.take_note();
    if (!note.empty()) ways.say(note);
    if (const auto family = model_.take_family()) ways.open_family(*family);
    if (model_.wants_focus()) ui::redraw_in(0.01);
}

}  // namespace screens
