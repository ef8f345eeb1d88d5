// Drawing the screens: each function draws one model for one frame and calls what the user did.
#pragma once

namespace screens {

class ShellModel;

void draw(ShellModel& shell);  // the whole window

void draw_sign_in(ShellModel& shell);
void draw_families(ShellModel& shell);
void draw_family(ShellModel& shell);
void draw_record_form(ShellModel& shell);
void draw_sync_page(ShellModel& shell);

}  // namespace screens
