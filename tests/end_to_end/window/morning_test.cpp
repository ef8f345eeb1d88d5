// A cadre's morning in the real window: eight families, one sign of danger, one pair of twins, an
// empty house, the power gone in the middle of a word; and in the end everything is at the health
// centre once.
#include "client/app/workplace.h"
#include "shared/base/clock.h"
#include "shared/db/connection.h"
#include "tests/end_to_end/actors.h"
#include "tests/end_to_end/window/hamlet.h"
#include "tests/end_to_end/window/screen.h"

#include <doctest/doctest.h>

#include <memory>

namespace {

using end_to_end::Finished;
using smoke::KnownFamily;
using smoke::Presses;
using smoke::Screen;

const base::Zone kJakarta;

// A morning has one date.
void wait_past_midnight() {
    const auto minutes_left = [] {
        const std::string now = base::to_date_time_text(base::SystemClock().now(), kJakarta);
        return 24 * 60 - 60 * std::stoi(now.substr(11, 2)) - std::stoi(now.substr(14, 2));
    };
    while (minutes_left() <= 6) smoke::pause_ms(10000);
}

struct Morning {
    end_to_end::Scratch scratch;
    end_to_end::Centre centre{scratch};
    end_to_end::Laptop laptop{scratch, "siti"};
    std::vector<KnownFamily> families = smoke::hamlet();
    smoke::Display display;
    std::unique_ptr<Screen> screen;

    // Enrolled, and the seven families known to both sides; then the network is gone.
    Morning() {
        wait_past_midnight();
        centre.start();
        auto codes = centre.add_users();
        done(laptop.command({"enrol", codes["Siti"]}));
        const base::Date today = base::date_in(base::SystemClock().now(), kJakarta);
        end_to_end::write_text(scratch.path("hamlet"), smoke::as_lines(families, today));
        done(laptop.command({"import", scratch.path("hamlet")}));
        done(laptop.command({"sync"}));
        REQUIRE(laptop.status().integer("waiting") == 0);
        centre.stop();
    }
    static void done(const Finished& finished) {
        REQUIRE_MESSAGE(finished.exit_code == 0, finished.err);
    }

    void start() {
        screen = std::make_unique<Screen>(laptop.data(), display);
        screen->sign_in(end_to_end::kPin);
    }
    const KnownFamily& family(const std::string& head) const {
        for (const KnownFamily& each : families) {
            if (each.head == head) return each;
        }
        throw std::runtime_error("no such family");
    }

    void open_family(const std::string& head);
    void begin_visit(const std::string& kind);
    void short_visit(const std::string& head);
    void recall();
    void end_visit();
    void consent();
    void check_mother();
    void check_baby();
    void teach_massage(const KnownFamily& family);
    void full_visit(const std::string& head);
    void danger_visit(const std::string& head);
    void empty_house(const std::string& head);
    void register_newborn();
    void cut_short(const std::string& head);
    std::string draft_to_recover() const;

