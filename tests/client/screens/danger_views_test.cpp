// The way of a danger sign through the window: taken over, referred, printed, answered, refused.
#include "tests/client/screens/window.h"

#include <doctest/doctest.h>

namespace {

using desk::Desk;
using desk::Village;
using driver::Driver;
using driver::Key;
using screens::Page;

struct Window : screens_test::Window {
    std::string visit() {
        return desk.put("visit",
                        R"({"household_id":")" + village.household + R"(","mother_id":")" +
                            village.mother +
                            R"(","started_at":"2026-03-05T09:00:00+07:00","outcome":"DONE"})");
    }
    void check_mother(const std::string& signs) {
        desk.put("mother_check", R"({"visit_id":")" + visit() + R"(","mother_id":")" +
                                     village.mother + R"(",)" + signs + "}");
    }
    void ask_signs() {
        visit();
        open_family();
        d.click("Go on with the visit");
        d.click("step mother_check " + village.mother);
    }
};

}  // namespace

TEST_CASE("a sign for NOW, its referral, its letter, and back to the questions where they were") {
    Window w;
    w.desk.referrals.known_midwife = {"Bidan Ratna", "", "081234567890"};
    w.ask_signs();
    w.d.click("ds_mds01/1");
    CHECK(w.d.value("danger") == "SEKARANG JUGA ke puskesmas atau rumah sakit");
    CHECK(w.d.shows("midwife code"));
    w.d.click("Write the referral");
    REQUIRE(w.shell.page() == Page::Form);
    while (!w.d.shows("Save")) w.d.click("Next");
    w.d.click("Save");
    REQUIRE(w.shell.page() == Page::Referral);
    REQUIRE(w.desk.saves.size() == 1);
    CHECK(w.desk.saves[0].answers.text("reasons") == "MDS01");
    CHECK(w.desk.saves[0].answers.text("person_id") == w.village.mother);
    w.d.click("Print the letter (A5)");
    REQUIRE(w.desk.printing.printed.size() == 1);
    w.d.click("Keep as a file");
    CHECK(w.d.value("Folder") == "/media/Dokumen");
    w.d.click("Cancel");
    w.d.click("Back");
    REQUIRE(w.shell.page() == Page::Visit);
    CHECK_FALSE(w.d.shows("Write the referral"));  // answered
    w.d.click("ds_mds02/0");
    CHECK(w.desk.saves.size() == 1);  // the check itself is still hers to finish
}

TEST_CASE("who is writing the referral is not asked to write it") {
    Window w;
    w.check_mother(R"("ds_mds01":"1")");
    w.open_family();
    w.d.click("Write the referral");
    REQUIRE(w.shell.page() == Page::Form);
    CHECK(w.d.shows("What to do"));
    CHECK_FALSE(w.d.shows("Write the referral"));
}

TEST_CASE("what is only watched asks to go on first, and leaves nothing to refuse") {
    Window w;
    w.check_mother(R"("ds_mds26":"1")");
    w.open_family();
    w.d.click("What to do");
    REQUIRE(w.d.shows("danger"));
    CHECK_FALSE(w.d.shows("Write the referral"));
    CHECK_FALSE(w.d.shows("The family refuses"));
    w.d.click("Write a referral all the same");
    CHECK(w.shell.page() == Page::Form);
}

TEST_CASE("Escape closes no danger sign; the keyboard alone goes on with the questions") {
    Window w;
    w.ask_signs();
    w.d.click("ds_mds02/1");
    REQUIRE(w.d.shows("danger"));
    w.d.press(Key::Escape);
    REQUIRE(w.d.shows("danger"));
    w.d.tab_to("Go on with the questions");
    w.d.press(Key::Enter);
    CHECK_FALSE(w.d.shows("danger"));
    CHECK(w.d.shows("What to do"));
}

