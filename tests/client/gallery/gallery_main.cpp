// kawan-gallery FOLDER: every screen as a PNG, drawn without a display, so that anyone can look.
#include "client/screens/shell/shell.h"
#include "client/screens/shell/shell_model.h"
#include "shared/base/file.h"
#include "tests/client/desk/desk.h"
#include "tests/client/desk/full_families.h"
#include "tests/client/driver/driver.h"
#include "tests/client/gallery/gallery.h"

#include <cstdio>
#include <functional>
#include <iterator>
#include <stdexcept>
#include <string>

namespace {

using driver::Driver;
using gallery::Picture;
using screens::SyncTrouble;

struct Size {
    const char* name;
    int width, height;
    float scale;
    ui::Look look = ui::Look::Light;
};
constexpr Size kSizes[] = {{"1366x768", 1366, 768, 1},
                           {"1024x600", 1024, 600, 1},
                           {"150", 1366, 768, 1.5F},
                           {"contrast", 1366, 768, 1, ui::Look::Contrast}};

void sign_in(Driver& d) {
    d.fill("PIN", "24681357");
    d.click("Sign in");
    d.frames(5);
}

void to_families(Driver& d) {
    sign_in(d);
    d.click("Families");
}

void open_family(const desk::Village& village, Driver& d) {
    to_families(d);
    d.click("family " + village.household);
}

void start_visit(const desk::Village& village, Driver& d) {
    open_family(village, d);
    d.click("Record a visit");
}

void finish_visit(const desk::Village& village, Driver& d) {
    start_visit(village, d);
    d.click("visit_type/KADER_HOME");
    d.click("outcome/DONE");
    while (!d.shows("Save")) d.click("Next");
    d.click("Save");
}

void busy_sync(desk::Desk& desk) {
    screens::SyncState& sync = desk.sync;
    sync.waiting = 14;
    sync.to_mend = 1;
    sync.differing = 2;
    sync.confirmed = 412;
    sync.last_sync_at = base::Instant{desk::thursday().unix_ms - 3LL * 86400000};
    sync.trouble = SyncTrouble::NoConnection;
    sync.next_try_at = base::Instant{desk::thursday().unix_ms + 600000};
}

// A family with a past, opened at one of its parts.
void open_full(desk::Desk& desk, Driver& d, const char* part) {
    const desk::FullFamily family = desk::settle_full(desk);
    sign_in(d);
    d.click("Families");
    d.fill("Search", "rahmawati");
    d.click("family " + family.household);
    if (part != nullptr) d.click(std::string("family part/") + part);
}

void open_other(desk::Desk& desk, Driver& d, const char* name,
                std::string desk::OtherFamilies::*which) {
    const desk::OtherFamilies others = desk::settle_others(desk);
    sign_in(d);
    d.click("Families");
    d.fill("Search", name);
    d.click("family " + others.*which);
}

const Picture kPictures[] = {
    {"one-family", [](auto& desk, auto&, Driver& d) { open_full(desk, d, nullptr); }},
    {"one-family-history", [](auto& desk, auto&, Driver& d) { open_full(desk, d, "history"); }},
    {"one-family-growth", [](auto& desk, auto&, Driver& d) { open_full(desk, d, "growth"); }},
    {"one-family-feeding", [](auto& desk, auto&, Driver& d) { open_full(desk, d, "feeding"); }},
    {"one-family-massage",
     [](auto& desk, auto&, Driver& d) {
         open_full(desk, d, "massage");
         d.click("massage " + desk.all("massage_session").front()->fields.text("mother_id") +
                 "/2026-02-23");
     }},
    {"one-family-referrals", [](auto& desk, auto&, Driver& d) { open_full(desk, d, "referrals"); }},
    {"one-family-who-changed",
     [](auto& desk, auto&, Driver& d) {
         open_full(desk, d, "history");
         for (const auto& [record, story] : desk.written) {
             if (story.size() < 2) continue;
             d.click("entry " + desk.find(record)->fields.text("visit_id"));
             d.click("part " + record);
         }
     }},
    {"one-family-person",
     [](auto& desk, auto&, Driver& d) {
         open_full(desk, d, nullptr);
         d.click("person " + desk.all("massage_session").front()->fields.text("mother_id"));
     }},
    {"one-family-twins",
     [](auto& desk, auto&, Driver& d) {
         open_other(desk, d, "yusuf", &desk::OtherFamilies::twins);
     }},
    {"one-family-stillbirth",
     [](auto& desk, auto&, Driver& d) {
         open_other(desk, d, "eko", &desk::OtherFamilies::stillbirth);
     }},
    {"one-family-expecting",
     [](auto& desk, auto&, Driver& d) {
         open_other(desk, d, "fajar", &desk::OtherFamilies::expecting);
     }},
    {"one-family-grandmother",
     [](auto& desk, auto&, Driver& d) {
         open_other(desk, d, "karsinah", &desk::OtherFamilies::grandmother);
     }},
    {"sign-in", [](auto&, auto&, auto&) {}},
    {"sign-in-wrong",
     [](desk::Desk& desk, auto&, Driver& d) {
         desk.answer_to_wrong.wait_s = 30;
         d.fill("PIN", "11112222");
         d.click("Sign in");
         d.frames(5);
     }},
    {"today", [](auto&, auto&, Driver& d) { sign_in(d); }},
    {"today-first-use",
     [](desk::Desk& desk, auto&, Driver& d) {
         desk.forget_all();
         sign_in(d);
     }},
    {"today-full",
     [](desk::Desk& desk, const desk::Village& v, Driver& d) {
         desk::fill_agenda(desk, v);
         busy_sync(desk);
         sign_in(d);
     }},
    {"today-walk",
     [](desk::Desk& desk, const desk::Village& v, Driver& d) {
         desk::fill_agenda(desk, v);
         sign_in(d);
         d.click("order/walk");
     }},
    {"today-not-today",
     [](desk::Desk& desk, const desk::Village& v, Driver& d) {
         desk::fill_agenda(desk, v);
         sign_in(d);
         d.click("Not today " + v.household);
     }},
    {"today-called-off",
     [](desk::Desk& desk, const desk::Village& v, Driver& d) {
         desk::fill_agenda(desk, v);
         sign_in(d);
         d.click("Not today " + v.household);
         d.click("What now?/called off");
         d.click("Why?/OTHER");
         d.click("Save");
     }},
    {"today-put-off",
     [](auto&, const desk::Village& v, Driver& d) {
         sign_in(d);
         d.click("Not today " + v.household);
         d.click("Put off to/2026-03-06");
         d.click("Save");
     }},
    {"today-nothing",
     [](desk::Desk& desk, auto&, Driver& d) {
         for (auto& stop : desk.agenda.all) {
             stop.tasks.clear();
             stop.next_due = base::add_days(*base::parse_date("2026-03-05"), 4);
         }
         sign_in(d);
     }},
    {"today-clock",
     [](desk::Desk& desk, auto&, Driver& d) {
         desk.clock.set(*base::parse_date_time("2010-01-01T00:10:00+07:00"));
         desk.sync.last_sync_at = desk::thursday();
         sign_in(d);
     }},
    {"families", [](auto&, auto&, Driver& d) { to_families(d); }},
    {"families-search",
     [](auto&, auto&, Driver& d) {
         to_families(d);
         d.fill("Search", "hidayah");
     }},
    {"family", [](auto&, const desk::Village& v, Driver& d) { open_family(v, d); }},
    {"visit", [](auto&, const desk::Village& v, Driver& d) { start_visit(v, d); }},
    {"visit-people",
     [](auto&, const desk::Village& v, Driver& d) {
         start_visit(v, d);
         d.click("visit_type/KADER_HOME");
         d.click("outcome/DONE");
         d.click("Next");
     }},
    {"visit-missing",
     [](auto&, const desk::Village& v, Driver& d) {
         start_visit(v, d);
         d.fill("started_at", "31-2-2026");
         while (!d.shows("Save")) d.click("Next");
         d.click("Save");
     }},
    {"family-after-visit", [](auto&, const desk::Village& v, Driver& d) { finish_visit(v, d); }},
    {"danger-signs",
     [](auto&, const desk::Village& v, Driver& d) {
         finish_visit(v, d);
         if (!d.shows("step mother_check " + v.mother)) d.click("All steps");
         d.click("step mother_check " + v.mother);
         d.click("ds_mds01/1");
         d.click("Go on with the questions");
         d.click("ds_mds02/0");
         d.click("ds_mds03/0");
     }},
    {"recall",
     [](auto&, const desk::Village& v, Driver& d) {
         finish_visit(v, d);
         if (!d.shows("step feeding_recall " + v.infant)) d.click("All steps");
         d.click("step feeding_recall " + v.infant);
         d.click("Next");
         d.click("Next");
     }},
    {"draft-left",
     [](auto&, const desk::Village& v, Driver& d) {
         start_visit(v, d);
         d.click("visit_type/KADER_HOME");
         d.click("Families");
     }},
    {"sync-waiting",
     [](desk::Desk& desk, auto&, Driver& d) {
         busy_sync(desk);
         sign_in(d);
         d.click("Send");
     }},
    {"sync-green",
     [](desk::Desk& desk, auto&, Driver& d) {
         desk.sync.is_equal = true;
         desk.sync.confirmed = 412;
         desk.sync.last_sync_at = desk::thursday();
         desk.sync.receipts = {{desk::thursday(), 1, 12}};
         sign_in(d);
         d.click("Send");
     }},
};

void take(const Picture& picture, const Size& size, const std::string& folder) {
    desk::Desk desk;
    const desk::Village village = desk::settle(desk);
    screens::ShellModel shell(desk.ports());
    Driver d([&] { screens::draw(shell); }, size.width, size.height, size.scale, size.look);
    if (picture.shell_story) {
        picture.shell_story(shell, d);
    } else {
        picture.story(desk, village, d);
    }
    d.frames(2);
    d.shot(folder + "/" + picture.name + "-" + size.name + ".png");
}

}  // namespace

