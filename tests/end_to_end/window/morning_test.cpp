// A cadre's morning in the real window: eight families, one sign of danger, one pair of twins, an
// empty house, the power gone in the middle of a word; and in the end everything is at the health
// centre once.
#include "client/app/workplace.h"
#include "shared/base/clock.h"
#include "shared/db/connection.h"
#include "tests/end_to_end/actors.h"
#include "tests/end_to_end/window/cadre.h"

#include <doctest/doctest.h>

#include <memory>

namespace {

using end_to_end::Finished;

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
    smoke::Display display;
    smoke::Cadre siti{laptop.data(), display, smoke::hamlet()};

    // Enrolled, and the seven families known to both sides; then the network is gone.
    Morning() {
        wait_past_midnight();
        centre.start();
        auto codes = centre.add_users();
        done(laptop.command({"enrol", codes["Siti"]}));
        const base::Date today = base::date_in(base::SystemClock().now(), kJakarta);
        end_to_end::write_text(scratch.path("hamlet"), smoke::as_lines(smoke::hamlet(), today));
        done(laptop.command({"import", scratch.path("hamlet")}));
        done(laptop.command({"sync"}));
        REQUIRE(laptop.status().integer("waiting") == 0);
        centre.stop();
    }
    static void done(const Finished& finished) {
        REQUIRE_MESSAGE(finished.exit_code == 0, finished.err);
    }

    std::int64_t there() const;  // changes at the health centre
    void send_in_vain();
    void send();
    void check_arrived();
};

// ---- sending

std::int64_t Morning::there() const {
    auto database = db::Connection::open(centre.database());
    REQUIRE(database.ok());
    return database.value().number("SELECT count(*) FROM change").value();
}

// Nobody answers: everything still waits, and she is told.
void Morning::send_in_vain() {
    const std::int64_t before = siti.waiting();
    REQUIRE(before > 0);
    siti.screen().click("Send");
    siti.screen().click("Send now");
    siti.screen().wait_for("trouble");
    siti.screen().wait_for("Send now");
    CHECK(siti.waiting() == before);
}

// At every look: what the window no longer counts as waiting is at the health centre.
void Morning::send() {
    const std::int64_t waited = siti.waiting();
    const std::int64_t known = there();
    centre.start();
    siti.screen().click("Send now");
    for (int i = 0; i < 600 && siti.waiting() > 0; ++i) {
        const std::int64_t left = siti.waiting();
        CHECK(there() - known >= waited - left);
        smoke::pause_ms(50);
    }
    CHECK(siti.waiting() == 0);
    CHECK(there() == known + waited);
    siti.screen().wait_for_words("not sent", "Semua terkirim");
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
    siti.close_window();
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
              (house == siti.family("Parno").household() ? "NOT_HOME" : "DONE"));
        if (house != siti.family("Eko").household()) continue;
        CHECK(visit.fields.text("note") == smoke::kNote);
    }
}

}  // namespace

TEST_CASE_FIXTURE(
    Morning, "a morning of eight families, with the power cut, is sent and is all there once") {
    siti.open_window();
    siti.full_visit("Joko");
    siti.short_visit("Slamet");
    siti.danger_visit("Hadi");
    siti.empty_house("Parno");
    siti.short_visit("Karno");  // twins
    siti.short_visit("Bambang");
    siti.is_cut_short("Eko");
    siti.register_newborn();
    send_in_vain();
    send();
    check_arrived();
}
