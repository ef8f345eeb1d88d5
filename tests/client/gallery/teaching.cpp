// Teaching a family the massage: the check, the practice, the result, and what stops it.
#include "client/screens/massage/safety_facts.h"
#include "tests/client/gallery/gallery.h"

namespace gallery {

namespace {

using desk::Desk;
using desk::Village;
using driver::Driver;

std::string husband(Desk& desk, const Village& v) {
    desk.put("visit", R"({"household_id":")" + v.household + R"(","mother_id":")" + v.mother +
                          R"(","started_at":"2026-03-05T09:00:00+07:00","outcome":"DONE"})");
    return desk.put("person", R"({"household_id":")" + v.household +
                                  R"(","full_name":"Agus Prasetyo","sex":"L","is_mother":"0",)"
                                  R"("is_infant":"0","birth_date":"1995-01-01"})");
}

void open(const Village& v, Driver& d) {
    d.fill("PIN", "24681357");
    d.click("Sign in");
    d.frames(5);
    d.click("Families");
    d.click("family " + v.household);
    d.click("Teach the massage");
    d.frames(2);
}

std::string to_check(Desk& desk, const Village& v, Driver& d) {
    const std::string who = husband(desk, v);
    open(v, d);
    d.click("teaching.trainee_id/" + who);
    d.click("teaching.trainee_relation");
    d.click("teaching.trainee_relation/SUAMI");
    d.click("Next");
    d.frames(2);
    return who;
}

void answer_signs(Driver& d, const std::string& yes) {
    for (const care::DangerSign* sign : screens::massage_signs()) {
        const std::string code(sign->code);
        d.click(code + (yes == code ? "/1" : "/0"));
    }
    d.click(yes == "OTHER" ? "OTHER/1" : "OTHER/0");
    d.frames(2);
}

void answer(Driver& d, const std::string& yes) {
    answer_signs(d, "");
    for (int line = 2; line <= 15; ++line) {
        const std::string code = (line < 10 ? "XC0" : "XC") + std::to_string(line);
        d.click(code + (yes == code ? "/1" : "/0"));
    }
    d.frames(2);
}

void to_practice(Desk& desk, const Village& v, Driver& d) {
    to_check(desk, v, d);
    answer(d, "");
    d.click("Next");
    d.click("teaching.consent_touch/1");
    d.click("session.relax_before/3");
    d.click("Next");
    d.click("teaching.methods/EXPLAIN");
    d.click("Next");
    d.click("show.done/1");
    d.click("teaching.return_demo/1");
    d.click("Next");
    d.frames(2);
}

// All with 4 by the key, but the eighth (P08) with `eighth`.
void score(Driver& d, const char* eighth) {
    for (int i = 1; i <= 20; ++i) {
        d.strike(i == 8 ? eighth : "4");
        d.frames(1);
    }
}

void to_result(Desk& desk, const Village& v, Driver& d, const char* eighth) {
    to_practice(desk, v, d);
    score(d, eighth);
    d.click("Next");
    d.click("session.adverse/NONE");
    d.click("session.stopped_early/0");
    d.click("Next");
    d.click("Next");
    d.frames(2);
}

}  // namespace

