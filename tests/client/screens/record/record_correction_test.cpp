#include "client/screens/record/record_form_model.h"
#include "tests/client/desk/desk.h"

#include <doctest/doctest.h>

namespace {

using desk::Desk;
using desk::Village;
using screens::FormStart;
using screens::RecordFormModel;
using screens::Why;
using Stage = RecordFormModel::Stage;

struct AtWork {
    Desk desk;
    Village village = desk::settle(desk);

    // A visit, saved so many days ago.
    std::string saved(int days_ago, screens::Sending sending = screens::Sending::Sent) {
        desk.clock.advance_ms(-86400000LL * days_ago);
        const std::string id = desk.put(
            "visit",
            R"({"household_id":")" + village.household + R"(","mother_id":")" + village.mother +
                R"(","started_at":"2026-03-04T10:00:00+07:00","outcome":"DONE",)" +
                R"("visit_type":"POSY","provider_id":"x","provider_role":"KADER","later":"kept"})",
            sending);
        desk.clock.advance_ms(86400000LL * days_ago);
        return id;
    }
    RecordFormModel open(const std::string& record, const std::string& field = "") {
        FormStart start;
        start.type = desk.find(record)->type;
        start.family = village.household;
        start.record = record;
        start.field = field;
        return RecordFormModel(desk.ports(), start);
    }
};

}  // namespace

TEST_CASE("a record of today is edited freely; only what was touched is sent") {
    AtWork work;
    RecordFormModel model = work.open(work.saved(0));
    CHECK_FALSE(model.is_read_only());
    model.choose("visit_type", "KADER_HOME");
    model.save_clicked();
    REQUIRE(model.is_saved());
    const auto& save = work.desk.saves.back();
    CHECK(save.reason.empty());
    CHECK(save.answers.to_json() == R"({"visit_type":"KADER_HOME"})");
}

TEST_CASE(
    "a record of an earlier day opens for reading; a correction asks why and shows what changes") {
    AtWork work;
    RecordFormModel model = work.open(work.saved(1));
    CHECK(model.is_read_only());
    model.mend_clicked();
    model.choose("visit_type", "KADER_HOME");
    model.save_clicked();
    CHECK_FALSE(model.is_saved());
    CHECK(model.asks() == RecordFormModel::Asks::Reason);
    REQUIRE(model.changes().size() == 1);
    CHECK(model.changes()[0].before == "Hari buka posyandu");
    CHECK(model.changes()[0].after == "Kunjungan rumah oleh kader");
    model.why_confirmed();  // without a reason nothing happens
    CHECK(work.desk.saves.empty());
    model.choose_why(Why::Typing);
    model.why_text() = "salah pilih";
    model.why_confirmed();
    REQUIRE(model.is_saved());
    CHECK(work.desk.saves.back().reason == "salah ketik: salah pilih");
}

TEST_CASE("another reason is in her own words, or it is none") {
    AtWork work;
    RecordFormModel model = work.open(work.saved(1));
    model.mend_clicked();
    model.choose("visit_type", "KADER_HOME");
    model.save_clicked();
    model.choose_why(Why::Other);
    CHECK_FALSE(model.is_why_said());
    model.why_text() = "ibu meralat";
    CHECK(model.is_why_said());
}

TEST_CASE("a correction that changes nothing is not saved") {
    AtWork work;
    RecordFormModel model = work.open(work.saved(1));
    model.mend_clicked();
    model.save_clicked();
    CHECK_FALSE(model.is_saved());
    CHECK(model.trouble().text().starts_with("Tidak ada yang diubah"));
}

TEST_CASE("a record is withdrawn with a reason, and what goes with it is said before") {
    AtWork work;
    const std::string visit = work.saved(1);
    work.desk.put("infant_check", R"({"visit_id":")" + visit + R"(","infant_id":")" +
                                      work.village.infant + R"("})");
    RecordFormModel model = work.open(visit);
    REQUIRE(model.may_retract());
    model.retract_clicked();
    CHECK(model.goes_with_it() == 1);
    model.choose_why(Why::WrongPerson);
    model.why_confirmed();
    REQUIRE(model.is_retracted());
    const auto& save = work.desk.saves.back();
    CHECK(save.answers.to_json() == R"({"retract_reason":"salah orang","retracted":"1"})");
    CHECK(save.reason == "salah orang");
}