// FOLDER [NAME]: all of them, or those whose name contains NAME.
int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("usage: kawan-gallery FOLDER [NAME]\n", stderr);
        return 2;
    }
    const std::string folder = argv[1];
    const std::string wanted = argc > 2 ? argv[2] : "";
    if (const auto made = base::make_directory(folder); !made.ok()) {
        std::fprintf(stderr, "%s\n", made.error().message.c_str());
        return 1;
    }
    int failed = 0;
    std::vector<Picture> pictures(std::begin(kPictures), std::end(kPictures));
    for (Picture& picture : gallery::list_pictures()) pictures.push_back(std::move(picture));
    for (Picture& picture : gallery::guide_pictures()) pictures.push_back(std::move(picture));
    for (Picture& picture : gallery::danger_pictures()) pictures.push_back(std::move(picture));
    for (Picture& picture : gallery::home_pictures()) pictures.push_back(std::move(picture));
    for (Picture& picture : gallery::massages_pictures()) pictures.push_back(std::move(picture));
    for (Picture& picture : gallery::quick_pictures()) pictures.push_back(std::move(picture));
    for (Picture& picture : gallery::sending_pictures()) pictures.push_back(std::move(picture));
    for (Picture& picture : gallery::settings_pictures()) pictures.push_back(std::move(picture));
    for (Picture& picture : gallery::teaching_pictures()) pictures.push_back(std::move(picture));
    for (Picture& picture : gallery::training_pictures()) pictures.push_back(std::move(picture));
    for (Picture& picture : gallery::visit_pictures()) pictures.push_back(std::move(picture));
    for (Picture& picture : gallery::unfinished_pictures()) pictures.push_back(std::move(picture));
    for (const Picture& picture : pictures) {
        for (const Size& size : kSizes) {
            if ((std::string(picture.name) + "-" + size.name).find(wanted) == std::string::npos) {
                continue;
            }
            try {
                take(picture, size, folder);
            } catch (const std::runtime_error& error) {
                std::fprintf(stderr, "%s at %s: ", picture.name.c_str(), size.name);
                std::fprintf(stderr, "%s\n", error.what());
                ++failed;
            }
        }
    }
    return failed == 0 ? 0 : 1;
}
