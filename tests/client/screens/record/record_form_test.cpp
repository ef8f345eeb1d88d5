#include "client/screens/record/record_form_model.h"
#include "tests/client/desk/desk.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using desk::Desk;
using desk::Village;
using screens::FamilyModel;
using screens::FormStart;
using screens::RecordFormModel;

struct AtWork {
    Desk desk;
    Village village = desk::settle(desk);
    FamilyModel family{desk.ports(), village.household};

    RecordFormModel open(const std::string& type, const std::string& person = "") {
        return RecordFormModel(desk.ports(), family.start(type, person));
    }
};

std::vector<std::string> questions(const RecordFormModel& model) {
    std::vector<std::string> names;
    for (const auto& section : model.sections()) {
        for (const auto* question : section.questions) names.push_back(question->name);
    }
    return names;
}

bool asks(const RecordFormModel& model, const std::string& name) {
    const auto names = questions(model);
    return std::find(names.begin(), names.end(), name) != names.end();
}

void type(RecordFormModel& model, const std::string& name, const std::string& text) {
    model.typed(name).text = text;
    model.typed_changed(name);
}

void answer_visit(RecordFormModel& model) {
    model.choose("visit_type", "KADER_HOME");
    model.choose("outcome", "DONE");
}

}  // namespace

TEST_CASE("what is known is filled in and not asked: family, mother, birth, who sits here") {
    AtWork work;
    const RecordFormModel model = work.open("visit");
    CHECK(model.answer("household_id") == work.village.household);
    CHECK(model.answer("mother_id") == work.village.mother);
    CHECK(model.answer("birth_event_id") == work.village.birth);
    CHECK(model.answer("provider_role") == "KADER");
    CHECK(model.answer("started_at") == "2026-03-05T09:30:00+07:00");
    CHECK_FALSE(asks(model, "household_id"));
    CHECK_FALSE(asks(model, "provider_id"));
    CHECK_FALSE(asks(model, "gps_lat"));  // off unless a programme switches it on
    CHECK(asks(model, "visit_type"));
    CHECK(model.subject() == "Siti Aminah  ·  Keluarga Agus Prasetyo");
}

TEST_CASE("danger signs and the recall are never answered beforehand") {
    AtWork work;
    work.desk.put("mother_check",
                  R"({"mother_id":")" + work.village.mother + R"(","ds_mds01":"0"})");
    for (const char* form : {"mother_check", "infant_check", "feeding_recall"}) {
        const RecordFormModel model = work.open(form);
        for (const auto& section : model.sections()) {
            for (const auto* question : section.questions) {
                if (model.asked(*question) != screens::Asked::YesNo) continue;
                CAPTURE(question->name);
                CHECK(model.answer(question->name).empty());
            }
        }
    }
}

TEST_CASE("a question that stops applying disappears at once, and comes back empty-handed") {
    AtWork work;
    RecordFormModel model = work.open("visit");
    CHECK(asks(model, "topics"));
    model.choose("outcome", "NOT_HOME");
    CHECK_FALSE(asks(model, "topics"));
    CHECK(asks(model, "outcome_note"));
    type(model, "outcome_note", "pergi ke pasar");
    model.choose("outcome", "DONE");
    CHECK_FALSE(asks(model, "outcome_note"));
    model.choose("visit_type", "KADER_HOME");
    model.save_clicked();
    REQUIRE(model.is_saved());
    CHECK_FALSE(work.desk.saves.back().answers.has("outcome_note"));
}

TEST_CASE("pressing the answer again takes it back") {
    AtWork work;
    RecordFormModel model = work.open("visit");
    model.choose("outcome", "DONE");
    model.choose("outcome", "DONE");
    CHECK(model.answer("outcome").empty());
}

