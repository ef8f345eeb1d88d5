// The window's application on a real sealed store, with the screens drawn headless over it.
#include "client/app/window/session.h"
#include "client/screens/families/families_page.h"
#include "client/screens/family/family_page.h"
#include "client/screens/record/record_form_page.h"
#include "client/screens/record/visit_page.h"
#include "client/screens/shell/shell.h"
#include "client/screens/shell/shell_model.h"
#include "client/screens/sign_in/sign_in_page.h"
#include "client/store/drafts.h"
#include "client/store/status.h"
#include "tests/client/driver/driver.h"
#include "tests/client/laptop/trial_laptop.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace {

using driver::Driver;
using driver::Key;
using screens::Page;

struct Window {
    explicit Window(const trial::Laptop& laptop)
        : session(laptop.data(), clock, [] {}), shell(session.ports()), d([this] { draw(); }) {}

    void draw() {
        session.tick();
        screens::draw(shell);
    }
    // Frames until the other threads have answered; a minute is more than Argon2id ever takes.
    void until(const std::function<bool()>& done) {
        for (int i = 0; i < 3000 && !done(); ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            d.frames(1);
        }
        REQUIRE(done());
    }
    void sign_in(const std::string& pin) {
        d.fill("PIN", pin);
        d.click("Sign in");
        until([this] {
            return shell.page() != Page::SignIn ||
                   !shell.showing<screens::SignInPage>().model().is_working();
        });
        d.frames(2);
        if (shell.page() == Page::Today) d.click("Families");
    }

    base::SystemClock clock;
    client_app::Session session;
    screens::ShellModel shell;
    Driver d;
};

struct Family {
    std::string household, mother, infant;
};

Family settle(const trial::Laptop& laptop) {
    const auto store = laptop.open();
    Family family;
    family.household = laptop.record(
        *store, "household", R"({"head_name":"Agus Prasetyo","rt":"003","status":"ACTIVE"})");
    const std::string house = R"({"household_id":")" + family.household + R"(",)";
    family.mother = laptop.record(
        *store, "person",
        house + R"("full_name":"Siti Aminah","sex":"P","is_mother":"1","is_infant":"0",)" +
            R"("is_supporter":"0","birth_date":"1998-04-02","birth_date_precision":"D",)" +
            R"("nik_status":"NONE","vital_status":"ALIVE"})");
    return family;
}

}  // namespace

TEST_CASE("a cadre signs in, records a visit, and it is in the store, waiting to be sent") {
    const trial::Laptop laptop;
    const Family family = settle(laptop);
    {
        Window w(laptop);
        w.sign_in("24681357");
        REQUIRE(w.shell.page() == Page::Families);
        w.d.fill("Search", "aminah");
        w.d.click("family " + family.household);
        w.d.click("Record a visit");
        w.d.click("visit_type/KADER_HOME");
        w.d.click("outcome/DONE");
        while (!w.d.shows("Save")) w.d.click("Next");
        w.d.click("Save");
        w.d.click("step ending");
        while (!w.d.shows("note")) w.d.click("Next");
        w.d.fill("note", "Ibu sehat");
        w.d.click("Save");
        REQUIRE(w.shell.page() == Page::Visit);
        CHECK(w.d.shows("told mother_check " + family.mother));
        CHECK(w.d.value("not sent") == "Belum terkirim: 4  ·  belum pernah mengirim");
    }
    const auto store = laptop.open();
    const auto visits = store->list("visit").value();
    REQUIRE(visits.size() == 1);
    CHECK(visits[0].fields.text("note") == "Ibu sehat");
    CHECK(visits[0].fields.text("mother_id") == family.mother);
    CHECK(visits[0].unit == "P03");
    CHECK(store::sync_status(*store).value().waiting == 4);
    const auto kept = store::drafts(*store).value();
    CHECK(std::none_of(kept.begin(), kept.end(),
                       [](const store::Draft& each) { return each.type == "visit"; }));
}

TEST_CASE("a wrong PIN opens nothing and is counted by the key file") {
    const trial::Laptop laptop;
    Window w(laptop);
    for (int i = 0; i < 2; ++i) {
        w.sign_in("11112222");
        CHECK(w.shell.page() == Page::SignIn);
        CHECK(w.d.value("PIN/problem").starts_with("PIN salah."));
    }
}

TEST_CASE("while the key is made the frames go on") {
    const trial::Laptop laptop;
    Window w(laptop);
    w.d.fill("PIN", laptop.pin());
    const auto before = std::chrono::steady_clock::now();
    w.d.click("Sign in");
    w.d.frames(5);
    const auto spent = std::chrono::steady_clock::now() - before;
    CHECK(w.shell.showing<screens::SignInPage>().model().is_working());
    CHECK(spent < std::chrono::milliseconds(500));
    w.until([&] { return w.shell.page() == Page::Today; });
}

