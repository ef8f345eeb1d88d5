// One family out of a real store, as its page is told of it.
#include "client/app/window/books/one_family.h"

#include "client/app/window/belonging.h"
#include "shared/records/record.h"
#include "tests/client/laptop/trial_laptop.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

const base::Date kToday = base::parse_date("2026-03-05").value();

struct House {
    trial::Laptop laptop;
    std::unique_ptr<store::Store> store = laptop.open();
    std::string household = laptop.record(
        *store, "household", R"({"head_name":"Agus Prasetyo","rt":"003","status":"ACTIVE"})");
    std::string mother = laptop.record(
        *store, "person",
        R"({"household_id":")" + household +
            R"(","full_name":"Siti Aminah","sex":"P","is_mother":"1","is_infant":"0",)" +
            R"("is_supporter":"0","birth_date":"1998-04-02","birth_date_precision":"D",)" +
            R"("nik_status":"NONE","vital_status":"ALIVE"})");
    std::string visit = laptop.record(
        *store, "visit",
        R"({"household_id":")" + household +
            R"(","started_at":"2026-03-01T09:00:00+07:00","visit_type":"KADER_HOME",)" +
            R"("outcome":"NOT_HOME","outcome_note":"pintu tertutup"})");
};

}  // namespace

TEST_CASE("a family is told with its people, its timeline and all its records") {
    House house;
    const auto family = client_app::read_family(*house.store, house.household, kToday).value();
    REQUIRE(family.persons.size() == 1);
    CHECK(family.persons[0].id == house.mother);
    REQUIRE(family.entries.size() == 1);  // neither the household nor the person
    CHECK(family.entries[0].id == house.visit);
    CHECK(family.entries[0].on == base::parse_date("2026-03-01"));
    CHECK(family.entries[0].sending == screens::Sending::Waiting);
    CHECK_FALSE(family.entries[0].is_corrected);
    CHECK(family.records.size() == 3);
}

TEST_CASE("a record that nobody sent yet has one story: written here, by its author") {
    House house;
    const auto written = client_app::written_of(*house.store, house.visit).value();
    REQUIRE(written.size() == 1);
    CHECK(written[0].is_mine);
    CHECK(written[0].is_creation);
    CHECK(written[0].state == screens::WriteState::Waiting);
    const auto& changes = written[0].changes;
    const bool has_outcome = std::any_of(changes.begin(), changes.end(), [](const auto& change) {
        return change.field == "outcome" && change.new_token == "\"NOT_HOME\"";
    });
    CHECK(has_outcome);
}

TEST_CASE("a family that is not in the store is said to be missing, and has no history") {
    House house;
    const std::string nobody = "01890000-0000-7000-8000-00000000dead";
    const auto family = client_app::read_family(*house.store, nobody, kToday);
    REQUIRE_FALSE(family.ok());
    CHECK(family.error().code == base::ErrorCode::NotFound);
    CHECK(client_app::written_of(*house.store, nobody).value().empty());
}

TEST_CASE("SYNC 17: a household that was joined into another has its page there") {
    House house;
    const std::string other = house.laptop.record(
        *house.store, "household",
        R"({"head_name":"Agus P.","rt":"003","status":"ACTIVE","merged_into":")" + house.household +
            R"("})");
    const std::string baby = house.laptop.record(
        *house.store, "person",
        R"({"household_id":")" + other +
            R"(","full_name":"Bayi Siti","sex":"P","is_mother":"0","is_infant":"1",)" +
            R"("is_supporter":"0","birth_date":"2026-02-20","birth_date_precision":"D",)" +
            R"("nik_status":"NONE","vital_status":"ALIVE"})");
    const std::string visit = house.laptop.record(
        *house.store, "visit",
        R"({"household_id":")" + other +
            R"(","started_at":"2026-03-02T09:00:00+07:00","visit_type":"KADER_HOME",)" +
            R"("outcome":"NOT_HOME","outcome_note":"pintu tertutup"})");
    for (const std::string& named : {house.household, other}) {
        CAPTURE(named);
        const auto family = client_app::read_family(*house.store, named, kToday).value();
        CHECK(family.id == house.household);
        REQUIRE(family.persons.size() == 2);
        CHECK(family.persons[1].id == baby);
        const bool has_visit =
            std::any_of(family.entries.begin(), family.entries.end(),
                        [&](const screens::Entry& entry) { return entry.id == visit; });
        CHECK(has_visit);
    }
    const base::Fields answers =
        base::Fields::parse(R"({"household_id":")" + other + R"("})").value();
    CHECK(client_app::household_of(*house.store, "person", baby, answers) == house.household);
}
