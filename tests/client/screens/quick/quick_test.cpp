// What a row of quick entry becomes, and what it never does by itself.
#include "client/screens/quick/quick_model.h"
#include "shared/records/record.h"
#include "tests/client/desk/desk.h"

#include <doctest/doctest.h>

#include <set>

namespace {

using desk::Desk;
using screens::QuickCell;
using screens::QuickDay;
using screens::QuickModel;
using screens::QuickStop;

struct Paper {
    Desk desk;
    desk::Village village = desk::settle(desk);
    QuickDay day;
    QuickModel model{desk.ports(), day};

    void choose(const std::string& letters) {
        model.query = letters;
        model.query_typed();
        REQUIRE_FALSE(model.matches().empty());
        model.chosen(0);
    }
    // Stands at the first question without an answer.
    bool to_open_cell() {
        for (std::size_t i = 0; i < model.cells().size(); ++i) {
            if (!model.cells()[i].answer.empty()) continue;
            model.arrived({QuickStop::Kind::Cell, i});
            return true;
        }
        return false;
    }
    // The key that says the least: no sign, breast milk yes, nothing else.
    static char calm_key(const QuickCell& cell) {
        const std::set<std::string> yes = {"mother_met", "bf_ever", "bf_yesterday"};
        if (yes.count(cell.name) != 0) return 'y';
        return cell.keys.front().key == '1' ? '1' : 't';
    }
    void answer_all(const std::string& but = {}) {
        for (std::size_t i = 0; i < model.cells().size(); ++i) {
            if (model.cells()[i].name == but || !model.cells()[i].answer.empty()) continue;
            model.arrived({QuickStop::Kind::Cell, i});
            model.key(calm_key(model.cells()[i]));
        }
    }
    const QuickCell& cell(const std::string& name) const {
        for (const QuickCell& each : model.cells()) {
            if (each.name == name) return each;
        }
        FAIL("no such question: " << name);
        return model.cells().front();
    }
    void press(const std::string& name, char key) {
        for (std::size_t i = 0; i < model.cells().size(); ++i) {
            if (model.cells()[i].name == name) model.arrived({QuickStop::Kind::Cell, i});
        }
        model.key(key);
    }
    std::size_t count(const std::string& type) const {
        std::size_t found = 0;
        for (const screens::Save& save : desk.saves) found += save.type == type ? 1 : 0;
        return found;
    }
};

bool is_clinical(const QuickCell& cell) {
    return !cell.form.empty();
}

}  // namespace

TEST_CASE("a row that is complete becomes a visit, both checks and the recall, in one go") {
    Paper paper;
    paper.choose("aminah");
    paper.answer_all();
    paper.model.weight = "4,2";
    paper.model.temp = "36,7";
    paper.model.contacts = "KF3 4-3, kn3 4-3";
    paper.model.typed();
    REQUIRE(paper.model.is_complete());
    REQUIRE(paper.model.save_clicked());
    CHECK(paper.count("visit") == 1);
    CHECK(paper.count("infant_check") == 1);
    CHECK(paper.count("mother_check") == 1);
    CHECK(paper.count("feeding_recall") == 1);
    CHECK(paper.count("service_contact") == 2);
    const auto visit = paper.desk.all("visit").back();
    CHECK(visit->fields.text("started_at").starts_with("2026-03-04T"));
    CHECK(visit->fields.text("visit_type") == "KADER_HOME");
    const auto check = paper.desk.all("infant_check").back();
    CHECK(check->fields.integer("weight_g") == 4200);
    CHECK(check->fields.text("temp_c") == "36.7");
    CHECK(check->fields.text("visit_id") == visit->id);
    CHECK(paper.desk.all("feeding_recall").back()->fields.text("recall_date") == "2026-03-03");
    CHECK(paper.desk.all("service_contact").back()->fields.text("contact_date") == "2026-03-04");
    CHECK(paper.day.count() == 1);
    CHECK(paper.desk.drafts().empty());
}

