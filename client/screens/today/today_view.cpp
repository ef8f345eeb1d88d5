#include "client/screens/danger/answers.h"
#include "client/screens/frame/page_frame.h"
#include "client/screens/today/putting_off_view.h"
#include "client/screens/today/route.h"
#include "client/screens/today/today_page.h"
#include "client/screens/today/today_rows.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/status.h"
#include "client/ui/widgets/chips.h"
#include "client/ui/widgets/marks.h"
#include "client/ui/words/dates.h"

#include <imgui.h>

#include <array>

namespace screens {

using words::tr;
using words::word;

namespace {

void new_family(Ways& ways) {
    ways.open_registering({});
}

void draw_clock_doubt(TodayModel& model, const TodayModel::ClockDoubt& doubt) {
    const ui::Card card(0, ui::Tone::Bad, true);
    ui::text(ui::Type::Strong, ui::palette().bad,
             std::string(ui::icon::kCalendar) + "  " + doubt.question, ui::available());
    ui::text(ui::Type::Body, ui::palette().text,
             (doubt.why.empty() ? std::string() : doubt.why + " ") +
                 tr("Visits are worked out from this date. If it is wrong, set the date and time "
                    "of the laptop right."),
             ui::available());
    if (ui::button(word("The date is right"))) model.clock_confirmed();
    ui::probe::note_at("status", "clock", doubt.question, ui::last_item());
}

void draw_hint_step(const char* number, bool is_done, const std::string& title,
                    const std::string& how) {
    ui::Row row(12);
    row.cell(ui::px(32));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ui::circle(at.x + ui::px(14), at.y + ui::px(14), 14,
               is_done ? ui::palette().ok : ui::palette().primary);
    ui::text_centred({at.x, at.y, at.x + ui::px(28), at.y + ui::px(28)}, ui::Type::Strong,
                     ui::palette().on_primary, is_done ? ui::icon::kCheck : number);
    ImGui::Dummy({ui::px(28), ui::px(28)});
    row.cell(ui::available() - ui::px(44));
    ui::text(ui::Type::Strong, ui::palette().text, title, ui::available());
    ui::muted(how, ui::available());
}

void draw_hint(TodayModel& model, Ways& ways, const TodayModel::Hint& hint) {
    const ui::Card card;
    ui::section(tr("New here? Three steps"));
    draw_hint_step("1", hint.has_family, tr("Register a family"),
                   tr("The house first, then the mother and the baby."));
    draw_hint_step("2", hint.has_visit, tr("Record a visit"),
                   tr("Press Start visit beside the family. Every answer is kept as you type."));
    draw_hint_step("3", hint.has_sent, tr("Send"),
                   tr("When there is a connection. Until then all is safe on this laptop."));
    ui::Row row(12);
    const words::Label add = word("New family");
    const ui::ButtonStyle style{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kPlus};
    if (!hint.has_family) {
        row.cell(ui::button_width(add, style));
        if (ui::button(add, style)) new_family(ways);
    }
    const words::Label known = word("I know how it works");
    row.cell(ui::button_width(known));
    if (ui::button(known, {.emphasis = ui::Emphasis::Quiet})) model.hint_dismissed();
}

void draw_tiles(TodayModel& model) {
    const TodayModel::Counts& counts = model.counts();
    const auto tone = [](int count, ui::Tone some) { return count > 0 ? some : ui::Tone::Info; };
    const std::vector<ui::Tile> tiles = {
        {std::to_string(counts.urgent), tr("Urgent"), tone(counts.urgent, ui::Tone::Bad), true},
        {std::to_string(counts.today), tr("Today"), tone(counts.today, ui::Tone::Warn), true},
        {std::to_string(counts.week), tr("This week"), ui::Tone::Info, true},
        {std::to_string(counts.done), tr("Visited today"), tone(counts.done, ui::Tone::Ok), false}};
    constexpr std::array<When, 3> kOnly = {When::Urgent, When::Today, When::Week};
    const int pressed = ui::number_tiles("tiles", tiles);
    if (pressed >= 0 && pressed < 3) model.only_pressed(kOnly[static_cast<std::size_t>(pressed)]);
}

const char* name_of(When when) {
    constexpr std::array<const char*, 4> kNames = {words::later("Urgent"), words::later("Today"),
                                                   words::later("This week"),
                                                   words::later("There is still time")};
    return kNames[static_cast<std::size_t>(when)];
}

// What stands on the list now, by its filters, goes on paper along the way.
void draw_order(TodayModel& model, Ways& ways, Printout& printout) {
    const words::Label print = word("Print to carry along");
    const ui::ButtonStyle style{.icon = ui::icon::kPrint, .enabled = !model.groups().empty()};
    const float button = ui::button_width(print, style);
    const std::string order = model.choices().order == Order::Walk ? "walk" : "urgency";
    ui::Row row(12);
    row.cell(ui::available() - button - ui::px(12));
    const auto pressed =
        ui::chips("order", {{"urgency", tr("Most urgent")}, {"walk", tr("Walking route")}}, order);
    row.cell(button);
    const bool prints = ui::button(print, style);
    if (pressed) model.order_chosen(*pressed == "walk" ? Order::Walk : Order::Urgency);
    if (prints) printout.print(route_html(model, ways.ports(), ways.me()), kRouteName);
}

void draw_filters(TodayModel& model) {
    std::vector<ui::Chip> units;
    for (const Unit& unit : model.units()) units.push_back({unit.code, unit.name});
    if (!units.empty()) {
        if (const auto unit = ui::chips("unit", units, model.choices().unit)) {
            model.unit_chosen(*unit);
        }
    }
    if (!model.choices().only) return;
    const When only = *model.choices().only;
    const words::Label all = word("Show all");
    ui::Row row(12);
    row.cell(ui::available() - ui::button_width(all) - ui::px(12));
    ui::push_down(ui::px(11));
    ui::text(ui::Type::Medium, ui::palette().text, tr("Only: {0}", {tr(name_of(only))}));
    row.cell(ui::button_width(all));
    if (ui::button(all, {.emphasis = ui::Emphasis::Quiet})) model.only_pressed(only);
}

void draw_counting(const AgendaProgress& progress) {
    const std::string words = tr("Working out the visits: {0} of {1} families",
                                 {std::to_string(progress.done), std::to_string(progress.total)});
    ui::muted(words);
    ui::progress("counting", static_cast<float>(progress.done) / static_cast<float>(progress.total),
                 ui::available());
}

void draw_could_not_count(TodayModel& model) {
    ui::banner("not counted", ui::Tone::Warn, tr("The visits could not all be worked out"),
               tr("Nothing was changed. Try again; if it stays so, tell the health centre."));
    if (ui::button(word("Try again"), {.icon = ui::icon::kSync})) model.count_again_clicked();
}

void draw_nothing(const TodayModel& model, Ways& ways) {
    const ui::Card card;
    if (!model.has_families()) {
        ui::empty_state("no family", ui::icon::kFamilies, tr("No family yet"),
                        tr("Press New family to write down the first one."));
        const words::Label add = word("New family");
        const ui::ButtonStyle style{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kPlus};
        const float left = (ui::available() - ui::button_width(add, style)) / 2;
        ui::skip_to_x(ImGui::GetCursorScreenPos().x + left);
        if (ui::button(add, style)) new_family(ways);
        return;
    }
    if (model.choices().only) {
        ui::empty_state("nothing", ui::icon::kCheckCircle,
                        tr("Nothing under {0}", {tr(name_of(*model.choices().only))}),
                        tr("Press Show all to see the other visits."));
        return;
    }
    if (model.clock_doubt()) {
        ui::empty_state("nothing", ui::icon::kCalendar, tr("The visits wait for the right date"),
                        tr("First set the date of this laptop right."));
        return;
    }
    const auto next = model.next_due();
    const std::string when =
        next ? tr("The next one is on {0}.", {words::long_date(*next)})
             : tr("Visits appear here as soon as a birth or a pregnancy is written down.");
    ui::empty_state("nothing", ui::icon::kCheckCircle, tr("No visit has to be made today"), when);
}

// Nothing is taken away silently: what a person put off or called off stands here, with its undo.
void draw_aside(TodayModel& model, Ways& ways) {
    if (model.set_aside().empty()) return;
    const ui::Card card;
    ui::section(tr("Put off or not visited"));
    std::string undone;
    for (const TodayRow& row : model.set_aside()) {
        const words::Label undo{"Undo " + row.stop->family, tr("Undo")};
        const ui::ButtonStyle style{.icon = ui::icon::kUndo};
        const float button = ui::button_width(undo, style);
        ui::Row cells(12);
        cells.cell(ui::available() - button - ui::px(12));
        ui::text(ui::Type::Strong, ui::palette().text, row.stop->name, ui::available());
        for (const TodayLine& line : words_of(*row.stop, ways.ports().today()).aside) {
            ui::muted(line.what + "  ·  " + line.until, ui::available());
        }
        cells.cell(button);
        if (ui::button(undo, style)) undone = row.stop->family;
    }
    if (undone.empty()) return;
    ways.say(model.undo_clicked(undone) ? tr("Back on the list")
                                        : tr("Not saved: the laptop's disk refused. Try again."));
}

void act_on(const StopPress& press, TodayModel& model, Ways& ways) {
    if (press.what == StopPress::What::Open) ways.open_family(press.family);
    if (press.what == StopPress::What::PutOff) model.put_off_clicked(press.family);
    if (press.what == StopPress::What::Start) ways.open_visit(press.family, VisitKind::Full);
}

void draw_list(TodayModel& model, Ways& ways) {
    if (const auto progress = model.still_counting()) draw_counting(*progress);
    if (model.could_not_count()) draw_could_not_count(model);
    const bool is_first_use = !model.has_families() && model.hint();
    if (is_first_use) return;
    if (!model.has_families() ||
        (model.groups().empty() && !model.still_counting() && !model.could_not_count())) {
        draw_nothing(model, ways);
    }
    StopPress press;
    if (!model.groups().empty()) press = draw_stops(model, ways.ports().today());
    draw_aside(model, ways);
    act_on(press, model, ways);
}

}  // namespace

void TodayPage::draw(Ways& ways) {
    const Date today = ways.ports().today();
    draw_page_head(ways, {words::long_date(today), model_.greeting(ways.me())});
    {
        const PageBody body("today", false);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
        if (const auto doubt = model_.clock_doubt()) draw_clock_doubt(model_, *doubt);
        draw_answer_news(ways);
        draw_kept_drafts(drafts_, ways);
        if (const auto hint = model_.hint()) draw_hint(model_, ways, *hint);
        if (model_.has_families()) {
            draw_tiles(model_);
            draw_order(model_, ways, printout_);
            draw_filters(model_);
        }
        draw_list(model_, ways);
        ImGui::PopStyleVar();
    }
    draw_putting_off(model_, ways);
    draw_printout(printout_, ways);
}

}  // namespace screens
