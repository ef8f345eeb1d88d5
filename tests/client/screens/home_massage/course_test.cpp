// A mother followed over time: what stands beside what is expected, and when it says to ask.
#include "client/screens/course/course_page.h"

#include "client/screens/danger/alarms.h"
#include "client/ui/layout.h"
#include "tests/client/desk/followed_family.h"
#include "tests/client/desk/full_families.h"
#include "tests/client/driver/driver.h"
#include "tests/client/screens/asked_ways.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using asked::Asked;
using desk::Desk;
using desk::FollowedFamily;
using driver::Driver;
using screens::CourseModel;
using screens::CoursePage;
using screens::CoursePart;

const CoursePart* part(const CourseModel& model, const std::string& key) {
    for (const CoursePart& each : model.parts()) {
        if (each.key.starts_with(key)) return &each;
    }
    return nullptr;
}

struct House {
    Desk desk;
    FollowedFamily family = desk::settle_followed(desk);
    CourseModel model() { return CourseModel(desk.ports(), {family.household, family.mother}); }
};

struct Window {
    Desk desk;
    FollowedFamily family = desk::settle_followed(desk);
    Asked ways{desk.ports()};
    std::optional<CoursePage> page;
    Driver d;

    explicit Window(const char* role = "KADER", int width = 1366, int height = 768, float scale = 1)
        : d(
              [this, role] {
                  if (!page) {
                      desk.role = role;
                      page.emplace(desk.ports(),
                                   screens::CourseStart{family.household, family.mother});
                  }
                  const ui::Root root;
                  page->refresh(ways);
                  page->draw(ways);
              },
              width, height, scale) {
        d.frames(2);
    }
};

}  // namespace

TEST_CASE("milk that came in late is said kindly, from the hour of the birth") {
    House h;
    const CourseModel model = h.model();
    const CoursePart* milk = part(model, "milk");
    REQUIRE(milk);
    REQUIRE(milk->rows.size() == 3);
    CHECK(milk->rows[0].found ==
          "ASI mulai keluar banyak 3 hari 12 jam setelah melahirkan. Banyak ibu butuh waktu selama "
          "itu.");
    CHECK(milk->rows[1].found == "ASI belum keluar banyak");
    CHECK(milk->rows[2].found == "Kolostrum pertama 6 jam setelah melahirkan");
    for (const auto& row : milk->rows) CHECK_FALSE(row.asks_midwife);
}

TEST_CASE("milk that is not there after three days is talked over with the midwife") {
    Desk desk;
    const FollowedFamily family = desk::settle_followed(desk);
    desk.change(family.early_check, R"({"milk_in":null})");
    const CourseModel before(desk.ports(), {family.household, family.mother});
    CHECK(part(before, "milk")->rows.size() == 2);
    for (const auto* each : desk.all("mother_check")) {
        desk.change(each->id, R"({"milk_in":"0","milk_in_at":null})");
    }
    const CourseModel model(desk.ports(), {family.household, family.mother});
    CHECK(part(model, "milk")->rows[0].asks_midwife);        // day 7
    CHECK_FALSE(part(model, "milk")->rows[1].asks_midwife);  // day 2
}

TEST_CASE("wet nappies stand beside the least that is expected at that age") {
    House h;
    const CourseModel model = h.model();
    const CoursePart* nappies = part(model, "nappies");
    REQUIRE(nappies);
    REQUIRE(nappies->rows.size() == 3);
    CHECK(nappies->rows[1].found == "5 kali");
    CHECK(nappies->rows[1].expected == "paling sedikit 6 kali");
    CHECK(nappies->rows[1].asks_midwife);
    CHECK_FALSE(nappies->rows[2].asks_midwife);  // two on day 2
    CHECK(part(model, "weight")->rows[0].found == "3,42 kg");
}