TEST_CASE("no recall and no danger sign is answered by choosing a family, nor in the row below") {
    Paper paper;
    paper.choose("aminah");
    paper.press("mother_met", 'y');
    int clinical = 0;
    for (const QuickCell& cell : paper.model.cells()) {
        CAPTURE(cell.name);
        CHECK((!is_clinical(cell) || cell.answer.empty()));
        clinical += is_clinical(cell) ? 1 : 0;
    }
    CHECK(clinical >= 60);
    paper.answer_all();
    REQUIRE(paper.model.save_clicked());
    // The same family again, and another one: nothing comes from the row above but its day.
    for (const char* letters : {"aminah", "hidayati"}) {
        paper.choose(letters);
        for (const QuickCell& cell : paper.model.cells()) {
            CHECK((!is_clinical(cell) || cell.answer.empty()));
        }
        paper.model.clear_clicked();
    }
    CHECK(paper.model.row().day == "04-03-2026");
}

TEST_CASE(
    "every question is typed for itself: one key answers one, and without any of them a row "
    "is not saved") {
    Paper all;
    all.choose("aminah");
    all.press("mother_met", 'y');
    std::vector<std::string> names;
    while (all.to_open_cell()) {
        const std::string name = all.model.cell()->name;
        std::size_t before = all.model.left();
        const std::size_t cells = all.model.cells().size();
        all.model.key(Paper::calm_key(*all.model.cell()));
        // A question may bring up others; none of those comes with an answer.
        CHECK(all.model.left() == before - 1 + (all.model.cells().size() - cells));
        names.push_back(name);
    }
    for (const std::string& name : names) {
        CAPTURE(name);
        Paper paper;
        paper.choose("aminah");
        paper.press("mother_met", 'y');
        paper.answer_all(name);
        CHECK_FALSE(paper.model.is_complete());
        CHECK_FALSE(paper.model.save_clicked());
        CHECK(paper.desk.saves.empty());
        REQUIRE(paper.model.cell() != nullptr);
        CHECK(paper.model.cell()->name == name);
    }
}

TEST_CASE("a key that means nothing here answers nothing") {
    Paper paper;
    paper.choose("aminah");
    paper.press("mother_met", 'x');
    CHECK(paper.cell("mother_met").answer.empty());
    paper.press("mother_met", '?');
    CHECK(paper.cell("mother_met").answer.empty());
    paper.press("mother_met", 'n');
    CHECK(paper.cell("mother_met").answer == "0");
}

TEST_CASE("a row that was cut off by a crash is there again, key for key") {
    Paper paper;
    paper.choose("aminah");
    paper.press("mother_met", 'y');
    paper.press("ds_mds01", 't');
    paper.press("ds_mds07", 't');
    paper.press("l_water", 'y');
    paper.model.weight = "4,";
    paper.model.typed();

    QuickDay day;
    const QuickModel again{paper.desk.ports(), day};
    CHECK(again.row().household == paper.village.household);
    CHECK(again.row().infant == paper.village.infant);
    CHECK(again.weight == "4,");
    CHECK(again.row().mother_check.text("ds_mds01") == "0");
    CHECK(again.row().mother_check.text("ds_mds07") == "0");
    CHECK(again.row().mother_check.entries().size() == 2);
    CHECK(again.row().recall.text("l_water") == "1");
    CHECK(again.left() == paper.model.left());
}

TEST_CASE("the row that was saved last is taken back: its records say that they do not count") {
    Paper paper;
    paper.choose("aminah");
    paper.answer_all();
    REQUIRE(paper.model.save_clicked());
    const std::size_t saved = paper.desk.saves.size();
    paper.desk.confirmed_at = {1, 4};
    paper.model.undo_pressed();
    CHECK(paper.desk.saves.size() == saved * 2);
    CHECK(paper.desk.saves.back().base == records::Revision{1, 4});
    CHECK(paper.day.count() == 0);
    for (const char* type : {"infant_check", "mother_check", "feeding_recall"}) {
        const auto* record = paper.desk.all(type).back();
        CHECK(records::is_retracted(record->fields));
        CHECK_FALSE(record->fields.text("retract_reason").empty());
    }
    CHECK(records::is_retracted(paper.desk.all("visit").back()->fields));
    paper.model.undo_pressed();
    CHECK(paper.desk.saves.size() == saved * 2);
}