TEST_CASE("several answers are kept together; an answer that stands alone drives the others out") {
    AtWork work;
    RecordFormModel visit = work.open("visit");
    visit.toggle("topics", "BF");
    visit.toggle("topics", "KB");
    CHECK(visit.answers("topics") == std::vector<std::string>{"BF", "KB"});
    visit.toggle("topics", "BF");
    CHECK(visit.answers("topics") == std::vector<std::string>{"KB"});

    constexpr const char* kForm = R"({"settings":{"form_id":"trial","version":"1",
        "form_title::id":"Coba"},"survey":[{"type":"select_multiple c","name":"c","label::id":"C",
        "appearance":"exclusive:NONE"}],"choices":[{"list_name":"c","name":"PPH","label::id":"P"},
        {"list_name":"c","name":"NONE","label::id":"Tidak ada"}]})";
    work.desk.form_set.add(forms::parse_form(kForm, {}).value());
    RecordFormModel trial = work.open("trial");
    trial.toggle("c", "PPH");
    trial.toggle("c", "NONE");
    CHECK(trial.answers("c") == std::vector<std::string>{"NONE"});
    trial.toggle("c", "PPH");
    CHECK(trial.answers("c") == std::vector<std::string>{"PPH"});
}

TEST_CASE("a complete visit is saved once, whole, and its draft goes with it") {
    AtWork work;
    RecordFormModel model = work.open("visit");
    answer_visit(model);
    CHECK(work.desk.drafts().size() == 1);
    model.save_clicked();
    REQUIRE(model.is_saved());
    CHECK(work.desk.drafts().empty());
    REQUIRE(work.desk.saves.size() == 1);
    const auto& saved = work.desk.saves.front();
    CHECK(saved.type == "visit");
    CHECK(saved.record.empty());
    CHECK(saved.answers.text("outcome") == "DONE");
    CHECK(saved.answers.text("household_id") == work.village.household);
}

TEST_CASE("a missing answer blocks saving, opens its part and is named below its question") {
    AtWork work;
    RecordFormModel model = work.open("visit");
    model.choose("visit_type", "KADER_HOME");
    while (!model.is_last()) model.next();
    model.save_clicked();
    CHECK_FALSE(model.is_saved());
    CHECK(work.desk.saves.empty());
    CHECK(model.at() == 0);
    REQUIRE(model.remark("outcome"));
    CHECK(model.remark("outcome")->severity == forms::Severity::Error);
    CHECK_FALSE(model.remark("visit_type"));
    CHECK(model.trouble().text().starts_with("Belum tersimpan"));
    CHECK(model.progress(0) == RecordFormModel::Progress::Wrong);
}

TEST_CASE("nobody is told of a mistake before she had the chance to answer") {
    AtWork work;
    RecordFormModel model = work.open("visit");
    for (const std::string& name : questions(model)) CHECK_FALSE(model.remark(name));
    model.typed("started_at").text = "5-";
    model.typed_changed("started_at");
    CHECK_FALSE(model.remark("started_at"));  // still typing
    model.next();
    CHECK(model.remark("started_at")->text ==
          "Tulis tanggal dan jam, misalnya 05-03-2026 dan 14:05.");
}

TEST_CASE("an impossible weight is told at once; an unusual one is saved with a warning") {
    AtWork work;
    RecordFormModel model = work.open("infant_check", work.village.infant);
    model.choose("location", "HOME");
    type(model, "weight_g", "3,2");
    CHECK(model.answer("weight_g").empty());
    type(model, "weight_g", "3");
    REQUIRE(model.remark("weight_g"));
    CHECK(model.remark("weight_g")->severity == forms::Severity::Error);
    type(model, "weight_g", "3200");
    CHECK_FALSE(model.remark("weight_g"));
    type(model, "temp_c", "38,2");
    model.choose("ds_ids06", "0");
    REQUIRE(model.remark("ds_ids06"));
    CHECK(model.remark("ds_ids06")->severity == forms::Severity::Warning);
}

TEST_CASE("a danger sign says what to do, by its urgency, as soon as it is answered with yes") {
    AtWork work;
    RecordFormModel model = work.open("mother_check", work.village.mother);
    const forms::Form& form = *work.desk.forms().find("mother_check");
    const auto alarm = [&](const char* name) { return model.alarm(*form.find(name)).value_or(""); };
    CHECK(alarm("ds_mds01").empty());
    model.choose("ds_mds01", "1");
    CHECK(alarm("ds_mds01") == "Tanda bahaya: hubungi bidan sekarang. Jangan dipijat dulu.");
    model.choose("ds_mds14", "1");
    CHECK(alarm("ds_mds14") == "Tanda bahaya: hubungi bidan hari ini. Jangan dipijat dulu.");
    model.choose("ds_mds01", "0");
    CHECK(alarm("ds_mds01").empty());
}

