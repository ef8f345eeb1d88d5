// Drives the window without a window: no display, no GL. Feeds Dear ImGui what a backend would and
// finds widgets by the names that they note in ui::probe.
//
// Honest: a click first scrolls there with the wheel, then refuses unless the widget itself says
// that it is hovered, so that what stands in front of it makes the test fail.
#pragma once

#include "client/ui/probe.h"
#include "client/ui/theme.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

struct ImGuiContext;

namespace driver {

enum class Key { Tab, Enter, Escape, Space, Delete, Down, Up, Left, Right, A };
struct With {
    bool ctrl = false, shift = false;
};

class Driver {
public:
    explicit Driver(std::function<void()> draw, int width = 1366, int height = 768, float scale = 1,
                    ui::Look look = ui::Look::Light);
    ~Driver();
    Driver(const Driver&) = delete;
    Driver& operator=(const Driver&) = delete;

    void frames(int count = 1);
    void seconds(double count);  // lets the window's time pass
    void later(double seconds);  // nobody touched it so long: one frame, as after its sleep

    bool shows(const std::string& key) const;
    const ui::Item& at(const std::string& key) const;  // throws, naming what is there instead
    std::string value(const std::string& key) const { return at(key).value; }
    std::string focused() const;  // the key of what the keyboard is on; "" for nothing

    void click(const std::string& key);
    void fill(const std::string& key, const std::string& text);  // replaces what was there
    void type(const std::string& text);
    void strike(const std::string& text);  // all in one frame; a space with its key
    void press(Key key, With with = {});
    void tap(Key key);                // down and up again, with one frame between
    void press_function(int number);  // F1 to F12
    void press_ctrl(char letter);     // a shortcut, 'A' to 'Z'
    void tab_to(const std::string& key);

    // A picture, rasterised in software.
    void shot(const std::string& file) const;

private:
    void frame_after(float seconds);
    void scroll_to(const std::string& key);
    void press_code(int number, With with);  // as this version of Dear ImGui numbers the keys
    void hold(int number, bool down);
    void move(float x, float y);
    void mouse_button(bool down);
    void wheel(float lines);
    std::function<void()> draw_;
    ImGuiContext* context_;
};

}  // namespace driver
