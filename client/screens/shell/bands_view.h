// What lies above every page: practice, and a disk that fills up. Used by the shell's view only.
#pragma once

namespace screens {

class ShellModel;

void draw_bands(ShellModel& shell);

}  // namespace screens
