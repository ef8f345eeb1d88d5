#include "client/screens/danger/danger_watch.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/fields.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"
#include "client/ui/widgets/dialog.h"
#include "client/ui/widgets/takeover.h"
#include "shared/base/text.h"

#include <imgui.h>

namespace screens {

using words::tr;
using words::word;

namespace {

constexpr float kColumn = 980;

bool is_watch(const Alarm& alarm) {
    return alarm.urgency == care::Urgency::Yellow;
}

ui::Colour ink_of(const Alarm& alarm) {
    return is_watch(alarm) ? ui::palette().warn : ui::palette().bad;
}

void draw_signs(const Alarm& alarm) {
    for (const std::string& sign : sign_words(alarm.signs)) {
        ui::text(ui::Type::Strong, ink_of(alarm), std::string(ui::icon::kWarning) + "  " + sign,
                 ui::available());
    }
}

void draw_steps(const std::vector<std::string>& steps) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
        ui::section(steps[i], "", static_cast<int>(i) + 1);
    }
}

// What only has to be watched asks for no journey: nothing red, and nothing to refuse.
void draw_watch_presses(DangerWatch& watch, Ways& ways) {
    const ui::ButtonStyle on{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kForward};
    const ui::ButtonStyle write{.icon = ui::icon::kMedical};
    const words::Label go_on = word("Go on with the questions");
    const words::Label refer = word("Write a referral all the same");
    const float first = ui::button_width(go_on, on);
    const float second = ui::button_width(refer, write);
    const bool one_line = first + second + ui::px(20) < ui::available();
    ui::Row row(10);
    row.cell(one_line ? first : ui::available());
    if (ui::button(go_on, on)) watch.go_on();
    if (one_line) row.cell(second);
    if (ui::button(refer, write)) ways.open_form(watch.referral());
}

// The buttons stand above the number: they are what she looks for, on a small window too.
void draw_presses(DangerWatch& watch, Ways& ways) {
    const ui::ButtonStyle write{.emphasis = ui::Emphasis::Danger, .icon = ui::icon::kMedical};
    const ui::ButtonStyle on{.icon = ui::icon::kForward};
    const ui::ButtonStyle quiet{.emphasis = ui::Emphasis::Quiet};
    const float widths = ui::button_width(word("Write the referral"), write) +
                         ui::button_width(word("Go on with the questions"), on) +
                         ui::button_width(word("The family refuses"), quiet) + ui::px(30);
    const bool one_line = widths < ui::available();
    ui::Row row(10);
    const auto place = [&](const words::Label& label, const ui::ButtonStyle& style) {
        if (one_line) row.cell(ui::button_width(label, style));
        return ui::button(label, style);
    };
    if (!one_line) row.cell(ui::available());
    if (place(word("Write the referral"), write)) ways.open_form(watch.referral());
    if (place(word("Go on with the questions"), on)) watch.go_on();
    if (place(word("The family refuses"), quiet)) watch.refuse_clicked();
}

void draw_refusal(DangerWatch& watch) {
    ui::DialogStyle style;
    style.title = tr("The family refuses to go");
    style.text =
        tr("Write down why, in their words. Tell the midwife all the same, and call at "
           "the house again tomorrow.");
    style.icon = ui::icon::kNote;
    style.tone = ui::Tone::Warn;
    style.primary = word("Write down the refusal");
    style.primary_enabled = watch.is_refusal_said();
    style.secondary = word("Back");
    style.enter_in_field_is_primary = false;
    style.content = [&watch] {
        ui::FieldStyle field;
        field.required = true;
        if (!watch.trouble().empty()) field.problem = watch.trouble().text();
        ui::text_area({"refusal", tr("Why does the family refuse?")}, watch.refusal(), 3, field);
    };
    const auto pressed = ui::dialog("refusal", style);
    if (pressed == ui::DialogPress::Primary) watch.refuse_confirmed();
    if (pressed == ui::DialogPress::Secondary) watch.refuse_cancelled();
}

