// A cadre at work in the window: what she does with each family, by clicks and keys, and how many
// of them it took.
#pragma once

#include "tests/end_to_end/window/hamlet.h"
#include "tests/end_to_end/window/screen.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace smoke {

extern const std::string kNote;  // of the visit that was cut short

class Cadre {
public:
    Cadre(std::string data, const Display& display, std::vector<KnownFamily> families)
        : data_(std::move(data)), display_(display), families_(std::move(families)) {}

    void open_window();  // and signs in
    void close_window() { screen_.reset(); }
    Screen& screen() { return *screen_; }
    const KnownFamily& family(const std::string& head) const;

    void full_visit(const std::string& head);    // from the day's list
    void short_visit(const std::string& head);   // only for the register
    void danger_visit(const std::string& head);  // the mother bleeds: referred
    void empty_house(const std::string& head);
    void register_newborn();
    void is_cut_short(const std::string& head);

    std::int64_t waiting();  // as the window says

private:
    void open_family(const std::string& head);
    void begin_visit(const std::string& kind);
    void recall();
    void end_visit();
    void consent();
    void check_mother();
    void check_baby();
    void teach_massage(const KnownFamily& family);
    void check_safety();
    std::string draft_to_recover();
    void tell(const std::string& what, const std::string& head, const Presses& before) const;

    std::string data_;
    const Display& display_;
    std::vector<KnownFamily> families_;
    std::unique_ptr<Screen> screen_;
};

}  // namespace smoke
