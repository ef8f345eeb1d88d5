// What a row of quick entry leaves to others: twins of one visit, a full visit, and taking back.
#include "client/screens/quick/quick_model.h"
#include "shared/records/record.h"
#include "tests/client/desk/desk.h"
#include "tests/client/screens/quick/newer_form.h"

#include <doctest/doctest.h>

#include <memory>
#include <set>

namespace {

using desk::Desk;
using newer_form::add_question;
using newer_form::kMoreText;
using screens::QuickCell;
using screens::QuickDay;
using screens::QuickModel;
using screens::QuickStop;

// Twins of one house; the window may lock between their rows.
struct Twins {
    Desk desk;
    desk::Village village = desk::settle(desk);
    std::string second = desk.put(
        "person", R"({"household_id":")" + village.household +
                      R"(","full_name":"Aminah Putri","sex":"P","is_mother":"0",)" +
                      R"("is_infant":"1","birth_date":"2026-02-12","vital_status":"ALIVE"})");
    std::unique_ptr<QuickDay> day = std::make_unique<QuickDay>();
    std::unique_ptr<QuickModel> model = std::make_unique<QuickModel>(desk.ports(), *day);

    void sign_in_again() {
        model.reset();
        day = std::make_unique<QuickDay>();
        model = std::make_unique<QuickModel>(desk.ports(), *day);
    }
    void choose(char twin) {
        model->query = "agus";
        model->query_typed();
        REQUIRE_FALSE(model->matches().empty());
        model->chosen(0);
        press("infant", twin);
    }
    bool asks(const std::string& name) const {
        for (const QuickCell& each : model->cells()) {
            if (each.name == name) return true;
        }
        return false;
    }
    void press(const std::string& name, char key) {
        REQUIRE(asks(name));
        for (std::size_t i = 0; i < model->cells().size(); ++i) {
            if (model->cells()[i].name == name) model->arrived({QuickStop::Kind::Cell, i});
        }
        model->key(key);
    }
    void answer_all() {
        const std::set<std::string> yes = {"mother_met", "bf_ever", "bf_yesterday"};
        for (std::size_t i = 0; i < model->cells().size(); ++i) {
            const QuickCell cell = model->cells()[i];
            if (!cell.answer.empty()) continue;
            model->arrived({QuickStop::Kind::Cell, i});
            model->key(yes.count(cell.name) != 0 ? 'y' : cell.keys.front().key == '1' ? '1' : 't');
        }
    }
    void save(char twin) {
        choose(twin);
        answer_all();
        REQUIRE(model->save_clicked());
    }
    const screens::Fields& visit() const { return desk.all("visit").back()->fields; }
    std::size_t seen() const { return visit().codes("persons_seen").size(); }
};

}  // namespace

TEST_CASE("a window that locks between twins makes neither a second visit nor a second check") {
    Twins twins;
    twins.save('1');
    const std::size_t visits = twins.desk.all("visit").size();
    twins.sign_in_again();
    twins.choose('2');
    CHECK_FALSE(twins.asks("mother_met"));
    twins.answer_all();
    REQUIRE(twins.model->save_clicked());
    CHECK(twins.desk.all("visit").size() == visits);
    CHECK(twins.desk.all("mother_check").size() == 1);
    CHECK(twins.seen() == 3);
    const auto checks = twins.desk.all("infant_check");
    REQUIRE(checks.size() == 2);
    CHECK(checks[0]->fields.text("visit_id") == checks[1]->fields.text("visit_id"));
}

TEST_CASE("a visit of that day by the midwife, or with this baby's check, is not gone on with") {
    Twins twins;
    twins.save('1');
    const std::size_t visits = twins.desk.all("visit").size();
    twins.sign_in_again();
    twins.save('1');
    CHECK(twins.desk.all("visit").size() == visits + 1);
    for (const auto* visit : twins.desk.all("visit")) {
        twins.desk.change(visit->id, R"({"provider_role":"BIDAN"})");
    }
    twins.sign_in_again();
    twins.save('2');
    CHECK(twins.desk.all("visit").size() == visits + 2);
}

