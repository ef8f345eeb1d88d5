// Every screen, drawn without a display and driven by the names of its widgets.
#include "client/ui/words/words.h"
#include "tests/client/screens/window.h"

#include <doctest/doctest.h>

#include <functional>
#include <memory>
#include <vector>

namespace {

using desk::Desk;
using desk::Village;
using driver::Driver;
using driver::Key;
using screens::Page;

struct Window : screens_test::Window {
    using screens_test::Window::Window;
    void sign_in() { open_families(); }
    void to_the_end() {
        while (!d.shows("Save")) d.click("Next");
    }
};

}  // namespace

TEST_CASE("a cadre signs in, finds a family, records a visit and its danger signs") {
    Window w;
    w.sign_in();
    REQUIRE(w.shell.page() == Page::Families);
    w.d.fill("Search", "aminah");
    w.d.click("family " + w.village.household);
    w.d.click("Record a visit");
    w.d.click("visit_type/KADER_HOME");
    w.d.click("outcome/DONE");
    w.d.click("Next");
    w.d.click("persons_seen/" + w.village.mother);
    w.to_the_end();
    w.d.click("Save");
    REQUIRE(w.shell.page() == Page::Visit);
    CHECK(w.d.value("toast") == "Tersimpan di laptop ini");
    REQUIRE(w.desk.saves.size() == 1);
    CHECK(w.desk.saves[0].answers.text("persons_seen") == w.village.mother);
    CHECK(w.d.value("not sent") == "Belum terkirim: 1  ·  belum pernah mengirim");

    w.d.click("step mother_check " + w.village.mother);
    const forms::Form& form = *w.desk.forms().find("mother_check");
    for (const forms::Question& question : form.questions) {
        if (!question.has_appearance("danger-sign") || question.has_appearance("private")) continue;
        w.d.click(question.name + (question.name == "ds_mds02" ? "/1" : "/0"));
        if (question.name == "ds_mds02") w.d.click("Go on with the questions");
    }
    CHECK(w.d.value("ds_mds02/alarm") ==
          "Tanda bahaya: hubungi bidan sekarang. Jangan dipijat dulu.");
    w.d.click("Next");
    w.d.click("asked_alone/0");
    w.to_the_end();
    w.d.click("Save");
    REQUIRE(w.desk.saves.size() == 2);
    CHECK(w.desk.saves[1].answers.text("ds_mds02") == "1");
    CHECK(w.desk.saves[1].answers.text("ds_mds01") == "0");
    CHECK(w.d.at("step referral " + w.village.mother).value == "here");  // before all else
    w.d.click("Continue later");
    CHECK(w.shell.page() == Page::Family);
    CHECK(w.d.shows("Write the referral"));
}

TEST_CASE("a wrong PIN shows its sentence below the field and opens nothing") {
    Window w;
    w.d.fill("PIN", "11112222");
    w.d.press(Key::Enter);
    w.d.frames(5);
    CHECK(w.d.value("PIN/problem") == "PIN salah. Coba lagi.");
    CHECK(w.shell.page() == Page::SignIn);
}

TEST_CASE("Enter in the PIN field signs in; the cursor stands there from the start") {
    Window w;
    CHECK(w.d.focused() == "PIN");
    w.d.type("24681357");
    w.d.press(Key::Enter);
    w.d.frames(5);
    CHECK(w.shell.page() == Page::Today);
}

TEST_CASE("an unregistered laptop says what to do") {
    Desk desk;
    desk.local_users.clear();
    screens::ShellModel shell(desk.ports());
    const Driver d([&] { screens::draw(shell); });
    CHECK(d.shows("nobody"));
    CHECK_FALSE(d.shows("PIN"));
}

TEST_CASE("a first family is recorded from the empty list, and opened") {
    Desk desk;
    screens::ShellModel shell(desk.ports());
    Driver d([&] { screens::draw(shell); });
    d.type("24681357");
    d.press(Key::Enter);
    d.frames(5);
    d.click("Families");
    CHECK(d.shows("no family"));
    d.click("New family");
    d.fill("household.head_name", "Bapak Ahmad");
    d.click("Whom are you writing down?/family");
    d.click("Save");
    REQUIRE(desk.all("household").size() == 1);
    CHECK(desk.all("household").front()->fields.text("head_name") == "Bapak Ahmad");
    CHECK(shell.page() == Page::Family);
}

