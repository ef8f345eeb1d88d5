// Recording as a screen, the command line and an import do it.
#include "client/app/recording/recorder.h"

#include "client/app/recording/edited.h"
#include "client/app/recording/families.h"
#include "client/store/drafts.h"
#include "shared/base/text.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

using namespace simulation;
using base::Fields;

namespace {

struct Desk {
    base::FixedClock clock{base::Instant{1'790'000'000'000}};  // 21 September 2026
    base::SeededRandom random{5};
    ScratchFolder folder;
    Server server{folder.path("centre.db"), clock, random, {"POSY-1", "POSY-2"}};
    Device siti{folder.path("siti.db"), server, server.add_user("Siti", "KADER", {"POSY-1"}), clock,
                random};
    client_app::Recorder recorder{siti.store(), forms::FormSet::builtin(), clock, random,
                                  siti.store().identity().value()};

    client_app::Recorded record(const std::string& type, const char* answers,
                                const std::string& draft = "") {
        client_app::Entry entry;
        entry.type = type;
        entry.answers = fields_of(answers);
        entry.draft = draft;
        auto recorded = recorder.record(entry);
        REQUIRE_MESSAGE(recorded.ok(), (recorded.ok() ? "" : recorded.error().message));
        return std::move(recorded).value();
    }
    client_app::Recorded edit(const base::RecordId& id, const std::string& type,
                              const char* answers) {
        client_app::Entry entry;
        entry.type = type;
        entry.id = id;
        entry.answers = fields_of(answers);
        return recorder.record(entry).value();
    }
    base::RecordId home() {
        return record("household", R"({"head_name":"Budi","rt":"001","status":"ACTIVE"})").id;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Desk, "a record that is fine is saved with its change and removes its draft") {
    REQUIRE(store::put_draft(siti.store(),
                             {"d1", "household", "", "1", fields_of(R"({"rt":"0"})"), clock.now()})
                .ok());
    const auto recorded = record("household", R"({"status":"ACTIVE"})", "d1");
    CHECK(recorded.is_saved);
    CHECK(recorded.n == 1);
    CHECK(siti.status().waiting == 1);
    CHECK(store::drafts(siti.store()).value().empty());
}

TEST_CASE_FIXTURE(Desk, "a blocking error saves nothing and keeps the draft") {
    REQUIRE(store::put_draft(siti.store(), {"d1", "household", "", "1", {}, clock.now()}).ok());
    const auto recorded = record("household", R"({"rt":"dua","status":"ACTIVE"})", "d1");
    CHECK(!recorded.is_saved);
    REQUIRE(!recorded.problems.empty());
    CHECK(recorded.problems.front().field == "rt");
    CHECK(siti.status().waiting == 0);
    CHECK(store::drafts(siti.store()).value().size() == 1);
}

TEST_CASE_FIXTURE(Desk, "a warning is said and the record is saved all the same") {
    const auto recorded = record("household", R"({"no_kk":"123","status":"ACTIVE"})");
    CHECK(recorded.is_saved);
    REQUIRE(!recorded.problems.empty());
    CHECK(recorded.problems.front().code == "V010");
}

TEST_CASE_FIXTURE(Desk, "a massage is stamped with the procedure in force, which is not asked") {
    const std::string session =
        R"({"mother_id":"0190a000-0000-7000-8000-000000000001",)"
        R"("birth_event_id":"0190a000-0000-7000-8000-000000000002",)"
        R"("performed_at":"2026-09-20T09:00:00+07:00","time_known":"1","source":"MOTHER",)"
        R"("performer_relation":"SUAMI","adverse":"NONE")";
    CHECK(siti.shown(record("massage_session", (session + "}").c_str()).id).text("sop_version") ==
          "S1-3to5");
    const auto told = record("massage_session", (session + R"(,"sop_version":"LAMA"})").c_str());
    CHECK(siti.shown(told.id).text("sop_version") == "LAMA");
}

TEST_CASE_FIXTURE(Desk, "who records is not asked: it is whoever signed in") {
    const auto house = home();
    const auto visit =
        record("visit", (R"({"household_id":")" + house.text() +
                         R"(","started_at":"2026-09-20T09:00:00+07:00","visit_type":"KADER_HOME",)"
                         R"("outcome":"NOT_HOME","outcome_note":"di sawah","midwife_told":"0"})")
                            .c_str());
    CHECK(visit.is_saved);
    const Fields shown = siti.shown(visit.id);
    CHECK(shown.text("provider_id") == siti.store().identity().value().user);
    CHECK(shown.text("provider_role") == "KADER");
}