TEST_CASE("a refusal is asked for its reason, and the band goes when it is written down") {
    Window w;
    w.check_mother(R"("ds_mds01":"1")");
    w.open_family();
    CHECK_FALSE(w.d.shows("danger"));
    w.d.click("What to do");
    w.d.click("The family refuses");
    w.d.fill("refusal", "Menunggu suami pulang");
    w.d.click("Write down the refusal");
    w.d.frames(2);
    CHECK_FALSE(w.d.shows("What to do"));
    REQUIRE(w.desk.saves.size() == 1);
    CHECK(w.desk.saves[0].answers.text("refusal_reason") == "Menunggu suami pulang");
}

TEST_CASE("a massage that took place is written down in spite of the sign that holds it") {
    Window w;
    w.check_mother(R"("ds_mds01":"1")");
    w.open_family();
    w.d.click("Massage at home");
    REQUIRE(w.d.shows("no massage"));
    CHECK(w.d.value("no massage") == "Jangan dipijat dulu.");
    w.d.click("Write down a massage that took place");
    CHECK_FALSE(w.d.shows("no massage"));
    CHECK(w.d.shows("massage waits"));
    CHECK(w.d.shows("adverse/NONE"));
}

TEST_CASE("an answer stands on the day's page until it was read") {
    Window w;
    screens::ReferralRow row;
    row.id = w.desk.put("referral", R"({"person_id":")" + w.village.mother +
                                        R"(","raised_at":"2026-03-04T09:00:00+07:00",)"
                                        R"("reasons":"MDS01","urgency":"MERAH_SEKARANG",)"
                                        R"("outcome":"TREATED_HOME"})");
    row.family = w.village.household;
    row.person_name = "Siti Aminah";
    row.raised_at = desk::thursday();
    row.outcome = "TREATED_HOME";
    w.desk.referrals.rows = {row};
    w.sign_in();
    REQUIRE(w.d.shows("answer " + row.id));
    w.d.click("answer " + row.id);
    REQUIRE(w.shell.page() == Page::Referral);
    CHECK(w.d.shows("outcome"));
    w.d.click("Back");
    CHECK_FALSE(w.d.shows("answer " + row.id));
}

TEST_CASE("only a midwife has her page; she closes a referral with the outcome alone") {
    Window cadre;
    cadre.sign_in();
    CHECK_FALSE(cadre.d.shows("Midwife"));

    Window w;
    w.desk.role = "BIDAN";
    screens::ReferralRow row;
    row.id = w.desk.put("referral", R"({"person_id":")" + w.village.mother +
                                        R"(","raised_at":"2026-03-05T08:00:00+07:00",)"
                                        R"("reasons":"MDS01","urgency":"MERAH_SEKARANG",)"
                                        R"("massage_withheld":"1"})");
    row.person_name = "Siti Aminah";
    row.raised_at = desk::thursday();
    w.desk.referrals.rows = {row};
    w.sign_in();
    w.d.click("Midwife");
    w.d.click("referral " + row.id);
    REQUIRE(w.shell.page() == Page::Referral);
    w.d.click("Close with an outcome");
    REQUIRE(w.shell.page() == Page::Form);
    CHECK_FALSE(w.d.shows("reasons"));
    w.d.click("outcome/ADMITTED");
    w.d.fill("feedback", "Kontrol hari Senin");
    w.d.click("Save");
    REQUIRE(w.desk.saves.size() == 1);
    CHECK(w.desk.saves[0].record == row.id);
    CHECK(w.desk.saves[0].answers.text("outcome") == "ADMITTED");
    CHECK_FALSE(w.desk.saves[0].answers.has("reasons"));
}

TEST_CASE("breaths are counted with the space bar beside their question") {
    Window w;
    w.visit();
    w.open_family();
    w.d.click("Go on with the visit");
    w.d.click("step infant_check " + w.village.infant);
    w.d.click("location/HOME");
    w.d.click("Next");
    w.d.click("resp_rate/count");
    w.d.frames(2);
    REQUIRE(w.d.focused() == "breath");
    for (int i = 0; i < 62; ++i) w.d.press(Key::Space);
    w.desk.clock.advance_ms(60000);
    w.d.frames(2);
    CHECK(w.d.value("breaths") == "62");
    w.d.click("Use this number");
    CHECK(w.d.value("resp_rate") == "62");
    CHECK_FALSE(w.d.shows("breaths"));
}
