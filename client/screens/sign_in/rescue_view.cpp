#include "client/screens/settings/new_pin_view.h"
#include "client/screens/sign_in/sign_in_page.h"
#include "client/screens/sign_in/wide_card_view.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/fields.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/redraw.h"
#include "client/ui/status.h"
#include "client/ui/widgets/folder_field.h"
#include "client/ui/widgets/qr_square.h"
#include "shared/qr/qr.h"

#include <imgui.h>

namespace screens {

using words::tr;
using words::word;

namespace {

void draw_code(const PinRequest& request) {
    ui::muted(tr("Read this to the coordinator over the phone. She sees the same on her screen:"),
              ui::available());
    ui::gap(2);
    ui::text(ui::Type::Title, ui::palette().text, request.code);
    ui::probe::note("text", "request code", request.code);
}

void draw_qr(const PinRequest& request) {
    const auto square = qr::encode(request.text);
    if (!square.ok()) return;
    ui::muted(tr("Take a picture of this with your phone and send it to her, or carry the stick."),
              ui::available());
    ui::gap(4);
    ui::qr_square("request", square.value().side, square.value().dark, 240);
}

void draw_place(RescueModel& model, const Ways& ways) {
    std::vector<ui::Stick> sticks;
    for (const StickPlace& stick : ways.ports().keeping.sticks()) {
        sticks.push_back({stick.name, stick.folder});
    }
    ui::FieldStyle style;
    style.hint = tr("or type its folder");
    style.problem = model.folder_problem().text();
    ui::folder_field(word("Stick or folder"), model.folder, sticks, tr("No stick is plugged in."),
                     style);
}

void draw_request(RescueModel& model, const Ways& ways) {
    ui::section(tr("Ask the coordinator"), {}, 1);
    draw_code(model.request());
    ui::gap(8);
    draw_qr(model.request());
    ui::gap(8);
    draw_place(model, ways);
    ui::gap(6);
    if (ui::button(word("Save the request there"), {.icon = ui::icon::kSave})) model.save_clicked();
    if (model.is_saved()) {
        ui::gap(6);
        ui::banner("request saved", ui::Tone::Ok, tr("The request is saved"),
                   tr("Bring the stick to the coordinator. Her answer comes back on it."));
    }
}

void draw_answer(RescueModel& model) {
    ui::section(tr("Her answer"), {}, 2);
    ui::FieldStyle style;
    style.help = tr("Paste what she sent you, or read it from the stick.");
    style.problem = model.answer_problem().text();
    ui::text_area(word("Answer"), model.answer, 4, style);
    ui::gap(6);
    if (ui::button(word("Read it from there"), {.icon = ui::icon::kUsb})) model.read_clicked();
}

bool draw_pin(RescueModel& model) {
    ui::section(tr("Your new PIN"), {}, 3);
    bool pressed = draw_new_pin(model.pin, model.says_problems());
    ui::gap(8);
    const words::Label face = model.is_working() ? words::Label{"Set the new PIN", tr("Opening …")}
                                                 : word("Set the new PIN");
    const ui::ButtonStyle style{.emphasis = ui::Emphasis::Primary,
                                .icon = ui::icon::kKey,
                                .width = ui::available(),
                                .enabled = !model.is_working()};
    if (ui::button(face, style)) pressed = true;
    if (model.is_working()) ui::redraw_in(0.1);
    return pressed;
}

}  // namespace

void SignInPage::draw_rescue(Ways& ways) {
    RescueModel& model = *rescue_;
    const WideCard card(tr("Forgotten your PIN?"));
    if (!model.is_readable()) {
        ui::banner("no request", ui::Tone::Bad, tr("The key of your data cannot be read"),
                   tr("Nothing is lost yet. Bring this laptop and your second copy to the "
                      "coordinator."));
    } else {
        ui::text(ui::Type::Body, ui::palette().text,
                 tr("Your records stay safe on this laptop. The coordinator helps you to a new "
                    "PIN; nobody can read your old one."),
                 ui::available());
        ui::gap(8);
        draw_request(model, ways);
        ui::gap(12);
        draw_answer(model);
        ui::gap(12);
        if (draw_pin(model)) model.set_clicked();
    }
    const ui::ButtonStyle back{
        .emphasis = ui::Emphasis::Quiet, .width = ui::available(), .enabled = !model.is_working()};
    if (ui::button(word("Back"), back)) back_clicked();
}

}  // namespace screens
