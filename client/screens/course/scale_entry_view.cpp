#include "client/screens/course/scale_entry_view.h"

#include "client/screens/frame/page_frame.h"
#include "client/ui/choices.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/status.h"
#include "client/ui/words/dates.h"

namespace screens {

using words::tr;
using words::word;

namespace {

std::vector<ui::Option> options_of(const std::vector<ScaleEntry::Offer>& offers) {
    std::vector<ui::Option> options;
    for (const ScaleEntry::Offer& each : offers) options.push_back({each.code, each.name});
    return options;
}

void draw_instrument(ScaleEntry& entry) {
    ui::FieldStyle style;
    style.required = true;
    style.problem = entry.problem("instrument");
    const auto pressed = ui::choice_list({"instrument", tr("Which number?")},
                                         options_of(entry.offers()), entry.instrument(), style);
    if (pressed) entry.choose(*pressed);
    if (entry.is_for_the_trained()) {
        ui::banner("trained", ui::Tone::Info, "",
                   tr("Only if you were trained to use this questionnaire. She fills in the paper "
                      "sheet; here stands only the total."));
    }
}

void draw_total(ScaleEntry& entry, Date today) {
    ui::FieldStyle total;
    total.required = true;
    total.help = entry.range();
    total.problem = entry.problem("total");
    (void)ui::number_field({"total", tr("The total")}, entry.total, total);
    ui::FieldStyle day;
    day.required = true;
    day.hint = tr("dd-mm-yyyy");
    day.problem = entry.problem("day");
    const std::vector<ui::Ready> ready = {
        {{"today", tr("Today")}, words::typed_date(today)},
        {{"yesterday", tr("Yesterday")}, words::typed_date(base::add_days(today, -1))}};
    (void)ui::date_field({"day", tr("On which day?")}, entry.day, ready, day);
}

void draw_harm(ScaleEntry& entry) {
    if (!entry.asks_about_harm()) return;
    ui::ChoiceStyle style;
    style.field.required = true;
    style.field.problem = entry.problem("harm");
    style.yes_is_alarming = true;
    const auto pressed = ui::question({"harm", entry.harm_question()},
                                      options_of(entry.harm_answers()), entry.harm(), style);
    if (pressed) entry.say_harm(*pressed);
}

}  // namespace

void draw_scale_entry(ScaleEntry& entry, Date today) {
    if (!entry.trouble().empty()) {
        ui::banner("trouble", ui::Tone::Bad, entry.trouble().text(), "");
    }
    const ui::Card card;
    draw_instrument(entry);
    if (entry.instrument().empty()) return;
    ui::gap(4);
    draw_total(entry, today);
    draw_harm(entry);
    if (!entry.is_positive()) return;
    ui::banner("talk", ui::Tone::Warn, tr("Talk about it with the midwife."),
               tr("It is a number, no diagnosis."));
}

ScalePress draw_scale_foot() {
    PageFoot foot;
    ScalePress press = ScalePress::Nothing;
    const words::Label save = word("Save");
    const words::Label leave = word("Cancel");
    const ui::ButtonStyle primary{.emphasis = ui::Emphasis::Primary,
                                  .icon = ui::icon::kCheck,
                                  .width = 0,
                                  .enabled = true,
                                  .keys = "Ctrl+Enter"};
    foot.place_right(ui::button_width(save, primary));
    if (ui::button(save, primary) || ui::keyboard::ctrl_enter()) press = ScalePress::Save;
    foot.place_right(ui::button_width(leave));
    if (ui::button(leave)) press = ScalePress::Leave;
    return press;
}

}  // namespace screens