std::vector<Picture> teaching_pictures() {
    return {
        {"teaching-who",
         [](Desk& desk, const Village& v, Driver& d) {
             husband(desk, v);
             open(v, d);
         }},
        {"teaching-check", [](Desk& desk, const Village& v, Driver& d) { to_check(desk, v, d); }},
        {"teaching-caution",
         [](Desk& desk, const Village& v, Driver& d) {
             to_check(desk, v, d);
             answer(d, "XC12");
             d.click("caution XC12/read");
         }},
        {"teaching-defer",
         [](Desk& desk, const Village& v, Driver& d) {
             to_check(desk, v, d);
             answer(d, "XC04");
         }},
        {"teaching-which-sign",
         [](Desk& desk, const Village& v, Driver& d) {
             to_check(desk, v, d);
             answer_signs(d, "MDS18");
             d.click("Look at the answers again");
         }},
        {"teaching-stop",
         [](Desk& desk, const Village& v, Driver& d) {
             desk.referrals.known_midwife = {"Bidan Ratna Dewi", "Puskesmas Sukamaju",
                                             "081234567890"};
             to_check(desk, v, d);
             answer_signs(d, "MDS18");
         }},
        {"teaching-check-again",
         [](Desk& desk, const Village& v, Driver& d) {
             std::string all;
             for (const care::DangerSign* sign : screens::massage_signs()) {
                 all += ",\"" + care::field_of(*sign) + R"(":"0")";
             }
             const std::string who = husband(desk, v);
             desk.put("mother_check", R"({"visit_id":")" + desk.all("visit").back()->id +
                                          R"(","mother_id":")" + v.mother + "\"" + all + "}");
             open(v, d);
             d.click("teaching.trainee_id/" + who);
             d.click("teaching.trainee_relation");
             d.click("teaching.trainee_relation/SUAMI");
             d.click("Next");
             d.frames(2);
         }},
        {"teaching-refused",
         [](Desk& desk, const Village& v, Driver& d) {
             to_check(desk, v, d);
             answer_signs(d, "");
             d.click("XC02/1");
         }},
        {"teaching-consent",
         [](Desk& desk, const Village& v, Driver& d) {
             to_check(desk, v, d);
             answer(d, "");
             d.click("Next");
         }},
        {"teaching-explain",
         [](Desk& desk, const Village& v, Driver& d) {
             to_check(desk, v, d);
             answer(d, "");
             d.click("Next");
             d.click("teaching.consent_touch/1");
             d.click("Next");
         }},
        {"teaching-show",
         [](Desk& desk, const Village& v, Driver& d) {
             to_check(desk, v, d);
             answer(d, "");
             d.click("Next");
             d.click("teaching.consent_touch/1");
             d.click("Next");
             d.click("teaching.methods/EXPLAIN");
             d.click("Next");
         }},
        {"teaching-practice",
         [](Desk& desk, const Village& v, Driver& d) {
             to_practice(desk, v, d);
             d.strike("4");
             d.frames(1);
             d.strike("2");
             d.frames(2);
         }},
        {"teaching-after",
         [](Desk& desk, const Village& v, Driver& d) {
             to_practice(desk, v, d);
             score(d, "4");
             d.click("Next");
         }},
        {"teaching-feed",
         [](Desk& desk, const Village& v, Driver& d) {
             to_practice(desk, v, d);
             score(d, "4");
             d.click("Next");
             d.click("session.adverse/NONE");
             d.click("session.stopped_early/0");
             d.click("Next");
         }},
        {"teaching-passed",
         [](Desk& desk, const Village& v, Driver& d) { to_result(desk, v, d, "4"); }},
        {"teaching-repeat",
         [](Desk& desk, const Village& v, Driver& d) { to_result(desk, v, d, "2"); }},
        {"teaching-grief",
         [](Desk& desk, const Village& v, Driver& d) {
             husband(desk, v);
             open(v, d);
             desk.change(v.infant, R"({"vital_status":"DEAD"})");
         }},
        {"teaching-danger-gate",
         [](Desk& desk, const Village& v, Driver& d) {
             husband(desk, v);
             desk.put("mother_check", R"({"visit_id":")" + desk.all("visit").back()->id +
                                          R"(","mother_id":")" + v.mother + R"(","ds_mds01":"1"})");
             open(v, d);
         }},
        {"teaching-door",
         [](Desk& desk, const Village& v, Driver& d) {
             husband(desk, v);
             d.fill("PIN", "24681357");
             d.click("Sign in");
             d.frames(5);
             d.click("Families");
             d.click("family " + v.household);
             d.click("Go on with the visit");
             if (!d.shows("step massage_teaching " + v.mother)) d.click("All steps");
             d.click("step massage_teaching " + v.mother);
         }},
    };
}

}  // namespace gallery
