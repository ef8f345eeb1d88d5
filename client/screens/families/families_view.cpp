#include "client/screens/families/families_page.h"
#include "client/screens/frame/page_frame.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/fields.h"
#include "client/ui/icons.h"
#include "client/ui/status.h"
#include "client/ui/words/dates.h"

#include <imgui.h>

namespace screens {

using words::tr;
using words::word;

namespace {

ui::RowStyle row_style(const FamiliesModel& model, const FamilyRow& row) {
    ui::RowStyle style;
    style.icon = ui::icon::kHome;
    style.title = model.title_of(row);
    style.detail = model.detail_of(row);
    style.note = model.last_visit_of(row);
    if (row.overdue > 0) {
        style.pill_text = tr("{0} late", {std::to_string(row.overdue)});
        style.pill_icon = ui::icon::kWarning;
        style.pill_tone = ui::Tone::Bad;
    } else if (row.due > 0) {
        style.pill_text = tr("{0} to do", {std::to_string(row.due)});
        style.pill_icon = ui::icon::kClock;
        style.pill_tone = ui::Tone::Warn;
    }
    return style;
}

// Only the rows in sight are drawn: ten thousand families cost what twenty do.
void draw_rows(const FamiliesModel& model, Ways& ways) {
    const ui::Card card;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(model.rows().size()), ui::px(ui::kListRow));
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const FamilyRow& row = model.rows()[static_cast<std::size_t>(i)];
            if (ui::list_row("family " + row.id, row_style(model, row))) {
                ways.open_family(row.id);
            }
        }
    }
    ImGui::PopStyleVar();
}

void draw_search(FamiliesModel& model, Ways& ways) {
    const words::Label add = word("New family");
    const ui::ButtonStyle style{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kPlus};
    const float button = ui::button_width(add, style);
    bool pressed = false;
    {
        ui::Row row(12);
        row.cell(ui::available() - button - ui::px(12));
        ui::FieldStyle field;
        field.hint = tr("Search: name, RT, phone …");
        if (ui::search_field(word("Search"), model.query, field)) model.query_typed();
        row.cell(button);
        pressed = ui::button(add, style);
    }
    ui::gap(10);
    if (!pressed) return;
    FormStart start;
    start.type = "household";
    ways.open_form(start);
}

void draw_nobody(const FamiliesModel& model) {
    const ui::Card card;
    if (model.has_any()) {
        ui::empty_state("nothing found", ui::icon::kSearch, tr("Nobody found"),
                        tr("Try fewer letters, or another name of the family."));
    } else {
        ui::empty_state("no family", ui::icon::kFamilies, tr("No family yet"),
                        tr("Press New family to write down the first one."));
    }
}

}  // namespace

void FamiliesPage::draw(Ways& ways) {
    draw_page_head(ways, {words::long_date(ways.ports().today()), tr("Families")});
    const PageBody body("families", false);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
    draw_kept_drafts(model_.kept(), ways);
    draw_search(model_, ways);
    if (!model_.rows().empty()) {
        draw_rows(model_, ways);
    } else {
        draw_nobody(model_);
    }
    ImGui::PopStyleVar();
}

}  // namespace screens
