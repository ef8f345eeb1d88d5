// A form's sheet on the screen: its filled columns and rows, each counted cell opening its people;
// a list of persons opens one of them. All of it is in what is printed.
#pragma once

#include "client/screens/register/register_model.h"

namespace screens {

void draw_sheet(const std::string& key, const sheets::Sheet& sheet, RegisterModel& model);

}  // namespace screens
