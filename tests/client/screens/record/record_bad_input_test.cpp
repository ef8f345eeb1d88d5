#include "client/screens/record/record_form_model.h"
#include "tests/client/desk/desk.h"

#include <doctest/doctest.h>

#include <stdexcept>

namespace {

using desk::Desk;
using desk::Village;
using forms::Severity;
using screens::FamilyModel;
using screens::RecordFormModel;

struct AtWork {
    Desk desk;
    Village village = desk::settle(desk);
    FamilyModel family{desk.ports(), village.household};

    RecordFormModel open(const std::string& type, const std::string& person = "") {
        return RecordFormModel(desk.ports(), family.start(type, person));
    }
};

void type(RecordFormModel& model, const std::string& name, const std::string& text) {
    model.typed(name).text = text;
    model.typed_changed(name);
}

const forms::Question& question(const RecordFormModel& model, const std::string& name) {
    for (const auto& section : model.sections()) {
        for (const auto* each : section.questions) {
            if (each->name == name) return *each;
        }
    }
    throw std::runtime_error("not asked: " + name);
}

std::string measured_before(AtWork& work) {
    const std::string visit = work.desk.put(
        "visit", R"({"household_id":")" + work.village.household +
                     R"(","started_at":"2026-02-26T10:00:00+07:00","outcome":"DONE"})");
    return work.desk.put("infant_check",
                         R"({"visit_id":")" + visit + R"(","infant_id":")" + work.village.infant +
                             R"(","location":"HOME","weight_g":3400,"ds_ids01":"1",)"
                             R"("swallow_heard":"1","feeds_24h":9})");
}

}  // namespace

TEST_CASE("kilograms typed as grams are offered as grams, and changed only when she agrees") {
    AtWork work;
    RecordFormModel model = work.open("infant_check", work.village.infant);
    model.choose("location", "HOME");
    for (const char* typed : {"3,2", "3.2"}) {
        type(model, "weight_g", typed);
        const auto offer = model.offered(question(model, "weight_g"));
        REQUIRE(offer);
        CHECK(offer->text == "3200 gram (3,2 kg)");
        CHECK(model.typed("weight_g").text == typed);
    }
    model.take_offer(question(model, "weight_g"));
    CHECK(model.answer("weight_g") == "3200");
    CHECK(model.typed("weight_g").text == "3200");
    CHECK_FALSE(model.offered(question(model, "weight_g")));  // a weight that can be is let alone
}

TEST_CASE("grams typed as kilograms, and a zero too many, are offered too; nonsense is not") {
    CHECK(screens::weight_offer("kg", "3200")->typed == "3,2");
    CHECK_FALSE(screens::weight_offer("kg", "3,2"));
    CHECK(screens::weight_offer("g", "32000")->typed == "3200");
    CHECK(screens::weight_offer("g", "3")->typed == "3000");
    CHECK_FALSE(screens::weight_offer("g", "0"));
    CHECK_FALSE(screens::weight_offer("g", "tiga"));
    CHECK_FALSE(screens::weight_offer("g", "999999999"));
    CHECK_FALSE(screens::weight_offer("cm", "3"));
}

TEST_CASE("an impossible weight blocks with a sentence") {
    AtWork work;
    RecordFormModel model = work.open("infant_check", work.village.infant);
    model.choose("location", "HOME");
    type(model, "weight_g", "90000");
    REQUIRE(model.remark("weight_g"));
    CHECK(model.remark("weight_g")->severity == Severity::Error);
    CHECK(model.remark("weight_g")->text.starts_with("Berat harus antara"));
}

TEST_CASE("a day before the baby was born is worth a second look, and blocks nothing") {
    AtWork work;
    RecordFormModel model = work.open("infant_check", work.village.infant);
    model.choose("location", "HOME");
    type(model, "weight_g", "3200");
    type(model, "weighed_on", "1-2-2026");
    REQUIRE(model.remark("weighed_on"));
    CHECK(model.remark("weighed_on")->severity != Severity::Error);
    CHECK(model.remark("weighed_on")->text ==
          "Ini sebelum Aisyah Putri lahir (12 Feb 2026). Periksa tanggalnya.");
}

TEST_CASE("a day in the future is flagged and saved") {
    AtWork work;
    RecordFormModel model = work.open("visit");
    model.choose("visit_type", "KADER_HOME");
    model.choose("outcome", "NOT_HOME");
    model.typed("started_at") = {"05-04-2026", "10:00"};
    model.typed_changed("started_at");
    REQUIRE(model.remark("started_at"));
    CHECK(model.remark("started_at")->severity == Severity::Flag);
    model.save_clicked();
    CHECK(model.is_saved());
}

