// A laptop is told where its families and those who left it were before: its register of a month of
// then counts them where the health centre does.
#include "client/store/moves.h"
#include "sync-server/store/records/erasing.h"
#include "sync-server/store/records/moves.h"
#include "tests/simulation/moving_village.h"

#include <doctest/doctest.h>

using namespace simulation;

namespace {

struct Told : Neighbours {
    std::vector<records::Move> told(Device& device, const RecordId& record) {
        const auto all = store::moves(device.store()).value();
        const auto found = all.find(record.text());
        return found == all.end() ? std::vector<records::Move>() : found->second.moves;
    }
    std::vector<records::Move> of_server(const RecordId& record) {
        return server_store::moves_of(server.connection(), record.text()).value();
    }
    void erase(const RecordId& record) {
        auto transaction = db::Transaction::begin(server.connection());
        REQUIRE(transaction.ok());
        REQUIRE(server_store::apply_erased(server.connection(), {record.text()}).ok());
        REQUIRE(transaction.value().commit().ok());
    }
    void check_told(const RecordId& record) {
        for (Device* each : {&siti, &ani, &tini, &bidan}) {
            CHECK(told(*each, record) == of_server(record));
        }
    }
};

}  // namespace

TEST_CASE_FIXTURE(Told, "those who moved are told to both posyandu with the day, visits are not") {
    family();
    CHECK(store::moves(tini.store()).value().empty());
    CHECK(store::knows_moves(tini.store()).value());
    const std::string before = tini.link().answers.back();
    move(to(home, kOther));
    everybody();
    REQUIRE(of_server(home).size() == 1);
    for (const RecordId& each : {home, mother, infant}) check_told(each);
    CHECK(told(tini, visit).empty());
    move(to(home, kUnit));
    everybody();
    REQUIRE(of_server(home).size() == 2);
    for (const RecordId& each : {home, mother, infant}) check_told(each);
    tini.take_in(before);
    check_told(home);
}

TEST_CASE_FIXTURE(Told, "an answer of before says less of the moves than is known, and is late") {
    family();
    move(to(home, kOther));
    everybody();
    std::string late;
    for (const std::string& each : tini.link().answers) {
        if (each.find("{\"was\"") != std::string::npos) late = each;
    }
    REQUIRE_FALSE(late.empty());
    move(to(home, kUnit));
    move(to(home, kOther));
    everybody();
    tini.take_in(late);
    CHECK(told(tini, home).size() == 3);
}

TEST_CASE_FIXTURE(Told, "a store of before is told all of its units once, and only once") {
    family();
    move(to(home, kOther));
    everybody();
    for (Device* each : {&siti, &tini}) {  // as an older program left them
        REQUIRE(each->store().connection().execute("DELETE FROM was").ok());
        REQUIRE(each->store().set_meta("moves_told", "").ok());
    }
    CHECK_FALSE(store::knows_moves(siti.store()).value());
    everybody();
    for (const RecordId& each : {home, mother, infant}) check_told(each);
    CHECK(siti.link().answers.back().find("{\"was\"") == std::string::npos);
}

TEST_CASE_FIXTURE(Told, "who is erased is forgotten with her moves") {
    family();
    move(to(home, kOther));
    everybody();
    erase(infant);
    everybody();
    for (Device* each : {&siti, &tini}) {
        CHECK(told(*each, infant).empty());
        CHECK(told(*each, home).size() == 1);
    }
}
