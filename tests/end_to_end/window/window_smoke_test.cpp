// The program as a cadre runs it: its window on a real (if unseen) display, a real mouse, real
// keys, and what she recorded found in the store afterwards.
#include "client/store/drafts.h"
#include "client/store/status.h"
#include "tests/client/laptop/trial_laptop.h"
#include "tests/end_to_end/window/screen.h"

#include <doctest/doctest.h>

#include <memory>

namespace {

using smoke::Display;
using smoke::Screen;

struct Family {
    std::string household, mother;
};

Family settle(const trial::Laptop& laptop) {
    const auto store = laptop.open();
    Family family;
    family.household =
        laptop.record(*store, "household", R"({"head_name":"Agus Prasetyo","status":"ACTIVE"})");
    family.mother = laptop.record(
        *store, "person",
        R"({"household_id":")" + family.household +
            R"(","full_name":"Siti Aminah","sex":"P","is_mother":"1","is_infant":"0",)" +
            R"("is_supporter":"0","birth_date":"1998-04-02","birth_date_precision":"D",)" +
            R"("nik_status":"NONE","vital_status":"ALIVE"})");
    return family;
}

void open_visit(Screen& screen, const Family& family) {
    screen.click("Families");
    screen.click("family " + family.household);
    screen.click("Record a visit");
    screen.wait_for("visit_type/KADER_HOME");
}

}  // namespace

TEST_CASE("real keys and clicks sign in, record a visit, and leave it in the store") {
    const trial::Laptop laptop;
    const Family family = settle(laptop);
    {
        const Display display;
        Screen screen(laptop.data(), display);
        screen.sign_in(laptop.pin());
        screen.click("Families");
        screen.fill("Search", "aminah");
        screen.key("Return");  // the first found
        screen.click("Record a visit");
        screen.choose("visit_type/KADER_HOME");
        screen.choose("outcome/DONE");
        screen.to_the_end();
        screen.click("Save");
        screen.click("step ending");
        screen.to_the_end();
        screen.fill("note", "Ibu sehat, bayi menyusu kuat");
        screen.click("Save");
        screen.wait_for_words("not sent", "Belum terkirim: 4  ·");
    }
    const auto store = laptop.open();
    const auto visits = store->list("visit").value();
    REQUIRE(visits.size() == 1);
    CHECK(visits[0].fields.text("note") == "Ibu sehat, bayi menyusu kuat");
    CHECK(visits[0].fields.text("visit_type") == "KADER_HOME");
    CHECK(store::sync_status(*store).value().waiting == 4);
}

TEST_CASE("the plug is pulled while she types: the next start gives the words back") {
    const trial::Laptop laptop;
    const Family family = settle(laptop);
    const Display display;
    {
        Screen screen(laptop.data(), display);
        screen.sign_in(laptop.pin());
        open_visit(screen, family);
        screen.choose("outcome/NOT_HOME");
        screen.fill("outcome_note", "ke pasar");
        smoke::pause_ms(1500);  // longer than the pause after which a draft is kept
        screen.client().kill();
    }
    std::string draft;
    {
        const auto store = laptop.open();
        const auto drafts = store::drafts(*store).value();
        REQUIRE(drafts.size() == 1);
        draft = drafts[0].id;
        CHECK(drafts[0].answers.text("outcome_note") == "ke pasar");
    }
    Screen again(laptop.data(), display);
    again.sign_in(laptop.pin());
    again.click("Recover " + draft);
    again.wait_for_value("outcome_note", "ke pasar");
}

TEST_CASE("a window that nobody touches sleeps") {
    const trial::Laptop laptop;
    settle(laptop);
    const Display display;
    Screen screen(laptop.data(), display);
    screen.sign_in(laptop.pin());
    smoke::pause_ms(3000);  // the first round of sending has failed by then, and been drawn
    const long before = smoke::cpu_ticks(screen.client().pid());
    smoke::pause_ms(4000);
    CHECK(smoke::cpu_ticks(screen.client().pid()) - before <=
          4);  // a tick is 10 ms: at most one percent
}