TEST_CASE("one class beside the expected bleeding says nothing; red that is back is asked about") {
    House h;
    const CourseModel before = h.model();
    CHECK(part(before, "bleeding")->rows[0].expected == "merah muda atau kuning");
    CHECK_FALSE(part(before, "bleeding")->rows[0].asks_midwife);
    desk::check_mother(h.desk, h.family, "2026-03-02", R"("lochia_type":"SEROSA")");
    desk::check_mother(h.desk, h.family, "2026-03-04", R"("lochia_type":"RUBRA")");
    const CourseModel model = h.model();
    CHECK(part(model, "bleeding")->rows[0].asks_midwife);
    CHECK_FALSE(part(model, "bleeding")->rows[1].asks_midwife);
}

TEST_CASE("the womb is the midwife's") {
    House h;
    desk::check_mother(h.desk, h.family, "2026-03-02", R"("fundal_height":"MID")");
    CHECK(part(h.model(), "womb") == nullptr);
    h.desk.role = "BIDAN";
    const CourseModel hers = h.model();
    REQUIRE(part(hers, "womb"));
    CHECK(part(hers, "womb")->rows[0].found == "Pertengahan pusat dan tulang kemaluan");
}

TEST_CASE("numbers are totals with a way to the midwife and no judgement") {
    House h;
    const CourseModel model = h.model();
    const CoursePart* scales = part(model, "scales");
    REQUIRE(scales);
    REQUIRE(scales->rows.size() == 4);
    CHECK(scales->rows[0].when == "Skala cemas 0–10");
    CHECK(scales->rows[0].found == "4 dari 10, 27 Feb");
    CHECK(scales->rows[0].expected == "7 (22 Feb)");
    CHECK(scales->rows[2].found == "14 dari 25, 3 Mar");
    CHECK_FALSE(scales->rows[2].asks_midwife);
    CHECK(scales->rows[3].when == "Cemas, dua pertanyaan (GAD-2)");
    CHECK(scales->rows[3].asks_midwife);
}

TEST_CASE("relaxation is a change; massages seen and told stand apart") {
    House h;
    const CourseModel model = h.model();
    const CoursePart* relax = part(model, "relaxation");
    REQUIRE(relax);
    CHECK(relax->expected_title == "Perubahan");
    CHECK(relax->rows[0].expected == "+1");
    CHECK(relax->rows[1].found == "3 → 7  (dilihat)");
    const CoursePart* massages = part(model, "massages");
    REQUIRE(massages->rows.size() == 2);
    CHECK(massages->rows[1].when == "23 Feb–1 Mar");
    CHECK(massages->rows[1].found == "1 kali");
    CHECK(massages->rows[1].expected == "1 kali");
}

TEST_CASE("a mother who grieves sees nothing about milk, nappies, weight or feeding") {
    Desk desk;
    const auto others = desk::settle_others(desk);
    const CourseModel model(desk.ports(), {others.stillbirth, ""});
    CHECK(model.is_found());
    CHECK(model.is_grieving());
    for (const char* key : {"milk", "letdown", "nappies", "weight"}) {
        CAPTURE(std::string(key));
        CHECK(part(model, key) == nullptr);
    }
    CHECK(part(model, "bleeding") != nullptr);
    for (const auto& each : model.expected()) CHECK(each.what != "ASI");
    screens::ScaleEntry entry(desk.ports(), model.mother(), true);
    for (const auto& each : entry.offers()) CHECK(each.code != "NRS_CONF");
}

TEST_CASE("of twins of whom one died, the living one's rows stay") {
    Desk desk;
    const auto others = desk::settle_others(desk);
    const CourseModel model(desk.ports(), {others.twins, ""});
    CHECK_FALSE(model.is_grieving());
    int nappies = 0;
    for (const CoursePart& each : model.parts()) nappies += each.key.starts_with("nappies") ? 1 : 0;
    CHECK(nappies == 1);
}

