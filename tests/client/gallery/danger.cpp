// Danger signs, referrals, the midwife's page and the tools.
#include "tests/client/gallery/gallery.h"

namespace gallery {

namespace {

using base::Date;
using desk::Desk;
using desk::Village;
using driver::Driver;

void sign_in(Driver& d) {
    d.fill("PIN", "24681357");
    d.click("Sign in");
    d.frames(5);
}

std::string visit_of_today(Desk& desk, const Village& v) {
    return desk.put("visit", R"({"household_id":")" + v.household + R"(","mother_id":")" +
                                 v.mother +
                                 R"(","started_at":"2026-03-05T09:00:00+07:00","outcome":"DONE"})");
}

void check_mother(Desk& desk, const Village& v, const std::string& signs) {
    desk.put("mother_check", R"({"visit_id":")" + visit_of_today(desk, v) + R"(","mother_id":")" +
                                 v.mother + R"(",)" + signs + "}");
}

void know_midwife(Desk& desk) {
    desk.referrals.known_midwife = {"Bidan Ratna Dewi", "Puskesmas Sukamaju", "081234567890"};
}

void open_family(const Village& v, Driver& d) {
    sign_in(d);
    d.click("Families");
    d.click("family " + v.household);
}

std::string refer(Desk& desk, const Village& v, const std::string& rest = "") {
    return desk.put("referral",
                    R"({"person_id":")" + v.mother + R"(","visit_id":")" + visit_of_today(desk, v) +
                        R"(","raised_at":"2026-03-05T09:10:00+07:00","reasons":"MDS01 MDS11",)"
                        R"("urgency":"MERAH_SEKARANG","massage_withheld":"1","transport":"MOBIL",)"
                        R"("companion_relation":"SUAMI")" +
                        rest + "}");
}

screens::ReferralRow row(const std::string& id, const Village& v, care::Urgency urgency,
                         int hours) {
    screens::ReferralRow made;
    made.id = id;
    made.family = v.household;
    made.family_name = "Agus Prasetyo";
    made.person = v.mother;
    made.person_name = "Siti Aminah";
    made.raised_at = {desk::thursday().unix_ms - hours * 3600000LL};
    made.urgency = urgency;
    made.reasons = {urgency == care::Urgency::RedNow ? "MDS01" : "MDS16"};
    return made;
}

void be_midwife(Desk& desk, const Village& v) {
    desk.role = "BIDAN";
    desk.local_users = {{"dev-1", "Bidan Ratna Dewi"}};
    screens::ReferralRow baby = row("r2", v, care::Urgency::RedToday, 26);
    baby.person_name = "Aisyah Putri";
    baby.is_infant = true;
    baby.reasons = {"IDS12"};
    screens::ReferralRow done = row("r4", v, care::Urgency::RedNow, 60);
    done.outcome = "ADMITTED";
    desk.referrals.rows = {row(refer(desk, v), v, care::Urgency::RedNow, 3), baby,
                           row("r3", v, care::Urgency::Yellow, 5), done};
    const Date today = base::date_in(desk.clock.now(), base::Zone{});
    screens::MotherRow nifas;
    nifas.id = v.mother;
    nifas.family = v.household;
    nifas.name = "Siti Aminah";
    nifas.rt = "003";
    nifas.rw = "001";
    nifas.last_birth = base::add_days(today, -21);
    nifas.has_open_referral = true;
    screens::MotherRow pregnant;
    pregnant.id = "p";
    pregnant.family = v.household;
    pregnant.name = "Dewi Kartikasari";
    pregnant.rt = "004";
    pregnant.is_pregnant = true;
    pregnant.expected = base::add_days(today, 12);
    screens::MotherRow over = pregnant;
    over.id = "o";
    over.name = "Nur Hidayati";
    over.expected = base::add_days(today, -3);
    desk.referrals.mother_rows = {pregnant, over, nifas};
}

void answered(Desk& desk, const Village& v) {
    screens::ReferralRow answer =
        row(refer(desk, v, R"(,"outcome":"ADMITTED")"), v, care::Urgency::RedNow, 20);
    answer.outcome = "ADMITTED";
    answer.feedback = "Sudah ditangani, dirawat dua hari. Kunjungi lagi hari Senin.";
    desk.referrals.rows = {answer};
}

void ask_signs(const Village& v, Driver& d) {
    open_family(v, d);
    d.click("Go on with the visit");
    if (!d.shows("step mother_check " + v.mother)) d.click("All steps");
    d.click("step mother_check " + v.mother);
}

}  // namespace