TEST_CASE("without a connection sending fails in words, and what waits goes on waiting") {
    const trial::Laptop laptop;
    settle(laptop);
    Window w(laptop);
    w.sign_in(laptop.pin());
    w.d.click("Send");
    w.until([&] { return !w.session.ports().sync.state().is_running; });
    w.d.frames(2);
    CHECK(
        w.d.value("trouble").starts_with("Tidak terkirim: tidak ada sambungan ke puskesmas. "
                                         "2 catatan Anda aman di laptop ini."));
    CHECK(w.d.value("waiting") == "2");
    CHECK(w.session.ports().sync.state().next_try_at.has_value());
}

TEST_CASE("a program that is killed in a form gives the answers back at the next sign-in") {
    const trial::Laptop laptop;
    const Family family = settle(laptop);
    {
        Window w(laptop);
        w.sign_in(laptop.pin());
        w.d.click("family " + family.household);
        w.d.click("Record a visit");
        w.d.click("outcome/NOT_HOME");
        w.d.fill("outcome_note", "ke pasar");
        w.until(
            [&] { return w.shell.showing<screens::VisitPage>().model().form().is_draft_kept(); });
    }  // no leaving, no locking
    Window w(laptop);
    w.sign_in(laptop.pin());
    REQUIRE(w.shell.showing<screens::FamiliesPage>().model().drafts().size() == 1);
    const auto draft = w.shell.showing<screens::FamiliesPage>().model().drafts().front();
    CHECK(draft.family == family.household);
    w.d.click("Recover " + draft.id);
    CHECK(w.d.value("outcome/NOT_HOME") == "on");
    CHECK(w.d.value("outcome_note") == "ke pasar");
}

TEST_CASE("locked and opened again, it is the same store with the same families") {
    const trial::Laptop laptop;
    const Family family = settle(laptop);
    Window w(laptop);
    w.sign_in(laptop.pin());
    w.d.click("Lock");
    CHECK(w.shell.page() == Page::SignIn);
    CHECK(w.session.ports().families.list("").empty());
    w.sign_in(laptop.pin());
    CHECK(w.d.shows("family " + family.household));
}

TEST_CASE("a correction changes the record and keeps its identity") {
    const trial::Laptop laptop;
    const Family family = settle(laptop);
    {
        Window w(laptop);
        w.sign_in(laptop.pin());
        w.d.click("family " + family.household);
        w.d.click("person " + family.mother);
        w.d.click("See or change the details");
        w.d.fill("full_name", "Siti Aminah binti Karto");
        w.d.click("Save");
        CHECK(w.shell.page() == Page::Family);
    }
    const auto store = laptop.open();
    const auto found = store->find(family.mother).value();
    REQUIRE(found);
    CHECK(found->record.fields.text("full_name") == "Siti Aminah binti Karto");
    CHECK(found->record.fields.text("birth_date") == "1998-04-02");
    CHECK(store->list("person").value().size() == 1);
}

TEST_CASE("a new family and its mother are written down from nothing") {
    const trial::Laptop laptop;
    Window w(laptop);
    w.sign_in(laptop.pin());
    CHECK(w.d.shows("no family"));
    w.d.click("New family");
    w.d.fill("household.head_name", "Bapak Ahmad");
    w.d.click("Whom are you writing down?/family");
    w.d.click("Save");
    REQUIRE(w.shell.page() == Page::Family);
    w.d.click("Add a person");
    w.d.fill("full_name", "Wulandari");
    w.d.click("sex/P");
    w.d.click("is_mother/1");
    w.d.click("is_infant/0");
    w.d.click("is_supporter/0");
    w.d.fill("birth_date", "2-4-1998");
    w.d.click("birth_date_precision/D");
    w.d.click("Next");
    w.d.click("nik_status/NONE");
    while (!w.d.shows("Save")) w.d.click("Next");
    w.d.click("Save");
    REQUIRE(w.shell.page() == Page::Family);
    CHECK(w.shell.showing<screens::FamilyPage>().model().family().persons.size() == 1);
    const auto rows = w.session.ports().families.list("wulan");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].head == "Bapak Ahmad");
}

TEST_CASE("what is saved shows at once: in the list, in the search, and as no longer due") {
    const trial::Laptop laptop;
    const Family family = settle(laptop);
    Window w(laptop);
    w.sign_in(laptop.pin());
    screens::Families& families = w.session.ports().families;
    const auto before = families.version();
    REQUIRE(families.list("aminah").size() == 1);
    CHECK_FALSE(families.list("aminah")[0].last_visit.has_value());
    w.d.click("family " + family.household);
    w.d.click("Record a visit");
    w.d.click("visit_type/KADER_HOME");
    w.d.click("outcome/DONE");
    while (!w.d.shows("Save")) w.d.click("Next");
    w.d.click("Save");
    CHECK(families.version() > before);
    CHECK(families.list("aminah")[0].last_visit == w.session.ports().today());
    CHECK(families.list("agus rt 003").size() == 1);
    CHECK(families.list("agus rt 004").empty());
}
