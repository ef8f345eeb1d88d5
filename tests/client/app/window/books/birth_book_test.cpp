// The births to come as they are read from a real store, and several records saved as one.
#include "client/app/window/books/birth_book.h"
#include "client/app/recording/recorder.h"
#include "tests/client/laptop/trial_laptop.h"

#include <doctest/doctest.h>

#include <string>

namespace {

struct Expecting {
    trial::Laptop laptop;
    std::unique_ptr<store::Store> store = laptop.open();
    std::string family =
        laptop.record(*store, "household", R"({"head_name":"Agus","rt":"3","status":"ACTIVE"})");
    std::string mother = woman("Siti Aminah");

    std::string woman(const std::string& name) {
        return laptop.record(
            *store, "person",
            R"({"household_id":")" + family + R"(","full_name":")" + name +
                R"(","sex":"P","is_mother":"1","is_infant":"0",)"
                R"("is_supporter":"0","birth_date":"1998-04-02",)"
                R"("birth_date_precision":"D","nik_status":"NONE","vital_status":"ALIVE"})");
    }
    std::string pregnancy(const std::string& of, const std::string& day,
                          const std::string& outcome = "ONGOING") {
        return laptop.record(*store, "pregnancy",
                             R"({"mother_id":")" + of + R"(","expected_date":")" + day +
                                 R"(","source":"USG","planned_place":"PKM","outcome":")" + outcome +
                                 R"("})");
    }
    void birth(const std::string& day) {
        laptop.record(*store, "birth_event",
                      R"({"mother_id":")" + mother + R"(","delivery_date":")" + day +
                          R"(","fetus_count":1,"place":"PKM","attendant":"BIDAN",)"
                          R"("mode":"VAGINAL","complications":"NONE"})");
    }
    std::vector<screens::ExpectedBirth> expected() {
        return client_app::read_expected_births(*store).value();
    }
};

}  // namespace

TEST_CASE("births to come stand by their expected day, with mother, house and planned place") {
    Expecting e;
    const std::string other = e.woman("Dewi");
    e.pregnancy(e.mother, "2026-06-01");
    e.pregnancy(other, "2026-04-01");
    const auto rows = e.expected();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].mother == other);
    CHECK(rows[1].mother_name == "Siti Aminah");
    CHECK(rows[1].head == "Agus");
    CHECK(rows[1].rt == "3");
    CHECK(rows[1].planned_place == "PKM");
    CHECK(rows[1].family == e.family);
}

TEST_CASE("a pregnancy that ended otherwise is no birth to come") {
    for (const char* outcome : {"LOSS", "MOVED", "BORN", "MOTHER_DIED"}) {
        CAPTURE(outcome);
        Expecting e;
        e.pregnancy(e.mother, "2026-06-01", outcome);
        CHECK(e.expected().empty());
    }
}

TEST_CASE("a birth closes the pregnancy it belongs to, whatever the pregnancy says") {
    Expecting e;
    e.pregnancy(e.mother, "2026-06-01");
    SUBCASE("three weeks early") {
        e.birth("2026-05-11");
        CHECK(e.expected().empty());
    }
    SUBCASE("a birth of two years before is another one") {
        e.birth("2024-05-11");
        CHECK(e.expected().size() == 1);
    }
}

TEST_CASE("of several records saved as one, none is kept where the last is refused") {
    Expecting e;
    const base::SystemClock clock;
    base::SystemRandom random;
    const forms::FormSet& forms = forms::FormSet::builtin();
    client_app::Recorder recorder(*e.store, forms, clock, random, e.store->identity().value());
    client_app::Entry house;
    house.type = "household";
    house.answers = base::Fields::parse(R"({"head_name":"Joko","status":"ACTIVE"})").value();
    client_app::Entry person;
    person.type = "person";
    person.answers = base::Fields::parse(R"({"full_name":"Nur"})").value();  // of no household
    const auto recorded = recorder.record_all({house, person});
    REQUIRE(recorded.ok());
    CHECK_FALSE(recorded.value().back().is_saved);
    CHECK(e.store->list("household").value().size() == 1);
    REQUIRE(recorder.record_all({house}).ok());
    CHECK(e.store->list("household").value().size() == 2);
}
