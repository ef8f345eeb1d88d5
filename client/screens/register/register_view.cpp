#include "client/screens/frame/names.h"
#include "client/screens/frame/page_frame.h"
#include "client/screens/register/behind_view.h"
#include "client/screens/register/register_page.h"
#include "client/screens/register/remarks_view.h"
#include "client/screens/register/sheet_view.h"
#include "client/ui/buttons.h"
#include "client/ui/choices.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/look.h"
#include "client/ui/status.h"
#include "client/ui/widgets/chips.h"
#include "client/ui/widgets/table.h"
#include "client/ui/words/dates.h"
#include "shared/base/text.h"

#include <imgui.h>

#include <algorithm>

namespace screens {

using words::tr;
using words::word;

namespace {

// ---- the √/X/A table

ui::Cell mark_cell(care::Mark mark) {
    switch (mark) {
        case care::Mark::NotYet:
            return {};
        case care::Mark::Exclusive:
            return {.text = std::string(care::to_sign(mark)), .strong = true, .tone = ui::Tone::Ok};
        case care::Mark::Other:
            return {.text = "X", .strong = true, .tone = ui::Tone::Bad};
        case care::Mark::NotKnown:
            return {.text = "A", .strong = true, .tone = ui::Tone::Warn};
    }
    return {};
}

std::string recap_text(const indicators::RegisterRow& row) {
    if (row.is_dead) return tr("died");
    switch (row.recap) {
        case care::HalfYear::Running:
            return tr("still running");
        case care::HalfYear::Graduated:
            return tr("passed");
        case care::HalfYear::NotGraduated:
            return tr("not passed");
        case care::HalfYear::NotKnown:
            return tr("not recorded yet");
    }
    return {};
}

constexpr std::size_t kFirstMark = 4;
constexpr std::size_t kRecap = kFirstMark + care::kExclusiveMonths;

std::vector<ui::Column> mark_columns() {
    const bool narrow = ui::is_narrow();
    std::vector<ui::Column> columns = {
        {.title = tr("No."), .width = 48, .only_if_wide = true},
        {.title = tr("Baby's name")},
        {.title = tr("M/F"), .width = 50, .only_if_wide = true},
        {.title = tr("Born on"), .width = 110, .only_if_wide = true}};
    // A name must stay readable in a small window with large letters: the months give way.
    for (int month = 0; month < care::kExclusiveMonths; ++month) {
        const std::string number = std::to_string(month);
        columns.push_back(
            {.title = narrow ? number : tr("{0} mo", {number}), .width = narrow ? 38.0F : 54.0F});
    }
    columns.push_back({.title = tr("Half year"), .width = 124});
    columns.push_back({.title = tr("Sent?"), .width = 164});
    return columns;
}

ui::Cell line_cell(const RegisterLine& line, std::size_t row, std::size_t column) {
    if (column == 0) return {.text = std::to_string(row + 1)};
    if (column == 1) {
        const bool stays = line.row.is_temporary;
        return {.text =
                    stays ? line.row.name + "  ·  " + tr("stays here for a time") : line.row.name};
    }
    if (column == 2)
        return {.text = line.row.sex == 0 ? "" : line.row.sex == 'L' ? tr("M") : tr("F")};
    if (column == 3) return {.text = words::typed_date(line.row.birth_date)};
    if (column < kRecap) return mark_cell(line.row.marks[column - kFirstMark]);
    if (column == kRecap) return {.text = recap_text(line.row)};
    const SendingMark mark = sending_mark(line.sending);
    return {.text = mark.text, .tone = mark.tone, .icon = mark.icon};
}

void draw_marks(const RegisterMonth& month, Ways& ways) {
    const ui::Card card;
    ui::section(tr("Breastfeeding register, 0 to 5 months"),
                tr("√ breast milk only (asked about yesterday) · X given something else · "
                   "A not asked or not known · empty: not that old yet"));
    if (month.lines.empty()) {
        ui::empty_state("nobody", ui::icon::kChild, tr("No baby of this age in this month"),
                        tr("A baby stands here from her birth until the month after she is six "
                           "months old."));
        return;
    }
    ui::TableStyle style;
    style.rows_open = true;
    style.name = [&](std::size_t row) { return "line " + month.lines[row].row.infant.text(); };
    const auto pressed = ui::table(
        "marks", mark_columns(), month.lines.size(),
        [&](std::size_t row, std::size_t column) {
            return line_cell(month.lines[row], row, column);
        },
        style);
    if (pressed) ways.open_family(month.lines[pressed->row].family);
}

// ---- the figures

// A part of the figures' columns: all of them, or half where the window is narrow.
void draw_figures(const std::string& key, const std::vector<FigureRow>& rows,
                  const std::vector<Slice>& slices, RegisterModel& model) {
    std::vector<ui::Column> columns = {{.title = tr("Figure")}};
    for (const Slice slice : slices) {
        const float width = slice <= Slice::All ? 92 : 132;
        columns.push_back({.title = slice_name(slice), .width = width, .is_number = true});
    }
    ui::TableStyle style;
    style.name = [&](std::size_t row) {
        return key + " " + std::string(indicators::to_code(rows[row].indicator));
    };
    const auto pressed = ui::table(
        key, columns, rows.size(),
        [&](std::size_t row, std::size_t column) -> ui::Cell {
            if (column == 0) return {.text = figure_name(rows[row].indicator)};
            const auto slice = static_cast<std::size_t>(slices[column - 1]);
            const int count = rows[row].counts[slice];
            const bool opens = count > 0 || slices[column - 1] == Slice::All;
            return {.text = std::to_string(count), .opens = opens};
        },
        style);
    if (!pressed || !pressed->column) return;
    model.figure_pressed(rows[pressed->row].indicator, slices[*pressed->column - 1]);
}

void draw_figure_card(const std::string& key, const std::string& title,
                      const std::vector<FigureRow>& rows, RegisterModel& model) {
    const ui::Card card;
    ui::section(title, tr("Press a figure to see its babies, counted and not counted."));
    const std::vector<Slice> who = {Slice::Boys, Slice::Girls, Slice::All};
    const std::vector<Slice> sent = {Slice::Sent, Slice::Waiting, Slice::Troubled};
    if (!ui::is_narrow()) {
        std::vector<Slice> all = who;
        all.insert(all.end(), sent.begin(), sent.end());
        draw_figures(key, rows, all, model);
        return;
    }
    draw_figures(key, rows, who, model);
    ui::gap(14);
    ui::text(ui::Type::Strong, ui::palette().text, tr("Has the health centre received them?"));
    draw_figures(key + " sent", rows, sent, model);
}

// ---- the page

void draw_form(RegisterModel& model) {
    std::vector<ui::Option> forms;
    for (const Form form : model.forms()) forms.push_back({form_code(form), form_name(form)});
    const auto pressed = ui::combo(word("Form"), forms, form_code(model.form()));
    for (const Form each : model.forms()) {
        if (pressed && form_code(each) == *pressed) model.form_chosen(each);
    }
}

void draw_period(RegisterModel& model) {
    std::vector<ui::Option> periods;
    for (const sheets::Period& period : model.periods()) {
        periods.push_back({to_text(period), period_name(period)});
    }
    const auto pressed = ui::combo(word("Month"), periods, to_text(model.period()));
    if (pressed) model.period_chosen(*pressed);
}

void draw_paper_buttons(RegisterModel& model, ui::Row& row, float down) {
    const words::Label print = word("Print"), keep = word("Keep as a file");
    ui::ButtonStyle style{.icon = ui::icon::kPrint, .enabled = model.can_print()};
    row.cell(ui::button_width(print, style));
    ui::push_down(down);
    if (ui::button(print, style)) model.print_clicked();
    style.icon = ui::icon::kSave;
    row.cell(ui::button_width(keep, style));
    ui::push_down(down);
    if (ui::button(keep, style)) model.keep_clicked();
}

float paper_buttons_width() {
    return ui::button_width(word("Print"), {.icon = ui::icon::kPrint}) +
           ui::button_width(word("Keep as a file"), {.icon = ui::icon::kSave});
}

// Form, month and what to do with it: in one line, where there is room.
void draw_choosing(RegisterModel& model) {
    if (model.units().size() > 1) {
        std::vector<ui::Chip> units;
        for (const Unit& unit : model.units()) units.push_back({unit.code, unit.name});
        if (const auto unit = ui::chips("unit", units, model.unit())) model.unit_chosen(*unit);
    }
    const bool has_paper = model.form() != Form::Family;
    const bool is_one_line = has_paper && !ui::is_narrow();
    const float gap = ui::px(14);
    const float room = ui::available() - gap - (is_one_line ? paper_buttons_width() + 2 * gap : 0);
    const float period = std::min(ui::px(250), room * 0.42F);
    {
        ui::Row row(14);
        row.cell(room - period);
        draw_form(model);
        row.cell(period);
        draw_period(model);
        if (is_one_line) draw_paper_buttons(model, row, ui::px(19));
    }
    if (!has_paper || is_one_line) return;
    ui::Row row(14);
    draw_paper_buttons(model, row, 0);
}

void draw_families(const RegisterMonth& month, RegisterModel& model) {
    const ui::Card card;
    ui::section(form_name(Form::Family),
                tr("Press a family to print its sheets, as far as they are recorded."));
    if (month.families.empty()) ui::muted(tr("No family is registered here."), ui::available());
    ui::rows_in_sight(month.families.size(), ui::px(ui::kListRow), [&](std::size_t row) {
        const RegisterFamily& family = month.families[row];
        ui::RowStyle style;
        style.icon = ui::icon::kPrint;
        style.title = family.head;
        if (ui::list_row("family " + family.id, style)) model.family_pressed(family.id);
    });
}

void draw_sheets(RegisterModel& model, std::size_t from) {
    const auto& all = model.sheets();
    for (std::size_t i = from; i < all.size(); ++i) {
        draw_sheet(form_code(model.form()) + " " + std::to_string(i), all[i], model);
    }
}

void draw_month(RegisterModel& model, Ways& ways) {
    ui::gap(2);
    switch (model.form()) {
        case Form::Marks: {
            // The register itself, then its recap of February and August.
            const bool is_month = model.period().kind == sheets::Period::Kind::OneMonth;
            if (is_month) draw_marks(*model.found(), ways);
            return draw_sheets(model, is_month ? 1 : 0);
        }
        case Form::F1:
            draw_figure_card("f1", tr("Form F1, section O"), model.f1(), model);
            return draw_sheets(model, 0);
        case Form::Sigizi:
            return draw_figure_card("sigizi", tr("SIGIZI, monthly nutrition"), model.sigizi(),
                                    model);
        case Form::Family:
            return draw_families(*model.found(), model);
        case Form::Ilp:
        case Form::Weekly:
        case Form::Contacts:
        case Form::Cohort:
        case Form::Measurements:
            return draw_sheets(model, 0);
    }
}

void draw_working(const RegisterProgress& progress) {
    const ui::Card card;
    ui::text(ui::Type::Body, ui::palette().muted, tr("Counting the babies of this month …"));
    const float part = progress.total > 0
                           ? static_cast<float>(progress.done) / static_cast<float>(progress.total)
                           : 0;
    ui::progress("counting", part, ui::available());
}

}  // namespace

void RegisterPage::draw(Ways& ways) {
    std::string unit;
    for (const Unit& each : model_.units()) {
        if (each.code == model_.unit()) unit = each.name;
    }
    draw_page_head(ways, {unit, tr("Register of the month")});
    {
        const PageBody body("register", false);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
        if (model_.opened()) {
            draw_behind(model_, ways);
        } else {
            draw_choosing(model_);
            if (model_.found() != nullptr) draw_remarks(model_, *model_.found(), ways);
            if (model_.found() != nullptr) draw_month(model_, ways);
            if (model_.found() == nullptr) draw_working(model_.progress());
        }
        ImGui::PopStyleVar();
    }
    draw_printout(model_.printout(), ways);
}

}  // namespace screens
