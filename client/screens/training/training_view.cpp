#include "client/screens/frame/page_frame.h"
#include "client/screens/training/training_page.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"
#include "client/ui/widgets/chips.h"
#include "client/ui/widgets/marks.h"
#include "client/ui/widgets/table.h"
#include "client/ui/words/dates.h"

#include <imgui.h>

#include <array>

namespace screens {

using care::TrainingState;
using words::later;
using words::tr;
using words::word;

namespace {

struct Tab {
    TrainingPart part;
    const char* key;
    const char* text;
};
constexpr std::array<Tab, 4> kTabs = {
    {{TrainingPart::Mine, "mine", later("My training")},
     {TrainingPart::Due, "due", later("Who needs training")},
     {TrainingPart::Coverage, "coverage", later("How many are trained")},
     {TrainingPart::Held, "held", later("Trainings held")}}};

ui::Tone tone_of(TrainingState state) {
    switch (state) {
        case TrainingState::Valid:
            return ui::Tone::Ok;
        case TrainingState::DueSoon:
        case TrainingState::NotPassed:
        case TrainingState::Expired:
            return ui::Tone::Warn;
        case TrainingState::Never:
            return ui::Tone::Info;
    }
    return ui::Tone::Info;
}

const char* icon_of(TrainingState state) {
    switch (state) {
        case TrainingState::Valid:
            return ui::icon::kCheck;
        case TrainingState::DueSoon:
            return ui::icon::kClock;
        case TrainingState::Expired:
            return ui::icon::kRefresh;
        case TrainingState::NotPassed:
            return ui::icon::kUndo;
        case TrainingState::Never:
            return ui::icon::kMinus;
    }
    return "";
}

// ---- her own

void draw_mine(const TrainingModel& model) {
    const TrainingState state = model.mine().state;
    const ui::Card card(0, tone_of(state), true);
    ui::muted(tr("Your training in the oxytocin massage"));
    ui::text(ui::Type::Title, ui::ink(tone_of(state)), model.my_state(), ui::available());
    ui::probe::note("text", "my training", std::string(care::to_code(state)));
    ui::text(ui::Type::Body, ui::palette().text, model.what_next(), ui::available());
    if (!model.mine().last_ended) return;
    ui::muted(tr("Last training: {0}", {words::long_date(*model.mine().last_ended)}),
              ui::available());
}

void draw_quiz_door(const TrainingModel& model, Ways& ways) {
    const ui::Card card;
    ui::section(tr("Learn and test yourself"),
                tr("Questions about the massage and its safety, each with its reason."));
    const bool is_begun = model.quiz().has_value();
    const words::Label label = is_begun ? word("Go on with the quiz") : word("Open the quiz");
    const ui::ButtonStyle style{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kBook};
    if (ui::button(label, style)) ways.open_draft(model.quiz_to_open());
}

// ---- others

void draw_unfinished(const TrainingModel& model, Ways& ways) {
    for (const Draft& draft : model.unfinished()) {
        const ui::Card card(0, ui::Tone::Warn, true);
        ui::text(
            ui::Type::Strong, ui::palette().warn,
            std::string(ui::icon::kPen) + "  " + tr("Not finished: {0}", {holding_title(draft)}),
            ui::available());
        const words::Label go_on{"Go on with training " + draft.id, tr("Go on")};
        if (ui::button(go_on, {.emphasis = ui::Emphasis::Primary})) ways.open_draft(draft);
    }
}

void draw_due(const TrainingModel& model) {
    const ui::Card card;
    if (model.due().empty()) {
        ui::empty_state("nobody due", ui::icon::kCheckCircle, tr("Nobody needs a training now"),
                        tr("Sixty days before a training ends, its name comes up here."));
        return;
    }
    std::vector<ui::RowGroup> groups;
    for (const TrainingModel::Group& group : model.groups()) {
        groups.push_back({state_name(group.state), tr("{0} people", {std::to_string(group.count)}),
                          group.count});
    }
    ui::grouped_rows(groups, ui::px(ui::kListRow), [&](std::size_t i) {
        const TrainingModel::Row& row = model.due()[i];
        ui::RowStyle style;
        style.icon = icon_of(row.standing.state);
        style.title = row.name;
        style.detail = row.detail;
        style.note = model.when(row);
        style.opens = false;
        ui::list_row("due " + row.id, style);
    });
}

std::string of_all(const care::CoverageCount& count) {
    if (count.workers == 0) return "–";
    return tr("{0} of {1}", {std::to_string(count.trained), std::to_string(count.workers)});
}

void draw_totals(const care::TrainingCoverage& coverage) {
    std::vector<ui::Tile> tiles = {
        {.figure = std::to_string(coverage.cadres.trained),
         .caption = tr("of {0} cadres trained", {std::to_string(coverage.cadres.workers)})},
        {.figure = std::to_string(coverage.midwives.trained),
         .caption = tr("of {0} midwives trained", {std::to_string(coverage.midwives.workers)})}};
    ui::number_tiles("coverage", tiles);
}

ui::Cell unit_cell(const TrainingModel::UnitRow& row, std::size_t column) {
    const care::CoverageCount& cadres = row.cadres;
    if (column == 0) return {.text = row.name};
    if (column == 1) return {.text = of_all(cadres), .strong = true};
    if (column == 2) return {.text = std::to_string(cadres.due_soon)};
    if (column == 3) return {.text = std::to_string(cadres.expired)};
    return {.text = std::to_string(cadres.not_yet)};
}

void draw_coverage(const TrainingModel& model) {
    draw_totals(model.coverage());
    const ui::Card card;
    ui::section(tr("Cadres by posyandu"),
                tr("Active cadres whose training in the massage is valid today."));
    if (!model.knows_units()) {
        ui::banner("units", ui::Tone::Info, "",
                   tr("Where your colleagues work comes with the next sending."));
    }
    const std::vector<ui::Column> columns = {
        {.title = tr("Posyandu")},
        {.title = tr("Trained"), .width = 110, .is_number = true},
        {.title = tr("Due soon"), .width = 110, .is_number = true},
        {.title = tr("No longer valid"), .width = 140, .is_number = true},
        {.title = tr("Not yet"), .width = 110, .is_number = true}};
    ui::table("units", columns, model.units().size(), [&](std::size_t row, std::size_t column) {
        return unit_cell(model.units()[row], column);
    });
}

void draw_held(const TrainingModel& model, Ways& ways) {
    if (model.held().empty()) {
        const ui::Card card;
        ui::empty_state("no trainings", ui::icon::kBook, tr("No training is written down yet"),
                        tr("Press Write down a training, also while it goes on."));
        return;
    }
    for (const TrainingModel::Held& held : model.held()) {
        const ui::Card card;
        ui::section(held.title + "  ·  " + held.detail,
                    tr("{0} people", {std::to_string(held.participants.size())}));
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
        for (const TrainingModel::Participant& each : held.participants) {
            ui::RowStyle style;
            style.icon = ui::icon::kUser;
            style.title = each.name;
            style.detail = each.detail;
            if (!each.is_sent) style.note = tr("not sent yet");
            if (!ui::list_row("training " + each.record, style)) continue;
            FormStart start;
            start.type = care::kCadreTraining;
            start.record = each.record;
            ways.open_form(start);
        }
        ImGui::PopStyleVar();
    }
}

void draw_tabs(TrainingModel& model) {
    std::vector<ui::Chip> chips;
    std::string open;
    for (const Tab& tab : kTabs) {
        if (tab.part == TrainingPart::Mine && !model.is_taught()) continue;
        chips.push_back({tab.key, tr(tab.text)});
        if (tab.part == TrainingPart::Due)
            chips.back().count = static_cast<int>(model.due().size());
        if (tab.part == model.at()) open = tab.key;
    }
    const auto pressed = ui::tabs("trainings", chips, open);
    for (const Tab& tab : kTabs) {
        if (pressed && *pressed == tab.key) model.open(tab.part);
    }
}

void draw_part(const TrainingModel& model, Ways& ways) {
    switch (model.at()) {
        case TrainingPart::Mine:
            draw_mine(model);
            return draw_quiz_door(model, ways);
        case TrainingPart::Due:
            return draw_due(model);
        case TrainingPart::Coverage:
            return draw_coverage(model);
        case TrainingPart::Held:
            return draw_held(model, ways);
    }
}

void draw_foot(const TrainingModel& model, Ways& ways) {
    PageFoot foot;
    const words::Label hold = word("Write down a training");
    const ui::ButtonStyle primary{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kPlus};
    if (model.holds_trainings()) {
        foot.place_right(ui::button_width(hold, primary));
        if (ui::button(hold, primary)) ways.open_draft(model.new_training());
    }
    const words::Label back = word("Back");
    const ui::ButtonStyle style{.icon = ui::icon::kBack};
    foot.place_right(ui::button_width(back, style));
    if (ui::button(back, style)) ways.back();
}

}  // namespace

void TrainingPage::open_part(int part) {
    if (model_.holds_trainings() && part > 0 && part < static_cast<int>(kTabs.size())) {
        model_.open(static_cast<TrainingPart>(part));
    }
}

void TrainingPage::draw(Ways& ways) {
    draw_page_head(ways, {tr("Oxytocin massage"), tr("Training")});
    {
        const PageBody body("training", true);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
        if (model_.holds_trainings()) {
            draw_unfinished(model_, ways);
            draw_tabs(model_);
        }
        draw_part(model_, ways);
        ImGui::PopStyleVar();
    }
    draw_foot(model_, ways);
}

}  // namespace screens
