#include "client/ui/look.h"

#include "client/ui/fonts.h"

#include <imgui.h>

#include <algorithm>

namespace ui {

namespace {

constexpr float kOneColumnBelow = 1100;  // of the window, at 100 %

struct Settings {
    Look look = Look::Light;
    int percent = kTextSmallest;
    bool has_posters = false;
    bool operator==(const Settings&) const = default;
};
Settings wanted, in_force;
float monitor = 1;

void put_in_force() {
    in_force = wanted;
    apply_theme(wanted.look, monitor * static_cast<float>(wanted.percent) / 100);
}

}  // namespace

void set_look(Look look) {
    wanted.look = look;
}
Look look() {
    return wanted.look;
}

void set_text_size(int percent) {
    wanted.percent = std::clamp(percent, kTextSmallest, kTextLargest);
}
int text_size() {
    return wanted.percent;
}

void show_posters() {
    wanted.has_posters = true;
}

bool is_narrow() {
    return ImGui::GetIO().DisplaySize.x < px(kOneColumnBelow);
}

void begin_look(Look look, float monitor_scale, int percent) {
    monitor = monitor_scale;
    wanted.look = look;
    wanted.has_posters = false;
    set_text_size(percent);
    put_in_force();
    load_fonts(scale(), false);
}

bool renew_look() {
    if (wanted == in_force) return false;
    const bool letters_changed =
        wanted.percent != in_force.percent || wanted.has_posters != in_force.has_posters;
    put_in_force();
    if (letters_changed) load_fonts(scale(), wanted.has_posters);
    return letters_changed;
}

}  // namespace ui
