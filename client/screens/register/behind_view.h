// Who stands behind a figure of the register, and how a record's sending is shown there.
#pragma once

#include "client/screens/frame/ways.h"
#include "client/screens/register/register_model.h"
#include "client/ui/theme.h"

#include <string>

namespace screens {

struct SendingMark {
    const char* icon;
    std::string text;
    ui::Tone tone;
};
SendingMark sending_mark(Sending sending);

void draw_behind(RegisterModel& model, Ways& ways);

}  // namespace screens
