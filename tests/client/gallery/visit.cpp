// The guided visit from its first step to its end, and what stands beside it.
#include "tests/client/gallery/gallery.h"

namespace gallery {

namespace {

using desk::Desk;
using desk::Village;
using driver::Driver;
using driver::Key;

void open_family(const Village& v, Driver& d) {
    d.fill("PIN", "24681357");
    d.click("Sign in");
    d.frames(5);
    d.click("Families");
    d.click("family " + v.household);
}

void begin(const Village& v, Driver& d) {
    open_family(v, d);
    d.click("Record a visit");
}

void met(const Village& v, Driver& d) {
    begin(v, d);
    d.click("visit_type/KADER_HOME");
    d.click("outcome/DONE");
    while (!d.shows("Save")) d.click("Next");
    d.click("Save");
    d.seconds(5);
}

void go_to(Driver& d, const std::string& step) {
    if (!d.shows("step " + step)) d.click("All steps");
    d.click("step " + step);
}

// What was measured at the last visit stands beside.
void measured_before(Desk& desk, const Village& v) {
    const std::string visit =
        desk.put("visit", R"({"household_id":")" + v.household + R"(","mother_id":")" + v.mother +
                              R"(","started_at":"2026-02-26T10:00:00+07:00","outcome":"DONE"})");
    desk.put("infant_check", R"({"visit_id":")" + visit + R"(","infant_id":")" + v.infant +
                                 R"(","location":"HOME","weight_g":3400,"temp_c":36.7,)"
                                 R"("feeds_24h":9,"length_cm":51.5})");
}

void weigh(const Village& v, Driver& d, const std::string& typed) {
    met(v, d);
    go_to(d, "infant_check " + v.infant);
    d.click("location/HOME");
    d.click("Next");
    d.click("Next");
    d.fill("weight_g", typed);
}

void yesterdays_record(Desk& desk, const Village& v, Driver& d) {
    desk.clock.advance_ms(-20LL * 3600 * 1000);
    const std::string id =
        desk.put("visit", R"({"household_id":")" + v.household + R"(","mother_id":")" + v.mother +
                              R"(","started_at":"2026-03-04T10:00:00+07:00","outcome":"DONE",)" +
                              R"("visit_type":"POSY","provider_id":"x","provider_role":"KADER",)" +
                              R"("topics":"BF KB","note":"Bayi menyusu kuat"})");
    desk.clock.advance_ms(20LL * 3600 * 1000);
    open_family(v, d);
    if (d.shows("family part/history")) d.click("family part/history");
    d.click("entry " + id);
    if (d.shows("Open this record")) d.click("Open this record");
}

}  // namespace

std::vector<Picture> visit_pictures() {
    return {
        {"guided-1-beginning", [](Desk&, const Village& v, Driver& d) { begin(v, d); }},
        {"guided-1-nobody-home",
         [](Desk&, const Village& v, Driver& d) {
             begin(v, d);
             d.click("outcome/NOT_HOME");
             while (!d.shows("Save")) d.click("Next");
         }},
        {"guided-2-consent", [](Desk&, const Village& v, Driver& d) { met(v, d); }},
        {"guided-3-mother-signs",
         [](Desk&, const Village& v, Driver& d) {
             met(v, d);
             d.click("Pass over, not asked");
             d.type("ttt");
         }},
        {"guided-4-infant",
         [](Desk&, const Village& v, Driver& d) {
             met(v, d);
             go_to(d, "infant_check " + v.infant);
             d.click("location/HOME");
             d.click("Next");
         }},
        {"guided-5-recall",
         [](Desk&, const Village& v, Driver& d) {
             met(v, d);
             go_to(d, "feeding_recall " + v.infant);
             d.click("Next");
             d.click("Next");
             d.type("tt");
         }},
        {"guided-6-massage",
         [](Desk&, const Village& v, Driver& d) {
             met(v, d);
             go_to(d, "massage_teaching " + v.mother);
         }},
        {"guided-7-ending",
         [](Desk&, const Village& v, Driver& d) {
             met(v, d);
             go_to(d, "ending");
             while (!d.shows("Save")) d.click("Next");
         }},
        {"guided-8-end",
         [](Desk&, const Village& v, Driver& d) {
             met(v, d);
             while (d.shows("Pass over, not asked")) d.click("Pass over, not asked");
             while (!d.shows("next_visit_date")) d.click("Next");
             d.click("next_visit_date/in a week");
             while (!d.shows("Save")) d.click("Next");
             d.click("Save");
             d.seconds(5);
         }},
        {"guided-8-end-nobody-home",
         [](Desk&, const Village& v, Driver& d) {
             begin(v, d);
             d.click("visit_type/KADER_HOME");
             d.click("outcome/NOT_HOME");
             while (!d.shows("Save")) d.click("Next");
             d.click("next_visit_date/tomorrow");
             d.click("Save");
             d.seconds(5);
         }},
        {"guided-mourning",
         [](Desk& desk, const Village& v, Driver& d) {
             desk.change(v.mother, R"({"live_infants":"0"})");
             desk.change(v.infant, R"({"vital_status":"DEAD"})");
             met(v, d);
         }},
        {"previous-values",
         [](Desk& desk, const Village& v, Driver& d) {
             measured_before(desk, v);
             weigh(v, d, "3650");
         }},
        {"kilograms-offer",
         [](Desk& desk, const Village& v, Driver& d) {
             measured_before(desk, v);
             weigh(v, d, "3,6");
             d.press(Key::Tab);
         }},
        {"record-of-yesterday", yesterdays_record},
        {"correction-reason",
         [](Desk& desk, const Village& v, Driver& d) {
             yesterdays_record(desk, v, d);
             d.click("Correct");
             d.click("visit_type/KADER_HOME");
             d.click("Save");
             d.click("Why?/TYPING");
         }},
        {"withdrawing",
         [](Desk& desk, const Village& v, Driver& d) {
             yesterdays_record(desk, v, d);
             d.click("Withdraw the record");
             d.click("Why?/PERSON");
         }},
        {"draft-recovered",
         [](Desk&, const Village& v, Driver& d) {
             begin(v, d);
             d.click("outcome/DONE");
             d.click("Families");
         }},
    };
}

}  // namespace gallery