TEST_CASE("a family or a person is kept up to date without reasons, and is not withdrawn here") {
    AtWork work;
    work.desk.clock.advance_ms(86400000LL * 3);
    RecordFormModel model = work.open(work.village.mother);
    CHECK_FALSE(model.is_read_only());
    CHECK_FALSE(model.needs_reason());
    CHECK_FALSE(model.may_retract());
}

TEST_CASE("draft, ready, sent: sent only on the server's word") {
    AtWork work;
    RecordFormModel waiting = work.open(work.saved(0, screens::Sending::Waiting));
    CHECK(waiting.stage() == Stage::Ready);
    RecordFormModel sent = work.open(work.saved(0));
    CHECK(sent.stage() == Stage::Sent);
    sent.choose("visit_type", "KADER_HOME");
    CHECK(sent.stage() == Stage::Draft);
    RecordFormModel held = work.open(work.saved(0, screens::Sending::Troubled));
    CHECK(held.stage() == Stage::Ready);
    CHECK(held.is_held_back());
}

TEST_CASE(
    "the draft of an edit keeps only what was touched, and what others changed stays theirs") {
    AtWork work;
    const std::string visit = work.saved(0);
    {
        RecordFormModel model = work.open(visit);
        model.choose("visit_type", "KADER_HOME");
    }
    const auto draft = work.desk.drafts().front();
    CHECK(draft.answers.to_json() == R"({"visit_type":"KADER_HOME"})");
    work.desk.change(visit, R"({"note":"dari bidan"})");
    FormStart start;
    start.type = "visit";
    start.family = work.village.household;
    start.record = visit;
    start.draft = draft.id;
    RecordFormModel again(work.desk.ports(), start);
    CHECK(again.answer("note") == "dari bidan");
    CHECK(again.answer("visit_type") == "KADER_HOME");
    again.save_clicked();
    CHECK(work.desk.saves.back().answers.to_json() == R"({"visit_type":"KADER_HOME"})");
}

TEST_CASE("an error that stood before does not block mending something else; touched, it does") {
    AtWork work;
    const std::string check =
        work.desk.put("infant_check", R"({"visit_id":"v","infant_id":")" + work.village.infant +
                                          R"(","location":"HOSP","weight_g":3,"temp_c":12})");
    RecordFormModel model = work.open(check);
    model.choose("imm_up_to_date", "1");
    model.save_clicked();
    CHECK(model.is_saved());
    RecordFormModel again = work.open(check);
    again.typed("temp_c").text = "13";
    again.typed_changed("temp_c");
    again.save_clicked();
    CHECK_FALSE(again.is_saved());
}

TEST_CASE("a question is opened directly, its part and the keyboard on it, whatever the day") {
    AtWork work;
    RecordFormModel model = work.open(work.saved(1), "next_visit_date");
    CHECK_FALSE(model.is_read_only());
    CHECK(model.needs_reason());
    CHECK(model.take_focus() == "next_visit_date");
    CHECK(model.take_focus().empty());  // said once
    bool is_here = false;
    for (const auto* question : model.sections()[model.at()].questions) {
        is_here = is_here || question->name == "next_visit_date";
    }
    CHECK(is_here);
}

TEST_CASE("a correction says what its author had seen when it was begun, also days later") {
    AtWork work;
    work.desk.confirmed_at = {1, 7};
    const std::string visit = work.saved(0);
    std::string draft;
    {
        RecordFormModel model = work.open(visit);
        model.choose("visit_type", "KADER_HOME");
        model.keep_draft_now();
        draft = work.desk.drafts().front().id;
    }
    work.desk.confirmed_at = {1, 9};  // somebody else's arrived
    FormStart start;
    start.type = "visit";
    start.family = work.village.household;
    start.draft = draft;
    RecordFormModel again(work.desk.ports(), start);
    again.choose("visit_type", "POSY");
    again.choose("visit_type", "KADER_HOME");
    again.save_clicked();
    REQUIRE(again.is_saved());
    CHECK(work.desk.saves.back().base == records::Revision{1, 7});
}
