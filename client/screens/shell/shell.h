// The whole window: the navigation and the page that is open.
#pragma once

namespace screens {

class ShellModel;

void draw(ShellModel& shell);  // one frame

}  // namespace screens