TEST_CASE_FIXTURE(Desk, "answers that do not apply are left out, unknown fields stay") {
    const auto house = home();
    const auto visit =
        record("visit", (R"({"household_id":")" + house.text() +
                         R"(","started_at":"2026-09-20T09:00:00+07:00","visit_type":"KADER_HOME",)"
                         R"("outcome":"DONE","outcome_note":"tidak perlu","midwife_told":"0",)"
                         R"("pertanyaan_baru":{"a":1}})")
                            .c_str());
    const Fields shown = siti.shown(visit.id);
    CHECK(!shown.has("outcome_note"));
    CHECK(*shown.token("pertanyaan_baru") == R"({"a":1})");
}

TEST_CASE_FIXTURE(Desk, "an edit sends only what changed; saving the same again sends nothing") {
    const auto house = home();
    client_app::Entry edit;
    edit.type = "household";
    edit.id = house;
    edit.answers = fields_of(R"({"rt":"004","head_name":"Budi"})");
    CHECK(recorder.record(edit).value().n == 2);
    CHECK(siti.outbox_of(house).back().line.find("head_name") == std::string::npos);
    CHECK(recorder.record(edit).value().n == 0);
    CHECK(siti.status().waiting == 2);
}

TEST_CASE_FIXTURE(Desk,
                  "an edit takes out only what it made not apply, never what nobody touched") {
    const auto house = home();
    const auto visit =
        record("visit", (R"({"household_id":")" + house.text() +
                         R"(","started_at":"2026-09-20T09:00:00+07:00","visit_type":"KADER_HOME",)"
                         R"("outcome":"NOT_HOME","outcome_note":"di sawah","midwife_told":"0"})")
                            .c_str());
    CHECK(edit(visit.id, "visit", R"({"midwife_told":"1"})").is_saved);
    CHECK(siti.shown(visit.id).text("outcome_note") == "di sawah");
    CHECK(edit(visit.id, "visit", R"({"outcome":"DONE"})").is_saved);
    CHECK(!siti.shown(visit.id).has("outcome_note"));
}

TEST_CASE_FIXTURE(Desk, "what hangs on a visit that is not here is kept: the midwife's figures") {
    const auto check = siti.add(
        "mother_check",
        fields_of(
            R"({"visit_id":"01890000-0000-7000-8000-000000000009","bp_sys":170,"bp_dia":110})"),
        "POSY-1");
    CHECK(edit(check, "mother_check", R"({"temp_c":37.5})").is_saved);
    CHECK(siti.outbox_of(check).back().line.find("bp_") == std::string::npos);
    // A screen that could not show the field says null; the person did not.
    CHECK(edit(check, "mother_check", R"({"bp_sys":null,"temp_c":37.6})").is_saved);
    CHECK(siti.shown(check).text("bp_sys") == "170");

    const forms::Form& form = *forms::FormSet::builtin().find("mother_check");
    const Fields given = siti.shown(check);
    CHECK(client_app::first_answers(form, given, recorder.context()).text("bp_dia") == "110");
}

TEST_CASE_FIXTURE(Desk, "what hangs on a visit that is here goes when it does not apply") {
    const auto house = home();
    const auto visit =
        record("visit", (R"({"household_id":")" + house.text() +
                         R"(","started_at":"2026-09-20T09:00:00+07:00","visit_type":"KADER_HOME",)"
                         R"("outcome":"DONE","midwife_told":"0"})")
                            .c_str());
    const Fields given =
        fields_of(R"({"visit_id":")" + visit.id.text() + R"(","bp_sys":170,"bp_dia":110})");
    const forms::Form& form = *forms::FormSet::builtin().find("mother_check");
    CHECK(!client_app::first_answers(form, given, recorder.context()).has("bp_sys"));
}

