#include "client/screens/frame/page_frame.h"
#include "client/screens/outreach/outreach_page.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/status.h"
#include "client/ui/widgets/table.h"

#include <imgui.h>

#include <optional>

namespace screens {

using words::tr;
using words::word;

namespace {

using Pressed = std::optional<FormStart>;

ui::RowStyle row_style(const OutreachModel::Row& row) {
    ui::RowStyle style;
    style.icon = ui::icon::kBullhorn;
    style.title = row.title;
    style.detail = row.detail;
    style.note = row.is_sent ? row.when : row.when + "  ·  " + tr("not sent yet");
    if (row.taught_massage) {
        style.pill_text = tr("massage shown");
        style.pill_icon = ui::icon::kHand;
        style.pill_tone = ui::Tone::Ok;
    }
    return style;
}

void draw_gatherings(const OutreachModel& model, Pressed& pressed) {
    const ui::Card card;
    std::vector<ui::RowGroup> months;
    for (const OutreachModel::Month& month : model.months()) {
        months.push_back({month.name,
                          tr("{0} times, {1} people",
                             {std::to_string(month.count), std::to_string(month.present)}),
                          month.count});
    }
    ui::grouped_rows(months, ui::px(ui::kListRow), [&](std::size_t i) {
        const OutreachModel::Row& row = model.rows()[i];
        if (ui::list_row("outreach " + row.id, row_style(row))) {
            pressed = OutreachModel::gathering(row.id);
        }
    });
}

void draw_nothing() {
    const ui::Card card;
    ui::empty_state("no outreach", ui::icon::kBullhorn, tr("Nothing written down yet"),
                    tr("Mothers' classes, health talks and posyandu days stand here by month."));
}

void draw_counted(const OutreachModel& model, Pressed& pressed) {
    const ui::Card card;
    ui::section(tr("Counted without a name"),
                tr("For mothers who do not want to be written down: numbers only."));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (const OutreachModel::Counted& counted : model.counted()) {
        ui::RowStyle style;
        style.icon = ui::icon::kList;
        style.title = counted.title;
        style.detail = counted.detail;
        if (!counted.is_sent) style.note = tr("not sent yet");
        if (ui::list_row("tally " + counted.id, style)) {
            pressed = OutreachModel::tally(counted.id);
        }
    }
    ImGui::PopStyleVar();
    const ui::ButtonStyle style{.icon = ui::icon::kPlus};
    if (ui::button(word("Count mothers without a name"), style)) pressed = model.new_tally();
}

void draw_top(const OutreachModel& model, Pressed& pressed) {
    const words::Label add = word("Write down a class or talk");
    const ui::ButtonStyle style{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kPlus};
    const float button = ui::button_width(add, style);
    ui::Row row(12);
    row.cell(ui::available() - button - ui::px(12));
    ui::gap(1);
    row.cell(button);
    if (ui::button(add, style)) pressed = model.new_gathering();
}

}  // namespace

void OutreachPage::draw(Ways& ways) {
    draw_page_head(ways, {tr("Classes, talks and posyandu days"), tr("Outreach")});
    Pressed pressed;
    {
        const PageBody body("outreach", false);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
        draw_top(model_, pressed);
        if (model_.rows().empty()) {
            draw_nothing();
        } else {
            draw_gatherings(model_, pressed);
        }
        draw_counted(model_, pressed);
        ImGui::PopStyleVar();
    }
    if (pressed) ways.open_form(*pressed);
}

}  // namespace screens