TEST_CASE("with the laptop's clock in 2010 it is said, and everything can be written") {
    AtWork work;
    work.desk.clock.set(*base::parse_date_time("2010-01-01T08:00:00+07:00"));
    RecordFormModel model = work.open("visit");
    CHECK(model.notice() ==
          "Jam laptop ini menunjukkan 1 Jan 2010. Betulkan jam laptop; Anda boleh terus mencatat.");
    model.choose("visit_type", "KADER_HOME");
    model.choose("outcome", "DONE");
    model.save_clicked();
    CHECK(model.is_saved());
}

TEST_CASE("while the disk is full the draft stays on the screen and says so; then it is kept") {
    AtWork work;
    RecordFormModel model = work.open("visit");
    work.desk.disk_refuses = base::ErrorCode::DiskFull;
    model.choose("outcome", "DONE");
    CHECK(model.trouble().text().starts_with("Tempat di laptop penuh"));
    CHECK(model.answer("outcome") == "DONE");
    work.desk.disk_refuses.reset();
    model.choose("visit_type", "KADER_HOME");
    CHECK(model.trouble().empty());
    CHECK(work.desk.drafts().front().answers.text("outcome") == "DONE");
}

TEST_CASE(
    "last time's measurements stand beside; never a danger sign, a recall or what is looked at") {
    AtWork work;
    measured_before(work);
    FamilyModel family(work.desk.ports(), work.village.household);
    RecordFormModel model(work.desk.ports(), family.start("infant_check", work.village.infant));
    model.choose("location", "HOME");
    CHECK(model.previous(question(model, "weight_g")) == "Terakhir 3,4 kg · 26 Feb 2026");
    CHECK(model.previous(question(model, "feeds_24h")) == "Terakhir 9 · 26 Feb 2026");
    CHECK(model.previous(question(model, "ds_ids01")).empty());
    CHECK(model.previous(question(model, "swallow_heard")).empty());
    CHECK(model.answer("weight_g").empty());  // beside, not filled in
    const forms::Form& recall = *work.desk.forms().find("feeding_recall");
    for (const forms::Question& each : recall.questions) {
        CHECK_FALSE(screens::may_show_previous(recall, each));
    }
}

TEST_CASE("one key answers the question that waits, one after the other, and no other") {
    AtWork work;
    RecordFormModel model = work.open("mother_check", work.village.mother);
    while (model.current() == nullptr && !model.is_last()) model.next();
    REQUIRE(model.current() != nullptr);
    CHECK(model.current()->name == "ds_mds01");
    model.answer_current("0");
    CHECK(model.answer("ds_mds01") == "0");
    CHECK(model.current()->name == "ds_mds02");
    model.answer_current("8");  // there is no "not known" here
    CHECK(model.answer("ds_mds02").empty());
    CHECK(model.keys_of_current() == "Tombol: Y = ya, T = tidak.");  // and so it is not offered
    model.answer_current("1");
    CHECK(model.answer("ds_mds02") == "1");
    REQUIRE(model.alarm_now());
    CHECK(model.alarm_now()->urgency == care::Urgency::RedNow);
    CHECK(model.alarm_now()->person == work.village.mother);
}

TEST_CASE("the chosen posyandu of a new family comes back with the draft") {
    AtWork work;
    work.desk.units.push_back({"P04", "Posyandu Mawar"});
    screens::FormStart start;
    start.type = "household";
    {
        RecordFormModel model(work.desk.ports(), start);
        model.choose_unit("P04");
    }
    REQUIRE(work.desk.drafts().size() == 1);
    start.draft = work.desk.drafts().front().id;
    const RecordFormModel again(work.desk.ports(), start);
    CHECK(again.unit() == "P04");
}

TEST_CASE("a draft whose questions are gone opens with the new ones and says so") {
    AtWork work;
    screens::Draft draft;
    draft.id = work.desk.new_draft_id();
    draft.type = "visit";
    draft.family = work.village.household;
    draft.form_version = "0";
    draft.answers.set("outcome", "DONE");
    REQUIRE(work.desk.put_draft(draft).ok());
    screens::FormStart start;
    start.type = "visit";
    start.family = work.village.household;
    start.draft = draft.id;
    const RecordFormModel model(work.desk.ports(), start);
    CHECK(model.answer("outcome") == "DONE");
    CHECK(model.notice().starts_with("Pertanyaan di formulir ini sudah berubah"));
}