TEST_CASE("who works for two posyandu says which a new family belongs to") {
    Desk desk;
    desk.units.push_back({"P04", "Posyandu Mawar"});
    screens::ShellModel shell(desk.ports());
    Driver d([&] { screens::draw(shell); });
    d.type("24681357");
    d.press(Key::Enter);
    d.frames(5);
    d.click("Families");
    d.click("New family");
    d.click("Whom are you writing down?/family");
    d.click("Save");
    CHECK(desk.saves.empty());
    CHECK(d.value("trouble") == "Belum tersimpan: pilih posyandu keluarga ini.");
    d.click("Posyandu/P04");
    d.click("Save");
    REQUIRE(desk.saves.size() == 1);
    CHECK(desk.saves[0].unit == "P04");
}

TEST_CASE("a missing answer is shown below its question, and nothing is saved") {
    Window w;
    w.open_family();
    w.d.click("Record a visit");
    w.to_the_end();
    w.d.click("Save");
    CHECK(w.d.shows("outcome/problem"));
    CHECK(w.d.shows("trouble"));
    CHECK(w.desk.saves.empty());
}

TEST_CASE("a visit left in the middle is offered again, recovered whole or thrown away") {
    Window w;
    w.open_family();
    w.d.click("Record a visit");
    w.d.click("visit_type/KADER_HOME");
    w.d.click("Families");
    CHECK(w.shell.page() == Page::Families);
    const std::string id = w.desk.drafts().front().id;
    w.d.click("Recover " + id);
    CHECK(w.d.value("visit_type/KADER_HOME") == "on");
    w.d.click("Continue later");
    w.d.click("Families");
    w.d.click("Throw away " + id);
    CHECK(w.desk.drafts().size() == 1);  // asks first
    w.d.click("Yes, throw away " + id);
    CHECK(w.desk.drafts().empty());
    CHECK_FALSE(w.d.shows("Recover " + id));
}

TEST_CASE("a whole visit can be recorded without the mouse") {
    Window w;
    w.d.type("24681357");
    w.d.press(Key::Enter);
    w.d.frames(5);
    const auto press = [&](const std::string& key) {
        w.d.tab_to(key);
        w.d.press(Key::Enter);
        w.d.frames(2);
    };
    press("Families");
    press("family " + w.village.household);
    press("Record a visit");
    press("visit_type/KADER_HOME");
    w.d.tab_to("outcome/PARTIAL");
    w.d.press(Key::Space);
    w.d.tab_to("outcome_note");
    w.d.type("dicatat tanpa tetikus");
    while (!w.d.shows("Save")) press("Next");
    press("Save");
    REQUIRE(w.desk.saves.size() == 1);
    CHECK(w.desk.saves[0].answers.text("outcome_note") == "dicatat tanpa tetikus");
}

TEST_CASE("the language changes in the middle of a form and nothing typed is lost") {
    Window w;
    w.open_family();
    w.d.click("Record a visit");
    w.d.click("outcome/NOT_HOME");
    w.d.fill("outcome_note", "ke pasar");
    w.desk.settings.look.is_english = true;
    w.d.frames(2);
    CHECK(w.d.value("Next") == "Next");
    CHECK(w.d.value("outcome_note") == "ke pasar");
    w.desk.settings.look.is_english = false;
    w.d.frames(2);
    CHECK(w.d.value("Next") == "Lanjut");
}

TEST_CASE("locking keeps what was being written and asks for the PIN again") {
    Window w;
    w.open_family();
    w.d.click("Record a visit");
    w.d.click("outcome/DONE");
    w.d.click("Lock");
    CHECK(w.shell.page() == Page::SignIn);
    CHECK(w.desk.locked == 1);
    CHECK(w.desk.drafts().size() == 1);
}

TEST_CASE("the page of sending shows four counts and starts a round") {
    Window w;
    w.desk.sync.waiting = 3;
    w.desk.sync.to_mend = 1;
    w.sign_in();
    w.d.click("Send");
    CHECK(w.d.value("waiting") == "3");
    CHECK(w.d.value("to mend") == "1");
    CHECK(w.d.value("differing") == "0");
    CHECK(w.d.shows("equal"));
    w.d.click("Send now");
    CHECK(w.desk.syncs_started == 1);
    w.desk.sync.is_running = true;
    w.d.frames(2);
    CHECK(w.d.at("Send now").disabled);
    CHECK(w.d.shows("sending"));
    w.desk.sync.to_send = 3;
    w.d.frames(2);
    w.d.click("Pause");
    CHECK(w.desk.sync.is_pausing);
}

