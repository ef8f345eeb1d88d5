#include "tests/end_to_end/window/cadre.h"

#include "shared/care/procedure.h"

#include "tests/end_to_end/actors.h"

#include <doctest/doctest.h>

#include <stdexcept>

namespace smoke {

namespace {
const std::string kFirstWords = "Ibu lelah, suami membantu";
}
const std::string kNote = kFirstWords + " memasak";

void Cadre::open_window() {
    screen_ = std::make_unique<Screen>(data_, display_);
    screen().sign_in(end_to_end::kPin);
}

const KnownFamily& Cadre::family(const std::string& head) const {
    for (const KnownFamily& each : families_) {
        if (each.head == head) return each;
    }
    throw std::runtime_error("no such family");
}

void Cadre::tell(const std::string& what, const std::string& head, const Presses& before) const {
    const Presses took = screen_->presses().since(before);
    MESSAGE(what << ", " << head << ": " << took.clicks << " clicks, " << took.keys << " keys");
}

// ---- the way to a family and through the forms

void Cadre::open_family(const std::string& head) {
    screen().click("Families");
    screen().fill("Search", family(head).mother);
    screen().wait_for_value("Search", family(head).mother);
    screen().wait_for("family " + family(head).household());
    screen().key("Return");  // the first found
    screen().wait_for("Record a visit");
}

void Cadre::begin_visit(const std::string& kind) {
    screen().click(kind);
    screen().choose("visit_type/KADER_HOME");
    screen().choose("outcome/DONE");
    screen().to_the_end();
    screen().click("Save");
}

// Milk from the breast and nothing else, as told by the mother.
void Cadre::recall() {
    screen().choose_from("respondent", "SENDIRI");
    screen().click("recall_date/yesterday");
    screen().next_part();
    screen().answer("bf_", 'y');
    screen().answer("bottle_yesterday", 't');
    screen().next_part();
    screen().answer("l_", 't');
    screen().next_part();
    screen().answer("f_any", 't');
    screen().next_part();
    screen().answer("other_ever", 't');
    screen().click("Save");
}

// A whole visit also asks what was talked about.
void Cadre::end_visit() {
    const bool is_whole = screen().wait_for_one_of({"topics/BF", "ended_at"}) == "topics/BF";
    if (is_whole) screen().choose("topics/BF");
    screen().to_the_end();
    screen().click("Save");
    screen().click("Done");
    screen().wait_for("Go on with the visit");
}

void Cadre::short_visit(const std::string& head) {
    const Presses before = screen().presses();
    open_family(head);
    begin_visit("Only for the register");
    for (std::size_t i = 0; i < family(head).babies.size(); ++i) {
        screen().wait_for("respondent");
        recall();
    }
    end_visit();
    tell("only for the register", head, before);
}

// ---- the whole visit

void Cadre::consent() {
    screen().choose("given_by/SELF");
    screen().next_part();
    screen().choose("scopes/CARE");
    screen().choose("scopes/TOUCH");
    screen().choose("method/WRITTEN");
    screen().click("given_at/now");
    screen().to_the_end();
    screen().click("Save");
}

void Cadre::check_mother() {
    screen().answer("ds_", 't');
    screen().next_part();
    screen().choose("asked_alone/0");
    screen().to_the_end();
    screen().click("Save");
}

void Cadre::check_baby() {
    screen().choose("location/HOME");
    screen().next_part();
    screen().answer("ds_", 't');
    screen().next_part();
    screen().fill("weight_g", "3150");
    screen().to_the_end();
    screen().click("Save");
}

void Cadre::teach_massage(const KnownFamily& family) {
    screen().turn("Begin");
    screen().choose("teaching.trainee_id/" + family.father_id());
    screen().choose_from("teaching.trainee_relation", "SUAMI");
    screen().next_part();
    check_safety();
    screen().next_part();
    screen().choose("teaching.consent_touch/1");
    screen().next_part();
    screen().choose("teaching.methods/EXPLAIN");
    screen().next_part();
    screen().choose("show.done/1");
    screen().choose("teaching.return_demo/1");
    screen().next_part();
    for (std::size_t i = 0; i < care::shipped_procedure().steps.size(); ++i) screen().key("4");
    screen().next_part();
    screen().choose("session.adverse/NONE");
    screen().choose("session.stopped_early/0");
    screen().next_part();
    screen().to_the_end();
    screen().click("Save");
}

// Nothing new since she was asked for danger signs, and nothing else that speaks against it.
void Cadre::check_safety() {
    screen().choose("CHANGED/0");
    for (const auto& [key, place] : screen().places()) {
        if (key.starts_with("XC") && key.ends_with("/0")) screen().choose(key);
    }
}

void Cadre::full_visit(const std::string& head) {
    const Presses before = screen().presses();
    screen().click("Today");
    screen().look_for("Start visit " + family(head).household());
    begin_visit("Start visit " + family(head).household());
    screen().wait_for("given_by/SELF");
    consent();
    screen().wait_for("ds_mds01/0");
    check_mother();
    screen().wait_for("location/HOME");
    check_baby();
    screen().wait_for("respondent");
    recall();
    screen().wait_for("Begin");
    teach_massage(family(head));
    end_visit();
    tell("a full visit", head, before);
}

// ---- what else a morning brings

void Cadre::danger_visit(const std::string& head) {
    const Presses before = screen().presses();
    open_family(head);
    begin_visit("Record a visit");
    screen().wait_for("given_by/SELF");
    screen().turn("Pass over, not asked");
    screen().click("ds_mds01/1");
    screen().wait_for_value("danger", "SEKARANG JUGA ke puskesmas atau rumah sakit");
    screen().turn("Write the referral");
    screen().to_the_end();
    screen().click("Save");
    screen().wait_for("Print the letter (A5)");
    screen().turn("Back");  // to the questions, where they were
    check_mother();
    screen().wait_for("location/HOME");
    while (!screen().shows("topics/BF")) screen().turn("Pass over, not asked");
    end_visit();
    tell("a sign of danger", head, before);
}

void Cadre::empty_house(const std::string& head) {
    const Presses before = screen().presses();
    open_family(head);
    screen().click("Nobody is at home");
    screen().click("try again/3");
    screen().wait_until_gone("try again/3");
    tell("nobody at home", head, before);
}

void Cadre::register_newborn() {
    const Presses before = screen().presses();
    screen().click("Families");
    screen().click("New family");
    screen().fill("household.head_name", "Wahyu Nugroho");
    screen().fill("household.rt", "7");
    screen().fill("household.rw", "2");
    screen().choose("Whom are you writing down?/born");
    screen().fill("mother.full_name", "Kartika Sari");
    screen().fill("mother.birth_date", "27");
    screen().click("birth.delivery_date/yesterday");
    for (const char* answer :
         {"birth.place/PKM", "birth.attendant/BIDAN", "birth.mode/VAGINAL",
          "birth.complications/NONE", "outcome1.outcome/LIVE", "outcome1.sex/P", "outcome1.imd/1",
          "outcome1.bf_start_unit/IMM", "outcome1.prelacteal_2d/0"}) {
        screen().choose(answer);
    }
    screen().click("Save");
    screen().wait_for("Record a visit");
    tell("a mother with a newborn", "Wahyu Nugroho", before);
}

std::string Cadre::draft_to_recover() {
    const std::string recover = "Recover ";
    for (const auto& [key, place] : screen().places()) {
        if (key.starts_with(recover)) return key;
    }
    throw std::runtime_error("nothing is offered to be recovered");
}

// The power goes in the middle of a word; what was typed until half a second before is there.
void Cadre::is_cut_short(const std::string& head) {
    open_family(head);
    begin_visit("Only for the register");
    screen().wait_for("respondent");
    recall();
    screen().wait_for("ended_at");
    screen().fill("note", kFirstWords);
    screen().wait_for_value("note", kFirstWords);
    smoke::pause_ms(1500);  // longer than the pause after which a draft is kept
    const std::int64_t safe = waiting();
    screen().type(" mema");
    screen().client().kill();

    open_window();
    CHECK(waiting() == safe);
    screen().click(draft_to_recover());
    screen().wait_for_words("note", kFirstWords);
    screen().click("note");
    screen().key("ctrl+a");
    screen().type(kNote);
    screen().wait_for_value("note", kNote);
    end_visit();
}

// ---- what she reads

std::int64_t Cadre::waiting() {
    const std::string begins = "Belum terkirim: ";
    const std::string said = screen().wait_for("not sent").value;
    return said.starts_with(begins) ? std::stoll(said.substr(begins.size())) : 0;
}

}  // namespace smoke
