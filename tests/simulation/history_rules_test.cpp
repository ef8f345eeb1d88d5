// SYNC 3, 7, 18, 20 again, from the side of histories: a number says nothing without the hash, an
// answer nothing but to the state that asked. Each case once lost or doubled something.
#include "client/store/forking.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

using namespace simulation;
using base::Fields;
using base::RecordId;

namespace {

std::int64_t logged(Server& server, const RecordId& id) {
    const std::string sql = "SELECT count(*) FROM change WHERE record = '" + id.text() + "'";
    return server.connection().number(sql.c_str()).value();
}

// A laptop whose copy was put back after one more record was sent from it.
struct Restored : Village {
    RecordId shared, sent_before;
    std::string late_answer;

    Restored() {
        shared = siti.add("household", household("Awal"), kUnit);
        siti.sync();
        siti.copy_to(folder.path("copy.db"));
        sent_before = siti.add("household", household("Hidup lama"), kUnit);
        siti.sync();
        late_answer = siti.link().answers.back();
        siti.restore_from(folder.path("copy.db"));
    }
};

}  // namespace

TEST_CASE_FIXTURE(Restored, "a copy put back is not told that another life's change is its own") {
    const RecordId mine = siti.add("household", household("Hidup baru"), kUnit);
    siti.link().fault = [] { return Fault::RequestCut; };
    static_cast<void>(siti.round());
    siti.link().fault = [] { return Fault::None; };
    siti.sync();
    CHECK(logged(server, mine) == 1);
    CHECK(siti.store().progress().value().incarnation == 2);
    agree();
}

TEST_CASE_FIXTURE(Restored, "a late answer to the other life acknowledges nothing of this one") {
    const RecordId mine = siti.add("household", household("Hidup baru"), kUnit);
    siti.take_in(late_answer);
    CHECK(siti.status().waiting == 1);
    siti.sync();
    CHECK(logged(server, mine) == 1);
    agree();
}

TEST_CASE_FIXTURE(Restored, "a fork answer read twice begins one new life") {
    siti.edit(shared, set("rt", "007"));
    REQUIRE(siti.round().round.applied.forked);
    const std::string fork = siti.link().answers.back();
    siti.sync();
    agree();
    siti.take_in(fork);
    CHECK(siti.status().waiting == 0);
    CHECK(siti.store().progress().value().incarnation == 2);
    ani.edit(shared, set("rt", "009"));
    agree();
    CHECK(siti.shown(shared).text("rt") == "009");
}

TEST_CASE_FIXTURE(Village, "a fork with more hashes than one answer holds takes nothing twice") {
    siti.sync();
    std::vector<RecordId> both;
    for (int i = 0; i < 6; ++i) both.push_back(siti.add("household", household("A"), kUnit));
    siti.copy_to(folder.path("copy.db"));
    siti.sync();
    siti.restore_from(folder.path("copy.db"));
    const RecordId mine = siti.add("household", household("B"), kUnit);
    // The server pages its hashes: two at a time, as if there were ten thousand.
    const auto held = store::changes_of(siti.store(), both[0].text()).value()[0].hash;
    const auto next = store::changes_of(siti.store(), both[1].text()).value()[0].hash;
    const protocol::Fork first_page{1, 6, "", 1, {held, next}, false};
    {
        auto transaction = db::Transaction::begin(siti.store().connection());
        REQUIRE(transaction.ok());
        const auto has_forked = store::follow_fork(siti.store(), first_page);
        REQUIRE(has_forked.ok());
        CHECK(!has_forked.value());
        REQUIRE(transaction.value().commit().ok());
    }
    CHECK(siti.store().progress().value().acknowledged == 2);
    siti.sync();
    for (const RecordId& id : both) CHECK(logged(server, id) == 1);
    CHECK(logged(server, mine) == 1);
    agree();
}

TEST_CASE_FIXTURE(Village, "not green before the last page has come and was compared") {
    for (int i = 0; i < 400; ++i) {
        Fields fields = household("Keluarga");
        fields.set("landmark", std::string(100, 'x') + std::to_string(i));
        fields.set("catatan", std::string(1800, 'y'));
        ani.add("household", fields, kUnit);
    }
    ani.sync();
    CHECK(siti.round().round.more);
    CHECK(siti.store().record_count().value() < 400);
    CHECK(!siti.status().is_green());
    siti.sync();
    CHECK(siti.store().record_count().value() == 400);
    CHECK(siti.status().is_green());
}

TEST_CASE_FIXTURE(Village, "a late answer leaves a green laptop green") {
    siti.add("household", household("Budi"), kUnit);
    siti.sync();
    const std::string late = siti.link().answers.back();
    ani.add("household", household("Candra"), kUnit);
    agree();
    REQUIRE(siti.status().is_green());
    const auto receipts = store::receipts(siti.store(), 10).value().size();
    siti.take_in(late);
    CHECK(siti.status().is_green());
    CHECK(store::receipts(siti.store(), 10).value().size() == receipts);
}

TEST_CASE_FIXTURE(Village, "a repair brings back a record whose revision was damaged upwards") {
    const RecordId id = known_household("Budi");
    REQUIRE(siti.store()
                .connection()
                .execute("UPDATE record SET counter = 99 WHERE confirmed IS NOT NULL; "
                         "UPDATE unit_state SET hash = hash + 1")
                .ok());
    siti.sync();
    CHECK(siti.has(id));
    CHECK(confirmed_rows(siti) == server_rows(server, {kUnit}));
    CHECK(siti.status().is_green());
}

TEST_CASE_FIXTURE(Village, "a unit taken from a user does not keep her laptop from agreeing") {
    Device both(folder.path("both.db"), server, server.add_user("Dua", "KADER", {kUnit, "POSY-2"}),
                clock, random);
    both.add("household", household("Jauh"), "POSY-2");
    both.sync();
    REQUIRE(server.connection()
                .execute("DELETE FROM user_unit WHERE unit = 'POSY-2' AND user IN "
                         "(SELECT id FROM user WHERE name = 'Dua')")
                .ok());
    both.sync();
    both.sync();
    CHECK(both.status().agreed);
}

TEST_CASE_FIXTURE(Village, "a receipt's head is that of its last change, also when sent again") {
    siti.add("household", household("Satu"), kUnit);
    siti.add("household", household("Dua"), kUnit);
    siti.link().fault = [] { return Fault::AnswerLost; };
    static_cast<void>(siti.round());
    siti.link().fault = [] { return Fault::None; };
    siti.sync();
    const auto receipts = store::receipts(siti.store(), 1);
    REQUIRE(receipts.ok());
    REQUIRE(receipts.value().size() == 1);
    CHECK(receipts.value()[0].head == store::hash_at(siti.store(), 2).value());
}