TEST_CASE_FIXTURE(Desk,
                  "a record with an error in it can be edited elsewhere, but not made worse") {
    const auto house =
        siti.add("household", fields_of(R"({"rt":"dua","rw":"001","status":"ACTIVE"})"), "POSY-1");
    CHECK(edit(house, "household", R"({"landmark":"Sungai"})").is_saved);
    CHECK(siti.shown(house).text("landmark") == "Sungai");
    CHECK(!edit(house, "household", R"({"rw":"satu"})").is_saved);
    CHECK(!edit(house, "household", R"({"rt":"tiga"})").is_saved);
    CHECK(edit(house, "household", R"({"rt":"003"})").is_saved);
}

TEST_CASE_FIXTURE(Desk, "a record belongs where what it is about belongs") {
    client_app::Entry entry;
    entry.type = "household";
    entry.unit = "POSY-2";
    entry.answers = fields_of(R"({"status":"ACTIVE"})");
    const auto house = recorder.record(entry).value().id;
    const auto person = record(
        "person", (R"({"household_id":")" + house.text() +
                   R"(","full_name":"Rina","sex":"L","is_infant":"0","is_supporter":"1",)"
                   R"("birth_date":"1990-01-01","birth_date_precision":"D","nik_status":"NONE",)"
                   R"("vital_status":"ALIVE"})")
                      .c_str());
    CHECK(siti.store().find(person.id.text()).value()->record.unit == "POSY-2");
}

TEST_CASE_FIXTURE(Desk, "a mother whose child was stillborn is asked nothing about milk") {
    const auto house = home();
    const auto mother = record(
        "person", (R"({"household_id":")" + house.text() +
                   R"(","full_name":"Rina","sex":"P","is_mother":"1","is_infant":"0",)"
                   R"("is_supporter":"0","birth_date":"1998-01-01","birth_date_precision":"D",)"
                   R"("nik_status":"NONE","vital_status":"ALIVE"})")
                      .c_str());
    const auto living = [&] {
        return client_app::look_up(siti.store(), "person", mother.id.text(), "live_infants");
    };
    CHECK(!living().has_value());
    const auto birth =
        record("birth_event", (R"({"mother_id":")" + mother.id.text() +
                               R"(","delivery_date":"2026-09-17","fetus_count":1,"place":"PKM",)"
                               R"("attendant":"BIDAN","mode":"VAGINAL","complications":"NONE"})")
                                  .c_str());
    CHECK(!living().has_value());
    record("birth_outcome", (R"({"birth_event_id":")" + birth.id.text() +
                             R"(","birth_order":1,"outcome":"STILL","sex":"P"})")
                                .c_str());
    CHECK(living() == "0");
    const auto answers = fields_of(R"({"mother_id":")" + mother.id.text() + "\"}");
    const forms::Form& form = *forms::FormSet::builtin().find("mother_check");
    const auto applies = forms::relevance(form, answers, recorder.context());
    CHECK(!applies.is_relevant("breastfeeding_now"));
    CHECK(!applies.is_relevant("milk_in"));
    CHECK(applies.is_relevant("ds_mds01"));
}

TEST_CASE_FIXTURE(Desk, "what is due comes from births, visits and the calendar") {
    const auto house = home();
    const auto mother = record(
        "person", (R"({"household_id":")" + house.text() +
                   R"(","full_name":"Rina","sex":"P","is_mother":"1","is_infant":"0",)"
                   R"("is_supporter":"0","birth_date":"1998-01-01","birth_date_precision":"D",)"
                   R"("nik_status":"NONE","vital_status":"ALIVE"})")
                      .c_str());
    record("birth_event", (R"({"mother_id":")" + mother.id.text() +
                           R"(","delivery_date":"2026-09-17","fetus_count":1,"place":"PKM",)"
                           R"("attendant":"BIDAN","mode":"VAGINAL","complications":"NONE"})")
                              .c_str());
    const auto due = client_app::due_tasks(siti.store(), recorder.today());
    REQUIRE(due.ok());
    std::vector<std::string> codes;
    for (const auto& task : due.value()) codes.push_back(task.code);
    // KV2 (day 2-3) was over when the family was first met: missed, not overdue (DOMAIN 4.3).
    CHECK(base::joined(codes, " ") == "KF2");
    CHECK(due.value()[0].person_name == "Rina");
}
