#include "client/screens/settings/new_pin_view.h"
#include "client/screens/settings/settings_page.h"
#include "client/ui/buttons.h"
#include "client/ui/choices.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/redraw.h"
#include "client/ui/status.h"

namespace screens {

using words::tr;
using words::word;

namespace {

void draw_lock(SettingsModel& model) {
    const ui::Card card;
    ui::section(tr("Screen lock"));
    ui::gap(8);
    std::vector<ui::Option> choices;
    for (const int minutes : kLockChoices) {
        choices.push_back({std::to_string(minutes), std::to_string(minutes)});
    }
    const auto chosen = ui::segmented(word("Minutes without a touch, then the PIN is asked"),
                                      choices, std::to_string(model.lock_minutes()));
    if (chosen) model.choose_lock(std::stoi(*chosen));
    ui::gap(8);
    ui::text(ui::Type::Body, ui::palette().text,
             tr("Somebody walks in? F12 or Ctrl+H covers the screen at once. The same key brings "
                "it back; after a minute it asks for your PIN. What you typed stays."),
             ui::available());
}

void draw_phone(SettingsModel& model) {
    const ui::Card card;
    ui::section(tr("The midwife's telephone number"));
    ui::gap(8);
    ui::FieldStyle style;
    style.hint = "0812 3456 7890";
    style.help = tr("Shown large wherever the midwife must be called. It stays on this laptop.");
    style.problem = model.phone_problem().text();
    ui::text_field(word("Telephone number"), model.phone, style);
    const bool entered = ui::enter_was_pressed();
    ui::gap(10);
    const ui::ButtonStyle button{.icon = ui::icon::kSave, .enabled = !model.is_phone_kept()};
    if (ui::button(word("Keep the number"), button) || entered) model.keep_phone();
}

void draw_pin(SettingsModel& model) {
    PinChangeModel& pin = model.pin();
    const ui::Card card;
    ui::section(tr("Change your PIN"));
    ui::gap(8);
    if (pin.is_changed()) {
        ui::banner("PIN changed", ui::Tone::Ok, tr("Your PIN is changed"),
                   tr("Use the new one from now on. The second copy asks for the old one until "
                      "you copy again."));
        ui::gap(8);
    }
    ui::FieldStyle old;
    old.problem = pin.problem().text();
    ui::secret_field(word("The PIN you use now"), pin.old_pin, old);
    ui::gap(12);
    const bool entered = draw_new_pin(pin.new_pin, pin.says_problems());
    ui::gap(12);
    const words::Label face = pin.is_working() ? words::Label{"Change the PIN", tr("Changing …")}
                                               : word("Change the PIN");
    const ui::ButtonStyle button{
        .emphasis = ui::Emphasis::Primary, .icon = ui::icon::kKey, .enabled = pin.may_try()};
    if (ui::button(face, button) || entered) pin.change_clicked();
    if (pin.is_working() || pin.seconds_to_wait() > 0) ui::redraw_in(0.2);
}

void draw_practice(Ways& ways) {
    const ui::Card card;
    ui::section(tr("Try it out"));
    ui::gap(8);
    ui::text(ui::Type::Body, ui::palette().text,
             tr("Practice has invented families. Nothing in it is sent, nothing is mixed with "
                "your own records."),
             ui::available());
    ui::gap(10);
    if (ui::button(word("Practise: nothing is sent"), {.icon = ui::icon::kFlask}))
        ways.practise(false);
}

}  // namespace

void draw_safety_part(SettingsModel& model, Ways& ways) {
    draw_lock(model);
    ui::gap(ui::kGap);
    draw_phone(model);
    ui::gap(ui::kGap);
    if (ways.me().is_practice) return;  // it has no PIN
    draw_pin(model);
    ui::gap(ui::kGap);
    draw_practice(ways);
}

}  // namespace screens