TEST_CASE("the draft is kept when the typing pauses, and at once for a choice") {
    AtWork work;
    RecordFormModel model = work.open("visit");
    type(model, "note", "I");
    CHECK(model.tick());
    CHECK(work.desk.drafts_written == 0);
    work.desk.clock.advance_ms(200);
    type(model, "note", "Ibu sehat");
    work.desk.clock.advance_ms(300);
    CHECK(model.tick());  // 300 ms since the last key
    work.desk.clock.advance_ms(100);
    CHECK_FALSE(model.tick());
    CHECK(work.desk.drafts_written == 1);
    CHECK_FALSE(model.tick());  // nothing new: nothing written
    CHECK(work.desk.drafts_written == 1);
    model.choose("outcome", "DONE");
    CHECK(work.desk.drafts_written == 2);
}

TEST_CASE("after a power cut the draft brings back every answer and every half-typed word") {
    AtWork work;
    {
        RecordFormModel model = work.open("visit");
        answer_visit(model);
        model.toggle("topics", "BF");
        type(model, "note", "Bayi rewel");
        type(model, "next_visit_date", "12-");
        model.typed("started_at").time = "9";
        model.typed_changed("started_at");
        work.desk.clock.advance_ms(screens::kDraftPauseMs);
        model.tick();
    }  // no goodbye: the program is gone
    REQUIRE(work.desk.drafts().size() == 1);
    FormStart start;
    start.type = "visit";
    start.family = work.village.household;
    start.draft = work.desk.drafts().front().id;
    RecordFormModel again(work.desk.ports(), start);
    CHECK(again.answer("outcome") == "DONE");
    CHECK(again.answers("topics") == std::vector<std::string>{"BF"});
    CHECK(again.typed("note").text == "Bayi rewel");
    CHECK(again.typed("next_visit_date").text == "12-");
    CHECK(again.typed("started_at").text == "05-03-2026");
    CHECK(again.typed("started_at").time == "9");
    again.typed("started_at").time = "9:15";
    again.typed_changed("started_at");
    type(again, "next_visit_date", "12-3-2026");
    again.save_clicked();
    REQUIRE(again.is_saved());
    CHECK(work.desk.drafts().empty());
    CHECK(work.desk.saves.back().answers.text("next_visit_date") == "2026-03-12");
    CHECK(work.desk.saves.back().answers.text("started_at") == "2026-03-05T09:15:00+07:00");
}

TEST_CASE("throwing away asks first, then leaves nothing behind") {
    AtWork work;
    RecordFormModel model = work.open("visit");
    answer_visit(model);
    model.discard_clicked();
    CHECK(model.asks_to_discard());
    CHECK(work.desk.drafts().size() == 1);
    model.discard_cancelled();
    CHECK_FALSE(model.asks_to_discard());
    model.discard_clicked();
    model.discard_confirmed();
    CHECK(model.is_discarded());
    CHECK(work.desk.drafts().empty());
}

TEST_CASE("a full disk is said, the answers stay on the screen, and saving again works") {
    AtWork work;
    RecordFormModel model = work.open("visit");
    answer_visit(model);
    work.desk.disk_refuses = base::ErrorCode::DiskFull;
    model.save_clicked();
    CHECK_FALSE(model.is_saved());
    CHECK(model.trouble().text().find("penuh") != std::string::npos);
    CHECK(model.answer("outcome") == "DONE");
    work.desk.disk_refuses.reset();
    model.save_clicked();
    CHECK(model.is_saved());
}

