// What must be said with a month: closed, not over, not sent, to be mended, whom its figures lack.
#pragma once

#include "client/screens/frame/ways.h"
#include "client/screens/register/register_model.h"

namespace screens {

void draw_remarks(const RegisterModel& model, const RegisterMonth& month, Ways& ways);

}  // namespace screens
