// The page of a family: its head, its parts, and the one that is open.
#include "client/screens/danger/answers.h"
#include "client/screens/family/family_page.h"
#include "client/screens/family/family_tabs_view.h"
#include "client/screens/frame/page_frame.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/status.h"
#include "client/ui/widgets/chips.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <optional>

namespace screens {

using words::tr;
using words::word;

namespace {

struct TabName {
    FamilyTab tab;
    const char* key;
    const char* text;
};
constexpr std::array<TabName, 6> kTabs = {
    {{FamilyTab::Summary, "summary", words::later("Overview")},
     {FamilyTab::History, "history", words::later("What was recorded")},
     {FamilyTab::Growth, "growth", words::later("Growth")},
     {FamilyTab::Feeding, "feeding", words::later("Breast milk")},
     {FamilyTab::Massage, "massage", words::later("Massage")},
     {FamilyTab::Referrals, "referrals", words::later("Referrals")}}};

void draw_tab_bar(FamilyPageModel& model) {
    std::vector<ui::Chip> chips;
    std::string open;
    const auto shown = model.tabs();
    for (const TabName& each : kTabs) {
        if (std::find(shown.begin(), shown.end(), each.tab) == shown.end()) continue;
        ui::Chip chip{each.key, tr(each.text)};
        const int waiting = each.tab == FamilyTab::Referrals ? model.open_referrals() : 0;
        if (waiting > 0) chip.count = waiting;
        chips.push_back(std::move(chip));
        if (each.tab == model.tab()) open = each.key;
    }
    const auto pressed = ui::tabs("family part", chips, open);
    for (const TabName& each : kTabs) {
        if (pressed == each.key) model.open_tab(each.tab);
    }
    ui::gap(4);
}

void draw_open_tab(FamilyPageModel& model, Pressed& pressed, Ways& ways) {
    switch (model.tab()) {
        case FamilyTab::Summary:
            return draw_summary(model, pressed);
        case FamilyTab::History:
            return draw_history(model);
        case FamilyTab::Growth:
            return draw_growth(model);
        case FamilyTab::Feeding:
            return draw_feeding(model, pressed);
        case FamilyTab::Massage:
            return draw_massage(model, pressed, ways);
        case FamilyTab::Referrals:
            return draw_referrals(model, pressed, ways);
    }
}

bool draw_nobody() {
    return ui::button(word("Nobody is at home"),
                      {.emphasis = ui::Emphasis::Quiet, .icon = ui::icon::kHome});
}

// The way back at the left, the visit at the right: the whole one, or what the register needs.
// Where there is no room for it in the same line, the empty house stands below.
void draw_top(const FamilyModel& model, EmptyHouse& empty_house, Ways& ways) {
    const words::Label back = word("Back to all families");
    const words::Label brief = word("Only for the register");
    const words::Label visit =
        model.visit_today() == nullptr ? word("Record a visit") : word("Go on with the visit");
    const ui::ButtonStyle quiet{.icon = ui::icon::kBack};
    const ui::ButtonStyle primary{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kPlus};
    const float whole = ui::available();
    const float right = ui::button_width(brief) + ui::button_width(visit, primary) + ui::px(8);
    const float away = ui::button_width(word("Nobody is at home"),
                                        {.emphasis = ui::Emphasis::Quiet, .icon = ui::icon::kHome});
    const bool may_be_away = model.is_found() && model.visit_today() == nullptr;
    const float left = ui::button_width(back, quiet) + ui::px(8);
    const bool one_line = may_be_away && left + away + ui::px(8) + right <= whole;
    const float beside = one_line ? away + ui::px(8) : 0;
    bool is_back = false, is_away = false;
    std::optional<VisitKind> begun;
    {
        ui::Row row(8);
        row.cell(whole - right - beside - ui::px(8));
        is_back = ui::button(back, quiet);
        if (one_line) {
            row.cell(away);
            is_away = draw_nobody();
        }
        if (model.is_found()) {
            row.cell(ui::button_width(brief));
            if (ui::button(brief)) begun = VisitKind::Register;
            row.cell(ui::button_width(visit, primary));
            if (ui::button(visit, primary)) begun = VisitKind::Full;
        }
    }
    if (may_be_away && !one_line) is_away = draw_nobody();
    if (is_away) empty_house.clicked(model.family().id);
    ui::gap(6);
    if (is_back) ways.back();
    if (begun) ways.open_visit(model.family().id, *begun);
}

std::string living_mother(const FamilyModel& model) {
    for (const Person& person : model.family().persons) {
        if (person.is_mother && !person.is_dead) return person.id;
    }
    return {};
}

// What there is of the mother besides the parts of this page. Where a baby was lost nothing reminds
// of the massage; one that was given is written down from the mother's own page.
void draw_of_mother(const FamilyPageModel& page, Ways& ways) {
    const FamilyModel& model = page.family();
    const std::string mother = living_mother(model);
    if (mother.empty()) return;
    const words::Label course = word("How the mother is doing");
    const words::Label home = word("Massage at home");
    const ui::ButtonStyle chart{.icon = ui::icon::kHeart};
    const ui::ButtonStyle hand{.icon = ui::icon::kHand};
    ui::Row row(8);
    row.cell(ui::button_width(course, chart));
    if (ui::button(course, chart)) ways.open_course({model.family().id, mother});
    if (!page.parts().may_teach) return;
    row.cell(ui::button_width(home, hand));
    if (!ui::button(home, hand)) return;
    HomeMassageStart start;
    start.family = model.family().id;
    ways.open_home_massage(start);
}

void draw_found(FamilyPageModel& model, Pressed& pressed, Ways& ways) {
    if (!model.parts().note.empty()) {
        ui::banner("household note", ui::Tone::Warn, model.parts().note, {});
    }
    draw_tab_bar(model);
    if (model.tab() == FamilyTab::Summary) draw_of_mother(model, ways);
    draw_open_tab(model, pressed, ways);
}

}  // namespace

void FamilyPage::draw(Ways& ways) {
    draw_page_head(ways, {model().place(), tr("Family of {0}", {model().name()})});
    Pressed pressed;
    {
        const PageBody body("family", false);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
        draw_top(model(), empty_house_, ways);
        if (model().is_found()) {
            danger_.follow(nullptr, model().family().id);
            draw_danger_band(danger_, ways);
            draw_answer_news(ways, model().family().id);
            draw_found(model_, pressed, ways);
        } else {
            ui::empty_state("gone", ui::icon::kHome, tr("This family is not on this laptop"),
                            tr("Perhaps it moved to another posyandu."));
        }
        ImGui::PopStyleVar();
    }
    draw_family_dialogs(model_, pressed);
    draw_empty_house(empty_house_, ways);
    draw_danger(danger_, ways);
    if (pressed) ways.open_form(*pressed);
}

}  // namespace screens