TEST_CASE("taking the second twin back takes her out of the visit that her sister's row began") {
    Twins twins;
    twins.save('1');
    twins.save('2');
    REQUIRE(twins.seen() == 3);
    twins.model->undo_pressed();
    CHECK(twins.seen() == 2);
    CHECK_FALSE(twins.visit().has_code("persons_seen", twins.second));
    CHECK_FALSE(records::is_retracted(twins.visit()));
    CHECK(records::is_retracted(twins.desk.all("infant_check").back()->fields));
    twins.model->undo_pressed();
    CHECK(records::is_retracted(twins.visit()));
}

TEST_CASE("a row whose visit was gone on with is not taken back, and it says where that is done") {
    for (const bool is_record : {true, false}) {
        CAPTURE(is_record);
        Twins twins;
        twins.choose('1');
        twins.press("mother_met", 'y');
        twins.press("ds_mds02", 'y');
        const auto start = twins.model->go_on_as_visit();
        REQUIRE(start.has_value());
        for (screens::Draft draft : twins.desk.drafts()) {
            if (draft.id != start->draft) continue;
            draft.answers.set("ds_mds03", "0");
            if (is_record) twins.desk.put(draft.type, draft.answers.to_json());
            if (!is_record) REQUIRE(twins.desk.put_draft(draft).ok());
        }
        const std::size_t saves = twins.desk.saves.size();
        twins.model->undo_pressed();
        CHECK(twins.desk.saves.size() == saves);
        CHECK_FALSE(records::is_retracted(twins.visit()));
        CHECK(twins.model->refusal().text().find("keluarga") != std::string::npos);
        CHECK(twins.day->count() == 1);
    }
}

TEST_CASE("a row that was gone on with, and nothing more, is taken back with its drafts") {
    Twins twins;
    twins.choose('1');
    twins.press("mother_met", 'y');
    twins.press("ds_mds02", 'y');
    REQUIRE(twins.model->go_on_as_visit().has_value());
    REQUIRE_FALSE(twins.desk.drafts().empty());
    twins.model->undo_pressed();
    CHECK(records::is_retracted(twins.visit()));
    CHECK(twins.desk.drafts().empty());
    CHECK(twins.model->refusal().empty());
}

TEST_CASE("what the second twin's handbook says and cannot be read is added to the visit's note") {
    Twins twins;
    twins.save('1');
    const std::string note = twins.visit().text("note");
    twins.choose('2');
    twins.model->contacts = "KN3 kemarin dulu";
    twins.model->typed();
    twins.press("ds_ids02", 'y');
    REQUIRE(twins.model->go_on_as_visit().has_value());
    CHECK(twins.visit().text("note").starts_with(note));
    CHECK(twins.visit().text("note").find("KN3 kemarin dulu") != std::string::npos);
    CHECK(twins.seen() == 3);
    twins.model->undo_pressed();
    CHECK(twins.visit().text("note") == note);
    CHECK(twins.seen() == 2);
}

TEST_CASE("what a newer form insists on and no key answers is named, and a full visit is offered") {
    Twins twins;
    add_question(twins.desk, "infant_check", kMoreText);
    twins.sign_in_again();
    twins.choose('1');
    twins.answer_all();
    CHECK(twins.model->left() == 0);
    CHECK_FALSE(twins.model->is_complete());
    CHECK_FALSE(twins.model->save_clicked());
    CHECK(twins.desk.saves.empty());
    bool is_named = false;
    for (const forms::Problem& each : twins.model->problems()) {
        is_named = is_named || each.message.find("Apa lagi?") != std::string::npos;
    }
    CHECK(is_named);
    REQUIRE(twins.model->is_asked_elsewhere());
    const auto start = twins.model->elsewhere_pressed();
    REQUIRE(start.has_value());
    CHECK(start->type == "infant_check");
    CHECK(start->field == "more");
}

TEST_CASE("what a newer visit form insists on is named, and no full visit that it would refuse") {
    Twins twins;
    add_question(twins.desk, "visit", kMoreText);
    twins.sign_in_again();
    twins.choose('1');
    twins.answer_all();
    CHECK_FALSE(twins.model->is_complete());
    CHECK_FALSE(twins.model->is_asked_elsewhere());
    CHECK_FALSE(twins.model->elsewhere_pressed().has_value());
    CHECK(forms::blocks(twins.model->problems()));
}