TEST_CASE("a cadre is not offered what is the midwife's; a total outside its range is not saved") {
    House h;
    screens::ScaleEntry entry(h.desk.ports(), h.family.mother, false);
    for (const auto& each : entry.offers()) {
        CHECK(each.code != "EPDS");
        CHECK(each.code != "LATCH");
        CHECK(each.code != "IBFAT");
        CHECK(each.code.starts_with("NRS_"));  // that she was trained in another is not recorded
    }
    entry.choose("WHO5");
    CHECK(entry.is_for_the_trained());
    entry.total = "26";
    entry.day = "4-3-2026";
    CHECK_FALSE(entry.save_clicked());
    CHECK_FALSE(entry.problem("total").empty());
    entry.total = "12";
    CHECK(entry.is_positive());  // 48 of 100
    CHECK(entry.save_clicked());
    const auto* saved = h.desk.all("scale_result").back();
    CHECK(saved->fields.integer("total") == 12);
    CHECK(saved->fields.text("person_id") == h.family.mother);
    CHECK(saved->fields.text("taken_at").starts_with("2026-03-04"));
}

TEST_CASE("an EPDS item about harming herself is an alarm for now, without its words") {
    Window w("BIDAN");
    w.d.click("Write down a number");
    w.d.click("instrument/EPDS");
    w.d.fill("total", "8");
    w.d.click("day/today");
    w.d.click("Save");
    CHECK(w.desk.all("scale_result").size() == 3);  // the item has no answer yet
    w.d.click("harm/1");
    w.d.click("Save");
    w.d.frames(3);
    const auto family = w.desk.family(w.family.household).value();
    const auto alarms = screens::open_alarms(family, w.desk.ports().today());
    REQUIRE(alarms.size() == 1);
    CHECK(alarms[0].codes() == std::vector<std::string>{"MDS23"});
    CHECK(alarms[0].urgency == care::Urgency::RedNow);
    CHECK(screens::massage_stop(family, w.family.mother, w.desk.ports().today()).action ==
          care::MassageAction::Stop);
    for (const auto& [key, item] : ui::probe::items()) {
        CHECK(item.value.find("menyakiti") == std::string::npos);
    }
    // A later check does not take its place; a referral that names it does.
    desk::check_mother(w.desk, w.family, "2026-03-05", R"("ds_mds01":"0")");
    CHECK(screens::open_alarms(w.desk.family(w.family.household).value(), w.desk.ports().today())
              .size() == 1);
    w.desk.put("referral", R"({"person_id":")" + w.family.mother +
                               R"(","raised_at":"2026-03-05T10:00:00+07:00","reasons":"MDS23",)" +
                               R"("urgency":"MERAH_SEKARANG"})");
    CHECK(screens::open_alarms(w.desk.family(w.family.household).value(), w.desk.ports().today())
              .empty());
}

TEST_CASE("the page leads to the growth curve, to the massage at home and to a number") {
    Window w;
    w.d.click("growth weight " + w.family.infant);
    CHECK(w.ways.growth == w.family.household);
    w.d.click("Massage at home");
    REQUIRE(w.ways.home);
    CHECK(w.ways.home->mother == w.family.mother);
    w.d.tab_to("Write down a number");
    w.d.press(driver::Key::Enter);
    w.d.frames(2);
    CHECK(w.d.shows("instrument/NRS_ANX"));
    w.d.click("Cancel");
    w.d.frames(2);
    CHECK_FALSE(w.d.shows("instrument/NRS_ANX"));
}

TEST_CASE("a mother's way fits at every size") {
    struct Screen {
        int width, height;
        float scale;
    };
    for (const Screen s : {Screen{1130, 768, 1}, Screen{950, 600, 1}, Screen{1290, 768, 1.5F}}) {
        CAPTURE(s.width);
        Window w("BIDAN", s.width, s.height, s.scale);
        CHECK(ui::probe::clipped_texts().empty());
        w.d.click("Write down a number");
        w.d.frames(2);
        CHECK(ui::probe::clipped_texts().empty());
    }
}
