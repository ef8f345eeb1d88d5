// A name typed on the list of families is searched for whole, whenever its letters come.
#include "client/screens/families/families_page.h"
#include "tests/client/screens/window.h"

#include <doctest/doctest.h>

using driver::Key;
using screens::Page;
using screens_test::Window;

namespace {

constexpr const char* kName = "Sri Wahyuni";

// So many letters in each frame, as a slow laptop hears a fast typist.
void type_in_frames(driver::Driver& d, const std::string& text, std::size_t at_once) {
    for (std::size_t i = 0; i < text.size(); i += at_once) d.strike(text.substr(i, at_once));
}

std::string found(Window& w) {
    w.d.frames(6);
    return w.d.value("Search");
}

}  // namespace

TEST_CASE("a name typed from the moment the page opens stands whole in the search") {
    for (std::size_t at_once = 1; at_once <= 11; ++at_once) {
        for (int frames = 0; frames < 6; ++frames) {
            CAPTURE(at_once);
            CAPTURE(frames);
            Window w;
            w.sign_in();
            w.d.tab_to("Families");
            w.d.tap(Key::Enter);  // one frame: the page is not drawn yet
            w.d.frames(frames);
            type_in_frames(w.d, kName, at_once);
            CHECK(found(w) == kName);
            CHECK(w.shell.page() == Page::Families);
        }
    }
}

TEST_CASE("so does one typed while F6 puts the keyboard on the page") {
    for (std::size_t at_once = 1; at_once <= 11; ++at_once) {
        for (int frames = 0; frames < 4; ++frames) {
            CAPTURE(at_once);
            CAPTURE(frames);
            Window w;
            w.open_families();
            w.d.press_function(6);
            w.d.frames(frames);
            type_in_frames(w.d, kName, at_once);
            CHECK(found(w) == kName);
        }
    }
}

TEST_CASE("after a press elsewhere on the page a name is typed whole, in place of the last") {
    for (std::size_t at_once = 1; at_once <= 11; ++at_once) {
        CAPTURE(at_once);
        Window w;
        w.open_families();
        w.d.fill("Search", "aminah");
        w.d.click("filter/0");
        type_in_frames(w.d, kName, at_once);
        CHECK(found(w) == kName);
        CHECK(w.shell.page() == Page::Families);
    }
}

TEST_CASE("a space before any letter still presses what the keyboard is on") {
    Window w;
    w.open_families();
    w.d.tab_to("New family");
    w.d.strike(" ");
    w.d.frames(3);
    CHECK(w.shell.page() == Page::Registering);
}