void draw_takeover(DangerWatch& watch, Ways& ways) {
    const Alarm alarm = *watch.alarm();  // a copy: a press may answer it
    ui::TakeoverStyle style;
    style.above = watch.who(alarm);
    style.first_line = watch.first_line(alarm);
    style.width = kColumn;
    style.is_watch = is_watch(alarm);
    const ui::Takeover page("danger", style);
    draw_signs(alarm);
    ui::gap(2);
    draw_steps(watch.steps(alarm));
    ui::gap(4);
    is_watch(alarm) ? draw_watch_presses(watch, ways) : draw_presses(watch, ways);
    ui::separator();
    draw_midwife_number(watch.number(), watch.message(ways.me()));
}

std::string why_no_massage(const MassageStop& stop) {
    const std::string signs = base::joined(sign_words(stop.signs), "; ");
    if (!signs.empty()) return signs;
    return tr("A referral of hers is open and says that the massage waits.");
}

void draw_massage(DangerWatch& watch, Ways& ways) {
    const MassageStop stop = *watch.massage();
    const bool is_stop = stop.action == care::MassageAction::Stop;
    ui::TakeoverStyle style;
    style.above = tr("Mother: {0}", {watch.mother()});
    style.first_line = is_stop ? tr("Do not massage yet.") : tr("No massage today.");
    style.detail = why_no_massage(stop);
    style.is_watch = !is_stop;
    const ui::Takeover page("no massage", style);
    draw_steps({is_stop ? tr("No practice, no massage under your eyes.")
                        : tr("No hands on today. Explaining it is all right."),
                tr("Ask the midwife before anybody massages.")});
    ui::gap(4);
    const ui::ButtonStyle refer{.emphasis = ui::Emphasis::Danger, .icon = ui::icon::kMedical};
    if (!stop.referral.empty()) {
        if (ui::button(word("Open the referral"), refer)) ways.open_referral(stop.referral);
    } else if (is_stop && ui::button(word("Write the referral"), refer)) {
        ways.open_form(watch.massage_referral());
    }
    const words::Label read = watch.is_session() ? word("Write down a massage that took place")
                                                 : word("Only write down what was explained");
    if (ui::button(read, {.icon = ui::icon::kPen})) watch.massage_read();
    if (ui::button(word("Back"), {.emphasis = ui::Emphasis::Quiet})) ways.back();
}

}  // namespace

void draw_danger(DangerWatch& watch, Ways& ways) {
    if (watch.is_taken_over()) {
        draw_takeover(watch, ways);
    } else if (watch.is_massage_held()) {
        draw_massage(watch, ways);
    }
    if (watch.is_refusing() && watch.alarm() != nullptr) draw_refusal(watch);
}

void draw_danger_band(DangerWatch& watch, Ways& ways) {
    for (const Alarm& alarm : std::vector<Alarm>(watch.alarms())) {
        const ui::Card card(0, is_watch(alarm) ? ui::Tone::Warn : ui::Tone::Bad, true);
        const bool is_first = alarm.person == watch.alarm()->person;
        ui::text(ui::Type::Strong, ink_of(alarm),
                 std::string(ui::icon::kWarning) + "  " + watch.first_line(alarm), ui::available());
        ui::text(ui::Type::Body, ui::palette().text,
                 watch.who(alarm) + ": " + base::joined(sign_words(alarm.signs), "; "),
                 ui::available());
        if (!is_first) continue;
        const auto loud = is_watch(alarm) ? ui::Emphasis::Secondary : ui::Emphasis::Danger;
        const ui::ButtonStyle write{.emphasis = loud, .icon = ui::icon::kMedical};
        const ui::ButtonStyle show{.icon = ui::icon::kPhone};
        const words::Label refer =
            is_watch(alarm) ? word("Write a referral all the same") : word("Write the referral");
        ui::Row row(8);
        if (!watch.is_referring()) {
            row.cell(ui::button_width(refer, write));
            if (ui::button(refer, write)) ways.open_form(watch.referral());
        }
        row.cell(ui::button_width(word("What to do"), show));
        if (ui::button(word("What to do"), show)) watch.show_again();
    }
    if (watch.massage() != nullptr && !watch.is_massage_held()) {
        ui::banner("massage waits", ui::Tone::Bad, tr("Do not massage yet."),
                   why_no_massage(*watch.massage()));
    }
}

}  // namespace screens
