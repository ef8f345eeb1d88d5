// The program as a cadre runs it: its window on a real (if unseen) display, a real mouse, real
// keys, and what she recorded found in the store afterwards.
#include "client/store/drafts.h"
#include "client/store/status.h"
#include "tests/client/laptop/trial_laptop.h"
#include "tests/end_to_end/window/display.h"

#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace {

using smoke::Display;

struct Place {
    std::string role, where, value;
    int x = 0, y = 0;
};

void pause_ms(int ms) {
    std::this_thread::sleep_for(std::chrono::milliseconds(ms));
}

// kawan-client on a display, moved by xdotool to where it says that its widgets are.
class Screen {
public:
    Screen(const trial::Laptop& laptop, const Display& display)
        : display_(display),
          probe_(laptop.data() + "/probe.txt"),
          client_(display.with({end_to_end::program("kawan-client"), "--data", laptop.data(),
                                "--scale", "1", "--probe", probe_}),
                  laptop.data() + "/log.txt") {
        wait_for("PIN");
        xdotool({"search", "--sync", "--name", "Kawan ASI", "windowmove", "0", "0", "windowfocus"});
        pause_ms(200);
    }

    std::map<std::string, Place> places() const {
        std::map<std::string, Place> all;
        std::ifstream file(probe_);
        for (std::string line; std::getline(file, line);) {
            std::istringstream columns(line);
            Place place;
            std::string key, x, y;
            std::getline(columns, place.role, '\t');
            std::getline(columns, key, '\t');
            std::getline(columns, x, '\t');
            std::getline(columns, y, '\t');
            std::getline(columns, place.where, '\t');
            std::getline(columns, place.value, '\t');
            if (x.empty() || y.empty()) continue;
            place.x = std::stoi(x);
            place.y = std::stoi(y);
            all[key] = place;
        }
        return all;
    }

    Place wait_for(const std::string& key) {
        for (int i = 0; i < 600; ++i) {
            const auto now = places();
            if (const auto found = now.find(key); found != now.end()) return found->second;
            if (!client_.is_running()) throw std::runtime_error("the window has gone");
            pause_ms(50);
        }
        throw std::runtime_error("\"" + key + "\" never came to the screen");
    }

    void click(const std::string& key) {
        wait_for(key);
        pause_ms(150);  // a page that has just opened may still settle
        Place place = wait_for(key);
        for (int i = 0; i < 50 && place.where != "seen"; ++i) {
            xdotool({"mousemove", "700", "400", "click", place.where == "below" ? "5" : "4"});
            pause_ms(100);
            place = wait_for(key);
        }
        xdotool({"mousemove", std::to_string(place.x), std::to_string(place.y), "sleep", "0.1",
                 "click", "1", "sleep", "0.15"});
    }
    void type(const std::string& text) { xdotool({"type", "--delay", "15", text}); }
    void key(const std::string& name) { xdotool({"key", name, "sleep", "0.1"}); }
    // To the end of a form, which stands below other parts.
    void to_the_end() {
        while (!places().contains("Save")) click("Next");
    }
    end_to_end::Background& client() { return client_; }

private:
    void xdotool(std::vector<std::string> words) const { display_.xdotool(std::move(words)); }

    const Display& display_;
    std::string probe_;
    end_to_end::Background client_;
};

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

void sign_in(Screen& screen, const trial::Laptop& laptop) {
    screen.click("PIN");
    screen.type(laptop.pin());
    screen.key("Return");
    screen.wait_for("New family");
}

}  // namespace

TEST_CASE("real keys and clicks sign in, record a visit, and leave it in the store") {
    const trial::Laptop laptop;
    const Family family = settle(laptop);
    {
        const Display display;
        Screen screen(laptop, display);
        sign_in(screen, laptop);
        screen.click("Search");
        screen.type("aminah");
        screen.click("family " + family.household);
        screen.click("Record a visit");
        screen.click("visit_type/KADER_HOME");
        screen.click("outcome/DONE");
        screen.to_the_end();
        screen.click("Save");
        screen.wait_for("step mother_check " + family.mother);
        screen.click("step ending");
        screen.to_the_end();
        screen.click("note");
        screen.type("Ibu sehat, bayi menyusu kuat");
        screen.click("Save");
        screen.wait_for("told mother_check " + family.mother);
        CHECK(screen.wait_for("not sent").value == "Belum terkirim: 4");
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
        Screen screen(laptop, display);
        sign_in(screen, laptop);
        screen.click("family " + family.household);
        screen.click("Record a visit");
        screen.click("outcome/NOT_HOME");
        screen.click("outcome_note");
        screen.type("ke pasar");
        pause_ms(1500);  // longer than the pause after which a draft is kept
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
    Screen again(laptop, display);
    sign_in(again, laptop);
    again.click("Recover " + draft);
    CHECK(again.wait_for("outcome_note").value == "ke pasar");
}

TEST_CASE("a window that nobody touches sleeps") {
    const trial::Laptop laptop;
    settle(laptop);
    const Display display;
    Screen screen(laptop, display);
    sign_in(screen, laptop);
    pause_ms(3000);  // the first round of sending has failed by then, and been drawn
    const long before = smoke::cpu_ticks(screen.client().pid());
    pause_ms(4000);
    CHECK(smoke::cpu_ticks(screen.client().pid()) - before <=
          4);  // a tick is 10 ms: at most one percent
}
