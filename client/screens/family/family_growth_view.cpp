// A baby's weight on the lines of the standard, what the last weighing says, and the table below.
#include "client/screens/family/family_tabs_view.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"
#include "client/ui/widgets/chart.h"
#include "client/ui/widgets/table.h"

#include <algorithm>
#include <cmath>

namespace screens {

using words::tr;

namespace {

ui::Tone tone_of(int z) {
    const int distance = std::abs(z);
    if (distance >= 3) return ui::Tone::Bad;
    return distance == 2 ? ui::Tone::Warn : ui::Tone::Ok;
}

void add_curves(const InfantGrowth& growth, ui::Chart& chart) {
    for (const GrowthCurve& each : growth.curves) {
        ui::Curve curve;
        curve.label = (each.z > 0 ? "+" : "") + std::to_string(each.z) + " SD";
        curve.tone = tone_of(each.z);
        curve.strong = each.z == 0;
        for (std::size_t i = 0; i < each.kg.size(); ++i) {
            curve.spots.push_back(
                {static_cast<float>(growth.curve_months[i]), static_cast<float>(each.kg[i])});
        }
        chart.curves.push_back(std::move(curve));
    }
    if (chart.curves.size() == 7) chart.bands.push_back({1, 5, ui::Tone::Ok});
}

// Oldest first, as a line is drawn; what cannot be true is left to the table.
void add_points(const InfantGrowth& growth, ui::Chart& chart) {
    for (std::size_t i = growth.rows.size(); i-- > 0;) {
        const WeightRow& row = growth.rows[i];
        if (row.is_doubtful || row.months > growth.months_shown) continue;
        chart.points.push_back({row.record.empty() ? "birth" : row.record,
                                {static_cast<float>(row.months), static_cast<float>(row.kg)},
                                row.weight + "  ·  " + row.day,
                                row.is_low_gain ? ui::Tone::Warn : ui::Tone::Info});
    }
}

ui::Chart chart_of(const InfantGrowth& growth) {
    ui::Chart chart;
    add_curves(growth, chart);
    add_points(growth, chart);
    double low = growth.curves.front().kg.front();
    double high = growth.curves.back().kg.back();
    for (const ui::ChartPoint& point : chart.points) {
        low = std::min(low, static_cast<double>(point.at.y));
        high = std::max(high, static_cast<double>(point.at.y));
    }
    const int from = std::max(0, static_cast<int>(std::floor(low)));
    const int to = static_cast<int>(std::ceil(high)) + 1;
    const int months = growth.months_shown;
    chart.low = {0, static_cast<float>(from)};
    chart.high = {static_cast<float>(months), static_cast<float>(to)};
    chart.x_ticks = ui::whole_ticks(0, months, months > 12 ? 2 : 1);
    chart.y_ticks = ui::whole_ticks(from, to, to - from > 10 ? 2 : 1);
    chart.x_title = tr("age (months)");
    chart.y_title = tr("weight (kg)");
    chart.height = 380;
    return chart;
}

void draw_headline(const InfantGrowth& growth) {
    ui::section(growth.name, growth.born);
    for (std::size_t i = 0; i < growth.headline.size(); ++i) {
        ui::text(i == 0 ? ui::Type::Strong : ui::Type::Body, ui::palette().text, growth.headline[i],
                 ui::available());
    }
    if (growth.asks_midwife) {
        ui::banner("ask " + growth.id, ui::Tone::Warn, tr("Show this to the midwife."), {});
    }
    if (!growth.caveat.empty()) {
        ui::banner("caveat " + growth.id, ui::Tone::Info, growth.caveat, {});
    }
}

ui::Cell cell_of(const WeightRow& row, std::size_t column) {
    switch (column) {
        case 0:
            return {.text = row.day};
        case 1:
            return {.text = row.age};
        case 2:
            return {.text = row.weight, .strong = true};
        case 3:
            return {.text = row.change};
        case 4:
            break;
        default:
            return {.text = row.score};
    }
    ui::Cell cell{.text = row.letter};
    if (row.is_doubtful || row.is_low_gain) cell.tone = ui::Tone::Warn;
    if (row.is_doubtful) cell.icon = ui::icon::kWarning;
    return cell;
}

void draw_table(FamilyPageModel& model, const InfantGrowth& growth) {
    if (growth.rows.empty()) return;
    const std::vector<ui::Column> columns = {{.title = tr("Day"), .width = 120},
                                             {.title = tr("Age"), .width = 90},
                                             {.title = tr("Weight"), .width = 96},
                                             {.title = tr("Change"), .only_if_wide = true},
                                             {.title = tr("Gained?")},
                                             {.title = "SD", .width = 70, .is_number = true}};
    ui::TableStyle style;
    style.rows_open = true;
    style.name = [&](std::size_t row) { return "weight " + growth.rows[row].record; };
    const auto press = ui::table(
        "weights " + growth.id, columns, growth.rows.size(),
        [&](std::size_t row, std::size_t column) { return cell_of(growth.rows[row], column); },
        style);
    if (press && !growth.rows[press->row].record.empty()) {
        model.record_pressed(growth.rows[press->row].record);
    }
}

void draw_infant(FamilyPageModel& model, const InfantGrowth& growth) {
    const ui::Card card;
    draw_headline(growth);
    if (!growth.curves.empty()) {
        const auto pressed = ui::line_chart("growth " + growth.id, chart_of(growth),
                                            model.weight_selected(growth.id));
        if (pressed) model.weight_pressed(growth.id, *pressed);
        ui::muted(tr("The lines are the growth standard of the WHO for a child of that age: in the "
                     "green area the weight is as it should be."),
                  ui::available());
    }
    draw_table(model, growth);
}

}  // namespace

void draw_growth(FamilyPageModel& model) {
    for (const InfantGrowth& each : model.parts().growth) draw_infant(model, each);
}

}  // namespace screens
