#include "client/screens/danger/midwife_number.h"
#include "client/ui/buttons.h"
#include "client/ui/choices.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"
#include "client/ui/widgets/qr_square.h"

#include <algorithm>
#include <string_view>

namespace screens {

using words::tr;
using words::word;

namespace {

constexpr float kCodeSize = 280;

const char* key_of(MidwifeNumber::Code code) {
    switch (code) {
        case MidwifeNumber::Code::Call:
            return "call";
        case MidwifeNumber::Code::WhatsApp:
            return "whatsapp";
        case MidwifeNumber::Code::Sms:
            return "sms";
    }
    return "";
}

void draw_writing(MidwifeNumber& number) {
    ui::text(ui::Type::Body, ui::palette().text,
             tr("Write the midwife's number down once. It is shown wherever you need it."),
             ui::available());
    ui::FieldStyle style;
    style.width = std::min(ui::available(), ui::px(420));
    ui::FieldStyle phone = style;
    phone.required = true;
    if (!number.trouble().empty()) phone.problem = number.trouble().text();
    ui::text_field({"midwife phone", tr("The midwife's phone number")}, number.phone(), phone);
    ui::text_field({"midwife name", tr("The midwife's name")}, number.name(), style);
    ui::text_field({"midwife place", tr("Where she works")}, number.place(), style);
    const ui::ButtonStyle keep{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kCheck};
    const bool may_cancel = number.midwife().is_known();
    ui::Row row(8);
    row.cell(ui::button_width(word("Keep the number"), keep));
    if (ui::button(word("Keep the number"), keep)) number.keep_clicked();
    if (!may_cancel) return;
    row.cell(ui::button_width(word("Cancel")));
    if (ui::button(word("Cancel"))) number.cancelled();
}

void draw_digits(MidwifeNumber& number) {
    const Midwife midwife = number.midwife();
    const std::string between = midwife.name.empty() || midwife.place.empty() ? "" : "  ·  ";
    const std::string who = midwife.name + between + midwife.place;
    if (!who.empty()) ui::text(ui::Type::Strong, ui::palette().text, who, ui::available());
    ui::text(ui::Type::Huge, ui::palette().text, number.digits(), ui::available());
}

void draw_code(MidwifeNumber& number, const std::string& message) {
    const auto pressed = ui::segmented(
        {"code", tr("Point your phone's camera at the code")},
        {{"call", tr("Call")}, {"whatsapp", "WhatsApp"}, {"sms", "SMS"}}, key_of(number.code()));
    for (const auto code :
         {MidwifeNumber::Code::Call, MidwifeNumber::Code::WhatsApp, MidwifeNumber::Code::Sms}) {
        if (pressed && *pressed == key_of(code)) number.choose(code);
    }
    const MidwifeNumber::Square& square = number.square(message);
    if (square.side == 0) {
        ui::muted(tr("No code for this. Read the message out instead."), ui::available());
        return;
    }
    ui::qr_square("midwife code", square.side, square.dark, kCodeSize);
}

void draw_message(const std::string& message) {
    ui::text(ui::Type::Small, ui::palette().muted, tr("Read this out, or send it as a message:"),
             ui::available());
    const ui::Card card(0, ui::Tone::Info, true);
    ui::text(ui::Type::Body, ui::palette().text, message, ui::available());
    ui::probe::note("text", "message", message);
}

}  // namespace

void draw_midwife_number(MidwifeNumber& number, const std::string& message) {
    if (number.is_writing()) return draw_writing(number);
    const float whole = ui::available();
    const bool two = whole > ui::px(640);
    const float right = two ? ui::px(kCodeSize + 10) : whole;
    ui::Row row(ui::kGap);
    row.cell(two ? whole - right - ui::px(ui::kGap) : whole);
    draw_digits(number);
    draw_message(message);
    const ui::ButtonStyle quiet{.emphasis = ui::Emphasis::Quiet, .icon = ui::icon::kPen};
    if (ui::button(word("Change the number"), quiet)) number.change_clicked();
    if (!two) return draw_code(number, message);
    row.cell(right);
    draw_code(number, message);
}

}  // namespace screens
