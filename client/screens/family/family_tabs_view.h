// The parts of a family's page, a function each, for its own views only.
#pragma once

#include "client/screens/family/family_page_model.h"
#include "client/screens/frame/ways.h"

#include <optional>

namespace screens {

// The form that was asked for on this page.
using Pressed = std::optional<FormStart>;

void draw_summary(FamilyPageModel& model, Pressed& pressed);
void draw_history(FamilyPageModel& model);
void draw_growth(FamilyPageModel& model);
void draw_feeding(FamilyPageModel& model, Pressed& pressed);
void draw_massage(FamilyPageModel& model, Pressed& pressed, Ways& ways);
void draw_referrals(const FamilyPageModel& model, Pressed& pressed, Ways& ways);
// Over the page while something is open.
void draw_family_dialogs(FamilyPageModel& model, Pressed& pressed);

}  // namespace screens