TEST_CASE("a yes at a danger sign asks at once; a slip of the hand is taken back") {
    Paper paper;
    paper.choose("aminah");
    paper.press("mother_met", 'y');
    paper.press("ds_mds02", 'y');
    REQUIRE(paper.model.alarm() != nullptr);
    CHECK(paper.model.alarm()->code == "MDS02");
    paper.model.key('t');  // typed on blindly: nothing happens behind the question
    CHECK(paper.cell("ds_mds03").answer.empty());
    CHECK(paper.model.alarms().size() == 1);
    paper.model.alarm_was_slip();
    CHECK(paper.model.alarm() == nullptr);
    CHECK(paper.model.alarms().empty());
    CHECK(paper.cell("ds_mds02").answer.empty());
    CHECK(paper.model.cell()->name == "ds_mds02");
}

TEST_CASE("a sign is led through as a full visit with all that was typed") {
    Paper paper;
    paper.choose("aminah");
    paper.press("mother_met", 'y');
    paper.press("ds_mds01", 't');
    paper.press("ds_mds02", 'y');
    const auto start = paper.model.go_on_as_visit();
    REQUIRE(start.has_value());
    CHECK(start->type == "mother_check");
    CHECK(start->field == "ds_mds02");
    REQUIRE(paper.count("visit") == 1);
    std::string drafted;
    for (const screens::Draft& draft : paper.desk.drafts()) {
        CHECK(draft.type != screens::kQuickDraft);
        if (draft.id == start->draft) drafted = draft.answers.text("ds_mds02");
    }
    CHECK(drafted == "1");
    CHECK(paper.day.count() == 1);
    CHECK(paper.model.row().is_untouched());
}

TEST_CASE("contacts typed before a sign go with the visit that is gone on with") {
    Paper paper;
    paper.choose("aminah");
    paper.model.contacts = "KF3 4-3, kn3 4-3";
    paper.model.typed();
    paper.press("mother_met", 'y');
    paper.press("ds_mds02", 'y');
    REQUIRE(paper.model.go_on_as_visit().has_value());
    CHECK(paper.count("service_contact") == 2);
    const auto visit = paper.desk.all("visit").back();
    CHECK(paper.desk.all("service_contact").back()->fields.text("visit_id") == visit->id);
    CHECK(visit->fields.text("note").find("KF3") == std::string::npos);
    // They are taken back with their visit.
    paper.model.undo_pressed();
    CHECK(records::is_retracted(paper.desk.all("service_contact").back()->fields));
}

TEST_CASE("contacts that cannot be read stand in the note of the visit that is gone on with") {
    Paper paper;
    paper.choose("aminah");
    paper.model.contacts = "KF3 kemarin dulu";
    paper.model.typed();
    paper.press("mother_met", 'y');
    paper.press("ds_mds02", 'y');
    REQUIRE(paper.model.go_on_as_visit().has_value());
    CHECK(paper.count("service_contact") == 0);
    const std::string note = paper.desk.all("visit").back()->fields.text("note");
    CHECK(note.find("KF3 kemarin dulu") != std::string::npos);
}

TEST_CASE("a sign on a row stays on it when the disk refuses to go on with it as a visit") {
    Paper paper;
    paper.choose("aminah");
    paper.press("mother_met", 'y');
    paper.press("ds_mds02", 'y');
    paper.desk.disk_refuses = base::ErrorCode::DiskFull;
    CHECK_FALSE(paper.model.go_on_as_visit().has_value());
    CHECK_FALSE(paper.model.trouble().empty());
    CHECK(paper.cell("ds_mds02").answer == "1");
    CHECK(paper.count("visit") == 0);
    paper.desk.disk_refuses.reset();
    CHECK(paper.model.save_clicked() == false);  // not all is answered yet
    CHECK(paper.cell("ds_mds02").answer == "1");
}

TEST_CASE("a fever that was only measured opens the baby's family when the row is saved") {
    Paper paper;
    paper.choose("aminah");
    paper.model.temp = "38,6";
    paper.model.typed();
    paper.answer_all();
    REQUIRE(paper.model.save_clicked());
    CHECK(paper.day.saved.back().has_sign);
    CHECK(paper.model.take_family() == paper.village.household);
}

