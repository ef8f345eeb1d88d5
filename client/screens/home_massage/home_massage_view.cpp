// The page: whose massages, one or many, what is written down, and what is known already.
#include "client/screens/frame/page_frame.h"
#include "client/screens/home_massage/home_massage_page.h"
#include "client/screens/home_massage/home_questions_view.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"
#include "client/ui/redraw.h"
#include "client/ui/status.h"
#include "client/ui/widgets/chips.h"
#include "client/ui/widgets/dialog.h"
#include "client/ui/widgets/table.h"

#include <imgui.h>

namespace screens {

using words::tr;
using words::word;

namespace {

void draw_mothers(HomeMassageModel& model, Then& then) {
    const auto mothers = model.mothers();
    if (mothers.size() < 2) return;
    std::vector<ui::Chip> chips;
    for (const Person& each : mothers) chips.push_back({each.id, each.name});
    const auto pressed = ui::chips("mother", chips, model.mother());
    if (pressed) then = [&model, id = *pressed] { model.choose_mother(id); };
}

void draw_modes(HomeMassageModel& model, Then& then) {
    const std::vector<ui::Chip> modes = {{"one", tr("One session")},
                                         {"several", tr("Several at once")}};
    const auto pressed = ui::tabs("mode", modes, model.is_several() ? "several" : "one");
    if (pressed) {
        then = [&model, several = *pressed == "several"] { model.choose_several(several); };
    }
    ui::gap(2);
}

void draw_just_saved(HomeMassageModel& model) {
    const SessionLot* lot = model.just_saved();
    if (lot == nullptr) return;
    const ui::Card card(0, ui::Tone::Ok, true);
    const words::Label undo = word("Take it back");
    const ui::ButtonStyle style{.icon = ui::icon::kUndo};
    ui::Row row(12);
    row.cell(ui::available() - ui::button_width(undo, style) - ui::px(12));
    ui::push_down(ui::px(10));
    const std::string said = tr("Saved on this laptop: {0}", {lot->title});
    ui::text(ui::Type::Strong, ui::palette().text, std::string(ui::icon::kCheck) + "  " + said,
             ui::available());
    ui::probe::note("status", "saved", said);
    row.cell(ui::button_width(undo, style));
    if (ui::button(undo, style)) model.withdraw_clicked(*lot);
}

ui::Cell week_cell(const SessionWeek& week, std::size_t column) {
    if (column == 0) return {.text = week_words(week.monday)};
    const int count = column == 1 ? week.observed : week.reported;
    return {.text = count == 0 ? std::string("–") : std::to_string(count)};
}

void draw_weeks(const HomeMassageModel& model) {
    const ui::Card card;
    ui::section(tr("Written down so far"), tr("Sessions by the week."));
    if (model.weeks().empty()) {
        ui::muted(tr("Nothing yet."), ui::available());
        return;
    }
    const auto& weeks = model.weeks();
    (void)ui::table("weeks",
                    {{.title = tr("Week")},
                     {.title = tr("seen"), .width = 64, .is_number = true},
                     {.title = tr("told"), .width = 92, .is_number = true}},
                    weeks.size(), [&](std::size_t row, std::size_t column) {
                        return week_cell(weeks[row], column);
                    });
}

void draw_lots(HomeMassageModel& model, Then& then) {
    if (model.lots().empty()) return;
    const ui::Card card;
    ui::section(tr("Written down together"), tr("Written twice by mistake? Take it back."));
    for (const SessionLot& lot : model.lots()) {
        ui::text(ui::Type::Strong, ui::palette().text, lot.title, ui::available());
        ui::muted(lot.detail, ui::available());
        const words::Label back{"withdraw " + lot.records.front(), tr("Take them back")};
        if (ui::button(back, {.icon = ui::icon::kUndo})) {
            then = [&model, lot] { model.withdraw_clicked(lot); };
        }
        ui::gap(4);
    }
}

void draw_questions(HomeMassageModel& model, Then& then) {
    if (!model.is_several() && !model.log().has_birth()) {
        ui::banner("no birth", ui::Tone::Warn, tr("No birth of this mother is written down yet."),
                   tr("Write the birth down first, then the massages after it."));
    }
    model.is_several() ? draw_session_tally(model, then) : draw_session_log(model, then);
}

void draw_columns(HomeMassageModel& model, Then& then) {
    const float whole = ui::available();
    const bool two = has_side_column();
    const float side = ui::px(kSideColumn);
    ui::Row row(ui::kGap);
    row.cell(two ? whole - side - ui::px(ui::kGap) : whole);
    draw_questions(model, then);
    if (two) row.cell(side);
    draw_weeks(model);
    draw_lots(model, then);
}

enum class Press { Nothing, Save, Refer, Back };

Press draw_foot(HomeMassageModel& model) {
    PageFoot foot;
    Press press = Press::Nothing;
    const bool is_grave = model.is_grave();
    const words::Label refer = word("Save and refer now");
    words::Label save = is_grave ? word("Save without a referral") : word("Save");
    const int sessions = model.is_several() ? model.tally().total() : 0;
    if (sessions > 1 && !is_grave) {
        save.text = tr("Save {0} sessions", {std::to_string(sessions)});
    }
    const ui::ButtonStyle danger{.emphasis = ui::Emphasis::Danger, .icon = ui::icon::kAmbulance};
    const ui::ButtonStyle primary{.emphasis = ui::Emphasis::Primary,
                                  .icon = ui::icon::kCheck,
                                  .width = 0,
                                  .enabled = true,
                                  .keys = "Ctrl+Enter"};
    const ui::ButtonStyle quiet{.emphasis = ui::Emphasis::Quiet};
    const bool by_keys = ui::keyboard::ctrl_enter();
    if (is_grave) {
        foot.place_right(ui::button_width(refer, danger));
        if (ui::button(refer, danger) || by_keys) press = Press::Refer;
    }
    foot.place_right(ui::button_width(save, is_grave ? quiet : primary));
    if (ui::button(save, is_grave ? quiet : primary) || (by_keys && !is_grave)) {
        press = Press::Save;
    }
    const words::Label back = word("Back");
    const ui::ButtonStyle go_back{.icon = ui::icon::kBack};
    foot.place_right(ui::button_width(back, go_back));
    if (ui::button(back, go_back)) press = Press::Back;
    return press;
}

void draw_withdrawing(HomeMassageModel& model) {
    const SessionLot* lot = model.to_withdraw();
    if (lot == nullptr) return;
    const auto pressed = ui::dialog(
        "withdraw sessions",
        {.title = tr("Take these sessions back?"),
         .text = lot->title + "\n" +
                 tr("They stay in the history as withdrawn and no longer count anywhere."),
         .icon = ui::icon::kUndo,
         .tone = ui::Tone::Warn,
         .primary = word("Yes, take them back"),
         .primary_emphasis = ui::Emphasis::Danger,
         .secondary = word("No, keep")});
    if (pressed == ui::DialogPress::Primary) model.withdraw_confirmed();
    if (pressed == ui::DialogPress::Secondary) model.withdraw_cancelled();
}

void draw_body(HomeMassageModel& model, DangerWatch& danger, Ways& ways) {
    const PageBody body("home massage", model.is_found());
    if (model.take_to_top()) ImGui::SetScrollY(0);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
    if (!model.is_found()) {
        ui::empty_state("gone", ui::icon::kHome, tr("This family is not on this laptop"),
                        tr("Perhaps it moved to another posyandu."));
        if (ui::button(word("Back"), {.icon = ui::icon::kBack})) ways.back();
        ImGui::PopStyleVar();
        return;
    }
    Then then;
    danger.follow(nullptr, model.family().family().id, model.mother());
    draw_danger_band(danger, ways);
    if (!model.trouble().empty()) {
        ui::banner("trouble", ui::Tone::Bad, model.trouble().text(), "");
    }
    draw_just_saved(model);
    draw_mothers(model, then);
    draw_modes(model, then);
    draw_columns(model, then);
    (void)model.take_to_missing();
    ImGui::PopStyleVar();
    if (!then) return;
    then();
    model.changed();
}

}  // namespace

void HomeMassagePage::draw(Ways& ways) {
    if (model_.tick()) ui::redraw_in(0.2);
    draw_page_head(ways, {model_.mother_name(), tr("Massage at home")});
    draw_body(model_, danger_, ways);
    Press press = Press::Nothing;
    if (model_.is_found()) press = draw_foot(model_);
    draw_withdrawing(model_);
    draw_danger(danger_, ways);
    if (press == Press::Save || press == Press::Refer) model_.save_clicked(press == Press::Refer);
    if (press == Press::Back) {
        model_.keep_draft_now();
        ways.back();
    }
    const std::string note = model_.take_note();
    if (!note.empty()) ways.say(note);
    if (const auto referral = model_.take_referral()) ways.open_form(*referral);
}

}  // namespace screens
