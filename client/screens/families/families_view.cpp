#include "client/screens/families/families_page.h"
#include "client/screens/frame/page_frame.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/fields.h"
#include "client/ui/icons.h"
#include "client/ui/status.h"
#include "client/ui/widgets/chips.h"
#include "client/ui/widgets/table.h"
#include "client/ui/words/dates.h"

#include <imgui.h>

#include <algorithm>

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
    const auto draw = [&](std::size_t i) {
        const FamilyRow& row = model.rows()[i];
        if (ui::list_row("family " + row.id, row_style(model, row))) ways.open_family(row.id);
    };
    const float height = ui::px(ui::kListRow);
    if (model.groups().empty()) return ui::rows_in_sight(model.rows().size(), height, draw);
    std::vector<ui::RowGroup> groups;
    for (const FamiliesModel::Group& group : model.groups()) {
        groups.push_back(
            {group.title, tr("{0} families", {std::to_string(group.count)}), group.count});
    }
    ui::grouped_rows(groups, height, draw);
}

void draw_search(FamiliesModel& model, Ways& ways, ui::keyboard::TypedAhead& typed) {
    const words::Label add = word("New family");
    const ui::ButtonStyle style{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kPlus};
    const float button = ui::button_width(add, style);
    bool pressed = false;
    bool is_entered = false;
    {
        ui::Row row(12);
        row.cell(ui::available() - button - ui::px(12));
        ui::FieldStyle field;
        field.hint = tr("Search: name, RT, phone …");
        field.typed_ahead = &typed;
        if (ui::search_field(word("Search"), model.query, field)) model.query_typed();
        is_entered = ui::enter_was_pressed();
        row.cell(button);
        pressed = ui::button(add, style);
    }
    const FamilyRow* first = model.first_found();
    if (is_entered && first != nullptr) ways.open_family(first->id);
    if (pressed) ways.open_registering({});
}

std::string name_of(Filter filter) {
    switch (filter) {
        case Filter::All:
            return tr("All");
        case Filter::Postpartum:
            return tr("After birth");
        case Filter::UnderSixMonths:
            return tr("0-5 months");
        case Filter::NotVisitedThisMonth:
            return tr("Not visited this month");
    }
    return {};
}

void draw_filters(FamiliesModel& model) {
    if (!model.units().empty()) {
        std::vector<ui::Chip> units;
        for (const Unit& unit : model.units()) units.push_back({unit.code, unit.name});
        if (const auto unit = ui::chips("unit", units, model.unit())) model.unit_chosen(*unit);
    }
    std::vector<ui::Chip> filters;
    for (std::size_t i = 0; i < kFilters.size(); ++i) {
        filters.push_back({std::to_string(i), name_of(kFilters[i]), model.count(kFilters[i])});
    }
    const auto chosen = std::find(kFilters.begin(), kFilters.end(), model.filter());
    const auto at = std::to_string(std::distance(kFilters.begin(), chosen));
    const auto pressed = ui::chips("filter", filters, at);
    if (pressed) model.filter_chosen(kFilters[static_cast<std::size_t>(std::stoi(*pressed))]);
    ui::gap(4);
}

void draw_nobody(const FamiliesModel& model) {
    const ui::Card card;
    if (model.has_any()) {
        ui::empty_state("nothing found", ui::icon::kSearch, tr("Nobody found"),
                        tr("Try fewer letters, another name of the family, or All."));
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
    draw_search(model_, ways, typed_);
    if (model_.has_any()) draw_filters(model_);
    if (!model_.rows().empty()) {
        draw_rows(model_, ways);
    } else {
        draw_nobody(model_);
    }
    ImGui::PopStyleVar();
}

}  // namespace screens