TEST_CASE("a sign in a row stands above it until the row is gone on with, or is a record") {
    Paper paper;
    paper.choose("aminah");
    paper.press("mother_met", 'y');
    paper.press("ds_mds02", 'y');
    paper.model.alarm_read();
    REQUIRE(paper.model.alarms().size() == 1);  // it goes on standing above the row
    CHECK(paper.model.alarms().front().urgency == care::Urgency::RedNow);
    QuickModel later(paper.desk.ports(), paper.day);  // the half row, taken up again
    CHECK(later.alarms().size() == 1);
    const auto form = later.go_on_with_sign();
    REQUIRE(form.has_value());
    CHECK(form->type == "mother_check");
    CHECK(form->field == "ds_mds02");
}

TEST_CASE("a row with a sign that was finished here opens the family when it is saved") {
    Paper paper;
    paper.choose("aminah");
    paper.press("mother_met", 'y');
    paper.press("ds_mds02", 'y');
    paper.model.alarm_read();
    paper.answer_all();
    REQUIRE(paper.model.save_clicked());
    CHECK(paper.model.take_family() == paper.village.household);
    CHECK_FALSE(paper.model.take_family().has_value());
}

TEST_CASE("a full disk keeps the row and says so") {
    Paper paper;
    paper.choose("aminah");
    paper.answer_all();
    paper.desk.disk_refuses = base::ErrorCode::DiskFull;
    CHECK_FALSE(paper.model.save_clicked());
    CHECK_FALSE(paper.model.trouble().empty());
    CHECK(paper.model.row().household == paper.village.household);
    paper.desk.disk_refuses.reset();
    CHECK(paper.model.save_clicked());
}

TEST_CASE("the second of twins is a row of the same visit, without her mother's check again") {
    Paper paper;
    paper.desk.put("person",
                   R"({"household_id":")" + paper.village.household +
                       R"(","full_name":"Aminah Putri","sex":"P","is_mother":"0",)" +
                       R"("is_infant":"1","birth_date":"2026-02-12","vital_status":"ALIVE"})");
    paper.choose("agus");
    paper.press("infant", '1');
    paper.answer_all();
    REQUIRE(paper.model.save_clicked());
    paper.choose("agus");
    CHECK(paper.cell("infant").answer.empty());
    paper.press("infant", '2');
    paper.answer_all();
    paper.desk.confirmed_at = {1, 4};
    const std::size_t before = paper.desk.saves.size();
    REQUIRE(paper.model.save_clicked());
    // What the first row's visit gets is written on it as it stands; what is new, on nothing.
    CHECK(paper.desk.saves.at(before).type == "visit");
    CHECK(paper.desk.saves.at(before).base == records::Revision{1, 4});
    CHECK(!paper.desk.saves.back().base);
    CHECK(paper.count("mother_check") == 1);
    CHECK(paper.count("infant_check") == 2);
    CHECK(paper.desk.all("visit").size() == 2);  // the village's own, and this one
    const auto checks = paper.desk.all("infant_check");
    CHECK(checks[0]->fields.text("visit_id") == checks[1]->fields.text("visit_id"));
    CHECK(paper.desk.all("visit").back()->fields.codes("persons_seen").size() == 3);
}

TEST_CASE("weights are typed as kilograms or grams, and nothing between is guessed") {
    CHECK(screens::read_weight_g("4,2") == 4200);
    CHECK(screens::read_weight_g("4.25") == 4250);
    CHECK(screens::read_weight_g(" 3850 ") == 3850);
    CHECK(screens::read_weight_g("10") == 10000);
    for (const char* typed : {"", "0", "-3", "42", "250", "berat", "4,2 kg"}) {
        CHECK_FALSE(screens::read_weight_g(typed).has_value());
    }
}

TEST_CASE("the handbook's dates are read without their year, also across New Year") {
    const base::Date day = *base::parse_date("2026-01-06");
    const auto contacts = screens::read_contacts("kf1 30-12 KN1 3-1; kf2 5-1-2026", day);
    REQUIRE(contacts.has_value());
    REQUIRE(contacts->size() == 3);
    CHECK((*contacts)[0].code == "KF1");
    CHECK((*contacts)[0].on == *base::parse_date("2025-12-30"));
    CHECK((*contacts)[1].on == *base::parse_date("2026-01-03"));
    CHECK((*contacts)[2].on == *base::parse_date("2026-01-05"));
    CHECK(screens::read_contacts("", day)->empty());
    for (const char* typed : {"kf1", "kf9 3-1", "3-1 kf1", "kf1 31-2"}) {
        CHECK_FALSE(screens::read_contacts(typed, day).has_value());
    }
}