std::vector<Picture> danger_pictures() {
    return {
        {"takeover-now",
         [](Desk& desk, const Village& v, Driver& d) {
             know_midwife(desk);
             visit_of_today(desk, v);
             ask_signs(v, d);
             d.click("ds_mds01/1");
         }},
        {"takeover-no-number",
         [](Desk& desk, const Village& v, Driver& d) {
             visit_of_today(desk, v);
             ask_signs(v, d);
             d.click("ds_mds02/1");
         }},
        {"takeover-watch",
         [](Desk& desk, const Village& v, Driver& d) {
             know_midwife(desk);
             check_mother(desk, v, R"("ds_mds26":"1")");
             open_family(v, d);
             d.click("What to do");
         }},
        {"danger-band",
         [](Desk& desk, const Village& v, Driver& d) {
             know_midwife(desk);
             visit_of_today(desk, v);
             ask_signs(v, d);
             d.click("ds_mds01/1");
             d.click("Go on with the questions");
         }},
        {"refusal",
         [](Desk& desk, const Village& v, Driver& d) {
             know_midwife(desk);
             check_mother(desk, v, R"("ds_mds01":"1")");
             open_family(v, d);
             d.click("What to do");
             d.click("The family refuses");
         }},
        {"family-alarm",
         [](Desk& desk, const Village& v, Driver& d) {
             check_mother(desk, v, R"("ds_mds01":"1","ds_mds11":"1")");
             open_family(v, d);
         }},
        {"referral-new",
         [](Desk& desk, const Village& v, Driver& d) {
             check_mother(desk, v, R"("ds_mds01":"1")");
             open_family(v, d);
             d.click("Write the referral");
         }},
        {"referral",
         [](Desk& desk, const Village& v, Driver& d) {
             know_midwife(desk);
             answered(desk, v);
             sign_in(d);
             d.click("answer " + desk.referrals.rows[0].id);
         }},
        {"referral-save",
         [](Desk& desk, const Village& v, Driver& d) {
             know_midwife(desk);
             answered(desk, v);
             sign_in(d);
             d.click("answer " + desk.referrals.rows[0].id);
             d.click("Keep as a file");
         }},
        {"referral-printed",
         [](Desk& desk, const Village& v, Driver& d) {
             know_midwife(desk);
             answered(desk, v);
             sign_in(d);
             d.click("answer " + desk.referrals.rows[0].id);
             d.click("Print the letter (A5)");
         }},
        {"answers",
         [](Desk& desk, const Village& v, Driver& d) {
             answered(desk, v);
             sign_in(d);
         }},
        {"massage-held",
         [](Desk& desk, const Village& v, Driver& d) {
             check_mother(desk, v, R"("ds_mds01":"1")");
             open_family(v, d);
             d.click("Massage at home");
         }},
        {"midwife",
         [](Desk& desk, const Village& v, Driver& d) {
             be_midwife(desk, v);
             sign_in(d);
             d.click("Midwife");
         }},
        {"midwife-mothers",
         [](Desk& desk, const Village& v, Driver& d) {
             be_midwife(desk, v);
             sign_in(d);
             d.click("Midwife");
             d.click("midwife/mothers");
         }},
        {"midwife-contact",
         [](Desk& desk, const Village& v, Driver& d) {
             be_midwife(desk, v);
             sign_in(d);
             d.click("Midwife");
             d.click("midwife/mothers");
             d.click("mother " + v.mother);
         }},
        {"midwife-births",
         [](Desk& desk, const Village& v, Driver& d) {
             be_midwife(desk, v);
             sign_in(d);
             d.click("Midwife");
             d.click("midwife/births");
         }},
        {"midwife-referral",
         [](Desk& desk, const Village& v, Driver& d) {
             be_midwife(desk, v);
             sign_in(d);
             d.click("Midwife");
             d.click("referral " + desk.referrals.rows[0].id);
         }},
        {"tools",
         [](Desk& desk, const Village&, Driver& d) {
             know_midwife(desk);
             sign_in(d);
             d.click("Tools");
             for (int i = 0; i < 23; ++i) d.click("breath");
         }},
        {"tools-number",
         [](Desk&, const Village&, Driver& d) {
             sign_in(d);
             d.click("Tools");
             d.fill("midwife phone", "0812");
             d.click("Keep the number");
         }},
        {"breath-dialog",
         [](Desk& desk, const Village& v, Driver& d) {
             visit_of_today(desk, v);
             open_family(v, d);
             d.click("Go on with the visit");
             if (!d.shows("step infant_check " + v.infant)) d.click("All steps");
             d.click("step infant_check " + v.infant);
             d.click("location/HOME");
             d.click("Next");
             d.click("resp_rate/count");
             for (int i = 0; i < 62; ++i) d.press(driver::Key::Space);
             desk.clock.advance_ms(60000);
         }},
    };
}

}  // namespace gallery