namespace {

// Every page a cadre can see, one after the other.
void walk(Window& w, const std::function<void(const char*)>& look) {
    look("sign in");
    w.desk.sync.waiting = 12;
    w.desk.sync.trouble = screens::SyncTrouble::NoConnection;
    w.desk.sync.last_sync_at = desk::thursday();
    w.desk.sync.receipts = {{desk::thursday(), 1, 12}};
    w.sign_in();
    look("families");
    w.d.click("Today");
    look("today");
    w.d.click("Not today " + w.village.household);
    look("not today");
    w.d.click("What now?/called off");
    look("cannot be visited");
    w.d.click("Cancel");
    w.d.click("Send");
    look("sending");
    w.d.click("Families");
    w.d.click("family " + w.village.household);
    look("family");
    w.d.click("Record a visit");
    look("visit");
    w.d.click("visit_type/KADER_HOME");
    w.d.click("outcome/DONE");
    while (!w.d.shows("Save")) {
        w.d.click("Next");
        look("visit, a part");
    }
    w.d.click("Save");
    w.d.seconds(5);
    look("consent");
    w.d.click("Pass over, not asked");
    look("mother check");
    w.d.click("Continue later");
    w.d.seconds(5);
    look("family with a visit");
    w.d.click("step massage_teaching " + w.village.mother);
    look("teaching");
    w.d.click("leave teaching");
    for (const char* type : {"mother_check"}) {
        w.d.click(std::string("step ") + type + " " + w.village.mother);
        look(type);
        while (!w.d.shows("Save")) {
            w.d.click("Next");
            look(type);
        }
        w.d.click("Continue later");
    }
    for (const char* type : {"infant_check", "feeding_recall"}) {
        w.d.click(std::string("step ") + type + " " + w.village.infant);
        look(type);
        while (!w.d.shows("Save")) {
            w.d.click("Next");
            look(type);
        }
        w.d.click("Continue later");
    }
    w.d.click("Families");
    look("families with drafts");
}

bool is_pressed(const ui::Item& item) {
    return item.role == "button" || item.role == "radio" || item.role == "nav" ||
           item.role == "row" || item.role == "step" || item.role == "combo" || item.role == "text";
}

}  // namespace

TEST_CASE(
    "no text is clipped and every target is 44 px, on every page, at 1366x768, 1024x600 and 150 "
    "%") {
    struct Screen {
        int width, height;
        float scale;
    };
    for (const Screen s : {Screen{1366, 768, 1}, Screen{1024, 600, 1}, Screen{1366, 768, 1.5F}}) {
        CAPTURE(s.width);
        CAPTURE(s.scale);
        Window w(s.width, s.height, s.scale);
        walk(w, [&](const char* page) {
            CAPTURE(page);
            for (const std::string& text : ui::probe::clipped_texts()) {
                CAPTURE(text);
                CHECK(false);
            }
            for (const auto& [key, item] : ui::probe::items()) {
                if (!is_pressed(item)) continue;
                const std::string& name = key;  // clang 14 captures no structured binding
                CAPTURE(name);
                CHECK(item.place.height() >= 44 * s.scale - 1);
                CHECK(item.place.width() >= 44 * s.scale - 1);
                CHECK(item.place.right <= static_cast<float>(s.width));
            }
        });
    }
}

TEST_CASE("English fits too") {
    words::use(words::Language::English);
    Window w(1024, 600);
    walk(w, [&](const char* page) {
        CAPTURE(page);
        CHECK(ui::probe::clipped_texts().empty());
    });
    words::use(words::Language::Indonesian);
}

TEST_CASE("ten thousand families cost a frame what twenty do: only the rows in sight are drawn") {
    Window w;
    for (int i = 0; i < 10000; ++i) {
        w.desk.put("household", R"({"head_name":"Keluarga )" + std::to_string(i) + R"("})");
    }
    w.sign_in();
    int rows = 0;
    for (const auto& [key, item] : ui::probe::items()) rows += item.role == "row" ? 1 : 0;
    CHECK(rows > 5);
    CHECK(rows < 20);
}
