// A picture of the gallery: a name and the story that leads to it.
#pragma once

#include "tests/client/desk/desk.h"
#include "tests/client/driver/driver.h"

#include <functional>
#include <string>
#include <vector>

namespace screens {
class ShellModel;
}

namespace gallery {

struct Picture {
    std::string name;
    std::function<void(desk::Desk&, const desk::Village&, driver::Driver&)> story;
    // Instead, for a page that is opened from the shell itself.
    std::function<void(screens::ShellModel&, driver::Driver&)> shell_story = {};
};

std::vector<Picture> guide_pictures();     // the massage guide, both sides
std::vector<Picture> list_pictures();      // families, registering, births to come, outreach
std::vector<Picture> danger_pictures();    // takeover, referral, midwife, tools
std::vector<Picture> sending_pictures();   // what waits, receipts, the stick
std::vector<Picture> settings_pictures();  // before the PIN, settings, practice, the cover
std::vector<Picture> visit_pictures();     // the guided visit, corrections, drafts
std::vector<Picture> home_pictures();      // massages at home, a mother followed over time
std::vector<Picture> massages_pictures();  // the place "Pijat"
std::vector<Picture> teaching_pictures();  // a family taught the massage
std::vector<Picture> quick_pictures();     // quick entry, the register of the month
std::vector<Picture> training_pictures();  // trained until when, the quiz, a training held

std::vector<Picture> unfinished_pictures();  // danger signs in drafts, a full disk

}  // namespace gallery