    // ---- sending
    std::int64_t waiting() const;  // as the window says
    std::int64_t there() const;    // changes at the health centre
    void send_in_vain();
    void send();
    void check_arrived();
    void tell(const std::string& what, const std::string& head, const Presses& before) const {
        const Presses took = screen->presses().since(before);
        MESSAGE(what << ", " << head << ": " << took.clicks << " clicks, " << took.keys << " keys");
    }
};

// ---- the way to a family and through the forms

void Morning::open_family(const std::string& head) {
    screen->click("Families");
    screen->fill("Search", family(head).mother);
    screen->wait_for_value("Search", family(head).mother);
    screen->wait_for("family " + family(head).household());
    screen->key("Return");  // the first found
    screen->wait_for("Record a visit");
}

void Morning::begin_visit(const std::string& kind) {
    screen->click(kind);
    screen->choose("visit_type/KADER_HOME");
    screen->choose("outcome/DONE");
    screen->to_the_end();
    screen->click("Save");
}

// Milk from the breast and nothing else, as told by the mother.
void Morning::recall() {
    screen->choose_from("respondent", "SENDIRI");
    screen->click("recall_date/yesterday");
    screen->next_part();
    screen->answer("bf_", 'y');
    screen->answer("bottle_yesterday", 't');
    screen->next_part();
    screen->answer("l_", 't');
    screen->next_part();
    screen->answer("f_any", 't');
    screen->next_part();
    screen->answer("other_ever", 't');
    screen->click("Save");
}

// A whole visit also asks what was talked about.
void Morning::end_visit() {
    const bool is_whole = screen->wait_for_one_of({"topics/BF", "ended_at"}) == "topics/BF";
    if (is_whole) screen->choose("topics/BF");
    screen->to_the_end();
    screen->click("Save");
    screen->click("Done");
    screen->wait_for("Go on with the visit");
}

void Morning::short_visit(const std::string& head) {
    const Presses before = screen->presses();
    open_family(head);
    begin_visit("Only for the register");
    for (std::size_t i = 0; i < family(head).babies.size(); ++i) {
        screen->wait_for("respondent");
        recall();
    }
    end_visit();
    tell("only for the register", head, before);
}

// ---- the whole visit

void Morning::consent() {
    screen->choose("given_by/SELF");
    screen->next_part();
    screen->choose("scopes/CARE");
    screen->choose("scopes/TOUCH");
    screen->choose("method/WRITTEN");
    screen->click("given_at/now");
    screen->to_the_end();
    screen->click("Save");
}

void Morning::check_mother() {
    screen->answer("ds_", 't');
    screen->next_part();
    screen->choose("asked_alone/0");
    screen->to_the_end();
    screen->click("Save");
}

void Morning::check_baby() {
    screen->choose("location/HOME");
    screen->next_part();
    screen->answer("ds_", 't');
    screen->next_part();
    screen->fill("weight_g", "3150");
    screen->to_the_end();
    screen->click("Save");
}

void Morning::teach_massage(const KnownFamily& family) {
    screen->choose("trainee_id/" + family.father_id());
    screen->choose_from("trainee_relation", "SUAMI");
    screen->click("started_at/now");
    screen->next_part();
    screen->choose("safety_result/GO");
    screen->choose("consent_touch/1");
    screen->next_part();
    screen->choose("methods/DEMO");
    screen->choose("return_demo/1");
    screen->to_the_end();
    screen->click("Save");
}

// From the day's list.
void Morning::full_visit(const std::string& head) {
    const Presses before = screen->presses();
    screen->click("Today");
    screen->look_for("Start visit " + family(head).household());
    begin_visit("Start visit " + family(head).household());
    screen->wait_for("given_by/SELF");
    consent();
    screen->wait_for("ds_mds01/0");
    check_mother();
    screen->wait_for("location/HOME");
    check_baby();
    screen->wait_for("respondent");
    recall();
    screen->wait_for("trainee_id/" + family(head).father_id());
    teach_massage(family(head));
    end_visit();
    tell("a full visit", head, before);
}

// ---- what else a morning brings

void Morning::danger_visit(const std::string& head) {
    const Presses before = screen->presses();
    open_family(head);
    begin_visit("Record a visit");
    screen->wait_for("given_by/SELF");
    screen->turn("Pass over, not asked");
    screen->click("ds_mds01/1");
    screen->wait_for_value("danger", "SEKARANG JUGA ke puskesmas atau rumah sakit");
    screen->turn("Write the referral");
    screen->to_the_end();
    screen->click("Save");
    screen->wait_for("Print the letter (A5)");
    screen->turn("Back");  // to the questions, where they were
    check_mother();
    screen->wait_for("location/HOME");
    while (!screen->shows("topics/BF")) screen->turn("Pass over, not asked");
    end_visit();
    tell("a sign of danger", head, before);
}

void Morning::empty_house(const std::string& head) {
    const Presses before = screen->presses();
    open_family(head);
    screen->click("Nobody is at home");
    screen->click("try again/3");
    screen->wait_until_gone("try again/3");
    tell("nobody at home", head, before);
}

void Morning::register_newborn() {
    const Presses before = screen->presses();
    screen->click("Families");
    screen->click("New family");
    screen->fill("household.head_name", "Wahyu Nugroho");
    screen->fill("household.rt", "7");
    screen->fill("household.rw", "2");
    screen->choose("Whom are you writing down?/born");
    screen->fill("mother.full_name", "Kartika Sari");
    screen->fill("mother.birth_date", "27");
    screen->click("birth.delivery_date/yesterday");
    for (const char* answer :
         {"birth.place/PKM", "birth.attendant/BIDAN", "birth.mode/VAGINAL",
          "birth.complications/NONE", "outcome1.outcome/LIVE", "outcome1.sex/P", "outcome1.imd/1",
          "outcome1.bf_start_unit/IMM", "outcome1.prelacteal_2d/0"}) {
        screen->choose(answer);
    }
    screen->click("Save");
    screen->wait_for("Record a visit");
    tell("a mother with a newborn", "Wahyu Nugroho", before);
}

std::string Morning::draft_to_recover() const {
    const std::string recover = "Recover ";
    for (const auto& [key, place] : screen->places()) {
        if (key.starts_with(recover)) return key;
    }
    throw std::runtime_error("nothing is offered to be recovered");
}

const std::string kFirstWords = "Ibu lelah, suami membantu";

// The power goes in the middle of a word; what was typed until half a second before is there.
void Morning::cut_short(const std::string& head) {
    open_family(head);
    begin_visit("Only for the register");
    screen->wait_for("respondent");
    recall();
    screen->wait_for("ended_at");
    screen->fill("note", kFirstWords);
    screen->wait_for_value("note", kFirstWords);
    smoke::pause_ms(1500);  // longer than the pause after which a draft is kept
    const std::int64_t safe = waiting();
    screen->type(" mema");
    screen->client().kill();

    start();
    CHECK(waiting() == safe);
    screen->click(draft_to_recover());
    screen->wait_for_words("note", kFirstWords);
    screen->click("note");
    screen->key("ctrl+a");
    screen->type(kFirstWords + " memasak");
    screen->wait_for_value("note", kFirstWords + " memasak");
    end_visit();
}

// ---- sending

std::int64_t Morning::waiting() const {
    const std::string begins = "Belum terkirim: ";
    const std::string said = screen->wait_for("not sent").value;
    return said.starts_with(begins) ? std::stoll(said.substr(begins.size())) : 0;
}

std::int64_t Morning::there() const {
    auto database = db::Connection::open(centre.database());
    REQUIRE(database.ok());
    return database.value().number("SELECT count(*) FROM change").value();
}

// Nobody answers: everything still waits, and she is told.
void Morning::send_in_vain() {
    const std::int64_t before = waiting();
    REQUIRE(before > 0);
    screen->click("Send");
    screen->click("Send now");
    screen->wait_for("trouble");
    screen->wait_for("Send now");
    CHECK(waiting() == before);
}

// At every look: what the window no longer counts as waiting is at the health centre.
void Morning::send() {
    const std::int64_t waited = waiting();
    const std::int64_t known = there();
    centre.start();
    screen->click("Send now");
    for (int i = 0; i < 600 && waiting() > 0; ++i) {
        const std::int64_t left = waiting();
        CHECK(there() - known >= waited - left);
        smoke::pause_ms(50);
    }
    CHECK(waiting() == 0);
    CHECK(there() == known + waited);
    screen->wait_for_words("not sent", "Semua terkirim");
}

void check_same(db::Connection& database, const records::Record& record) {
    auto row = database.prepare("SELECT type, unit, fields FROM record WHERE id = $1");
    REQUIRE(row.ok());
    row.value().bind(1, record.id.text());
    REQUIRE(row.value().step().value());
    CHECK(row.value().text(0) == record.type);
    CHECK(row.value().text(1) == record.unit);
    CHECK(base::Fields::parse(row.value().text(2)).value() == record.fields);
    CHECK_FALSE(row.value().step().value());
}

// Each record of the laptop is there once, word for word, and nothing else is.
void Morning::check_arrived() {
    screen.reset();
    const auto files = client_app::store_files(laptop.data());
    auto opened =
        client_app::open_store(files.value().front(), end_to_end::kPin, base::SystemClock().now());
    REQUIRE(opened.ok());
    store::Store& store = *opened.value();
    auto database = db::Connection::open(centre.database());
    REQUIRE(database.ok());
    CHECK(database.value().number("SELECT count(*) FROM record").value() ==
          store.record_count().value());
    CHECK(database.value().number("SELECT count(*) FROM quarantine").value() == 0);
    const auto count = [&](const char* type) {
        const auto all = store.list(type).value();
        for (const records::Record& record : all) check_same(database.value(), record);
        return all.size();
    };
    CHECK(count("household") == 8);
    CHECK(count("person") == 24);
    CHECK(count("visit") == 7);
    CHECK(count("consent") == 1);
    CHECK(count("mother_check") == 2);
    CHECK(count("infant_check") == 1);
    CHECK(count("feeding_recall") == 6);
    CHECK(count("massage_teaching") == 1);
    CHECK(count("referral") == 1);
    CHECK(store.list("referral").value().front().fields.text("reasons") == "MDS01");
    const auto visits = store.list("visit").value();
    for (const records::Record& visit : visits) {
        const std::string house = visit.fields.text("household_id");
        CHECK(visit.fields.text("outcome") ==
              (house == family("Parno").household() ? "NOT_HOME" : "DONE"));
        if (house != family("Eko").household()) continue;
        CHECK(visit.fields.text("note") == kFirstWords + " memasak");
    }
}

}  // namespace

TEST_CASE_FIXTURE(
    Morning, "a morning of eight families, with the power cut, is sent and is all there once") {
    start();
    full_visit("Joko");
    short_visit("Slamet");
    danger_visit("Hadi");
    empty_house("Parno");
    short_visit("Karno");  // twins
    short_visit("Bambang");
    cut_short("Eko");
    register_newborn();
    send_in_vain();
    send();
    check_arrived();
}
