#include "client/screens/tools/breath_model.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"
#include "client/ui/redraw.h"
#include "client/ui/status.h"
#include "client/ui/widgets/dialog.h"
#include "client/ui/widgets/timer.h"
#include "client/ui/words/words.h"

namespace screens {

using words::tr;
using words::word;

namespace {

constexpr double kFrameSeconds = 0.1;

void draw_done(BreathModel& model) {
    ui::text(ui::Type::Title, ui::palette().text,
             tr("{0} breaths in a minute", {std::to_string(model.count())}), ui::available());
    ui::probe::note("text", "breaths", std::to_string(model.count()));
    ui::banner("breath result", model.is_fast() ? ui::Tone::Warn : ui::Tone::Info, "",
               model.result());
    if (ui::button(word("Count again"), {.icon = ui::icon::kUndo})) model.again();
}

void draw_count(BreathModel& model, float ring, bool takes_focus) {
    ui::text(ui::Type::Body, ui::palette().text,
             tr("Watch the baby's chest. Press at each breath in: the minute begins with the first "
                "press."),
             ui::available());
    ui::countdown("minute", model.part_left(), std::to_string(model.seconds_left()),
                  tr("seconds left"), ring);
    const words::Label label{"breath", tr("Press at each breath (or the space bar)")};
    if (ui::tap_counter(label, model.count(), 130)) model.breath();
    if (takes_focus && model.take_focus()) ui::keyboard::focus_last_item();
    if (model.state() != BreathModel::State::Counting) return;
    if (ui::button(word("Stop and begin anew"), {.icon = ui::icon::kUndo})) model.stop();
}

void draw(BreathModel& model, float ring, bool takes_focus) {
    if (model.tick()) ui::redraw_in(kFrameSeconds);
    if (model.state() == BreathModel::State::Done) return draw_done(model);
    draw_count(model, ring, takes_focus);
}

}  // namespace

void draw_breath(BreathModel& model) {
    draw(model, 190, false);
}

BreathPress draw_breath_dialog(BreathModel& model) {
    ui::DialogStyle style;
    style.title = tr("Count a baby's breaths");
    style.icon = ui::icon::kClock;
    style.primary = word("Use this number");
    style.primary_enabled = model.state() == BreathModel::State::Done;
    style.secondary = word("Close");
    style.focus_content = model.state() != BreathModel::State::Done;
    style.content = [&model] { draw(model, 150, true); };
    const auto pressed = ui::dialog("breaths", style);
    if (pressed == ui::DialogPress::Primary) return BreathPress::Take;
    return pressed == ui::DialogPress::Secondary ? BreathPress::Leave : BreathPress::Nothing;
}

}  // namespace screens
