#include "shared/base/id.h"

#include <doctest/doctest.h>

#include <set>

TEST_CASE("identities of a person's records are versions 7 in order of their time") {
    base::SeededRandom random(3);
    std::string before;
    std::set<std::string> all;
    for (std::int64_t ms = 1'700'000'000'000; ms < 1'700'000'001'000; ++ms) {
        const std::string id = base::make_uuid7(base::Instant{ms}, random);
        CHECK(base::is_uuid(id));
        CHECK(id[14] == '7');
        CHECK(std::string("89ab").find(id[19]) != std::string::npos);
        CHECK(id > before);
        before = id;
        all.insert(id);
    }
    CHECK(all.size() == 1000);
}

TEST_CASE("two records of one millisecond have two identities") {
    base::SystemRandom random;
    const base::Instant at{1'700'000'000'000};
    CHECK(base::make_uuid7(at, random) != base::make_uuid7(at, random));
}

TEST_CASE("a name has one identity, today and on every machine") {
    const std::string task = base::make_uuid5("0190a000-0000-7000-8000-000000000001/KF1");
    CHECK(task == base::make_uuid5("0190a000-0000-7000-8000-000000000001/KF1"));
    CHECK(task != base::make_uuid5("0190a000-0000-7000-8000-000000000001/KF2"));
    CHECK(base::is_uuid(task));
    CHECK(task[14] == '5');
    // Pinned: another value would give every task on every laptop a second identity.
    CHECK(base::make_uuid5("kawan") == "19ce822a-6b3f-5f3c-a41a-956c7fb0ef31");
}

TEST_CASE("only the one written form is an identity") {
    CHECK(base::RecordId::parse("0190a000-0000-7000-8000-000000000001").has_value());
    for (const char* text :
         {"", "0190A000-0000-7000-8000-000000000001", "0190a00000007000800000000000000001",
          "0190a000-0000-7000-8000-00000000000", "0190a000-0000-7000-8000-0000000000011",
          "{190a000-0000-7000-8000-000000000001", "0190a000_0000-7000-8000-000000000001",
          "0190a000-0000-7000-8000-00000000000g"}) {
        CAPTURE(text);
        CHECK_FALSE(base::RecordId::parse(text).has_value());
    }
    CHECK(base::RecordId().empty());
}

TEST_CASE("an id knows when it was made, if a device made it") {
    base::SeededRandom random(1);
    CHECK(base::made_at(base::make_uuid7({1'772'000'000'123}, random))->unix_ms ==
          1'772'000'000'123);
    CHECK_FALSE(base::made_at(base::make_uuid5("a")).has_value());
    CHECK_FALSE(base::made_at("siti").has_value());
}