TEST_CASE("a correction starts from what was recorded and keeps the record's identity") {
    AtWork work;
    const std::string id = work.desk.put(
        "visit", R"({"household_id":")" + work.village.household +
                     R"(","started_at":"2026-03-04T10:00:00+07:00","outcome":"DONE",)" +
                     R"("visit_type":"POSY","provider_id":"x","future_field":"kept"})");
    FormStart start;
    start.type = "visit";
    start.family = work.village.household;
    start.record = id;
    RecordFormModel model(work.desk.ports(), start);
    CHECK(model.answer("visit_type") == "POSY");
    CHECK(model.may_save());
    model.choose("visit_type", "KADER_HOME");
    CHECK(model.answer("provider_id") == "x");  // who recorded it stays who recorded it
    CHECK(work.desk.drafts().front().record == id);
}

TEST_CASE("the part that is open stays open when a part before it comes or goes") {
    AtWork work;
    RecordFormModel model = work.open("visit");
    while (!model.is_last()) model.next();
    const std::string title = model.sections()[model.at()].title;
    model.choose("outcome", "NOT_HOME");  // takes three parts away
    CHECK(model.sections()[model.at()].title == title);
}

TEST_CASE(
    "every shipped form that a cadre fills in opens, asks something and draws no empty part") {
    AtWork work;
    for (const char* form :
         {"household", "person", "pregnancy", "birth_event", "birth_outcome", "visit",
          "mother_check", "infant_check", "feeding_recall", "service_contact", "massage_teaching",
          "massage_session", "referral", "consent"}) {
        CAPTURE(form);
        const RecordFormModel model = work.open(form);
        CHECK_FALSE(model.sections().empty());
        for (const auto& section : model.sections()) {
            CHECK_FALSE(section.title.empty());
            CHECK_FALSE(section.questions.empty());
        }
    }
}

TEST_CASE(
    "the massage is learnt by the family: not by the infant, the dead or the mother herself") {
    AtWork work;
    const auto offers = [](const RecordFormModel& model) {
        for (const auto& section : model.sections()) {
            for (const auto* question : section.questions) {
                if (question->name == "trainee_id") return model.offers(*question);
            }
        }
        FAIL("the trainee is not asked for");
        return std::vector<screens::Offer>();
    };
    CHECK(offers(work.open("massage_teaching")).empty());  // asked, although nobody is left
    const auto lives_there = [&](const std::string& name, const std::string& status) {
        return work.desk.put("person", R"({"household_id":")" + work.village.household +
                                           R"(","full_name":")" + name + R"(","vital_status":")" +
                                           status + R"("})");
    };
    lives_there("Kakek", "DEAD");
    const std::string husband = lives_there("Agus", "ALIVE");
    const RecordFormModel model = work.open("massage_teaching");
    REQUIRE(offers(model).size() == 1);
    CHECK(offers(model)[0].code == husband);
}

TEST_CASE("who learns the massage can be written down from its form, which is come back to") {
    AtWork work;
    const RecordFormModel model = work.open("massage_teaching");
    const auto* trainee = work.desk.ports().records.forms().find("massage_teaching");
    REQUIRE(trainee->find("trainee_id") != nullptr);
    CHECK(model.may_add_somebody(*trainee->find("trainee_id")));
    CHECK_FALSE(model.may_add_somebody(*trainee->find("mother_id")));
    CHECK(model.somebody_new().type == "person");
    CHECK(model.somebody_new().comes_back);
    CHECK(model.somebody_new().known.text("household_id") == work.village.household);
}

TEST_CASE("a consent is given now until she says another time; its answers are hers alone") {
    AtWork work;
    RecordFormModel model = work.open("consent", work.village.mother);
    CHECK(model.typed("given_at").text == "05-03-2026");
    CHECK(model.answer("given_at").starts_with("2026-03-05T09:30"));
    CHECK(model.answer("scopes").empty());
    CHECK(model.answer("withdrawn_at").empty());
    type(model, "given_at", "03-03-2026");
    CHECK(model.answer("given_at").starts_with("2026-03-03"));
}

TEST_CASE("a visit asks first whether the family was met, and that is never answered beforehand") {
    AtWork work;
    const RecordFormModel model = work.open("visit");
    const auto& first = model.sections().front().questions;
    REQUIRE_FALSE(first.empty());
    CHECK(first.front()->name == "outcome");
    CHECK(model.label(*first.front()).starts_with("Apakah bertemu keluarga?"));
    CHECK(model.answer("outcome").empty());
}
