// She wants to leave a page, or to close the window, and what is being typed could be kept nowhere.
#pragma once

#include <optional>
#include <string>

namespace screens {

class ShellModel;

enum class Unkept { Stay, Leave };
std::optional<Unkept> ask_about_unkept(const std::string& key);  // in every frame while it is asked

void draw_leaving(ShellModel& shell);  // after the page, in every frame

}  // namespace screens
