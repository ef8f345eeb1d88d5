// A comparison of everybody: its progress, and leaving it within a step.
#include "sync-server/merge/circles.h"
#include "sync-server/merge/scanning.h"

#include "sync-server/store/candidates.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/profiles.h"
#include "tests/shared/db/scratch.h"

#include <doctest/doctest.h>

using namespace merge;

namespace {

constexpr int kMothers = 600;  // two by two one person

struct Crowd {
    Scratch folder;
    std::string file = folder.file("centre.db");
    db::Connection connection = server_store::open_database(file, true).value();
    db::Connection another = server_store::open_database(file, false).value();
    base::FixedClock clock{base::Instant{1'795'000'000'000}};

    Crowd() {
        auto transaction = db::Transaction::begin(connection).value();
        for (int i = 0; i < kMothers; ++i) add(i);
        REQUIRE(transaction.commit().ok());
    }
    void add(int number) {
        const int who = number / 2;
        const std::string name = "Ibu" + std::string(1, static_cast<char>('a' + who % 26)) +
                                 std::string(1, static_cast<char>('a' + who / 26 % 26)) + "wati";
        const std::string born = std::to_string(1980 + who % 20) + "-0" +
                                 std::to_string(1 + who % 9) + "-" + std::to_string(10 + who % 18);
        server_store::ProfileRow row;
        row.record = "person " + std::to_string(number);
        row.kind = "mother";
        row.unit = "P1";
        row.home = "home " + std::to_string(number);
        row.print = number + 1;
        row.fields = R"({"birth_date":")" + born + R"(","full_name":")" + name +
                     R"(","sex":"P","phone":"08123)" + std::to_string(100000 + who) + R"("})";
        REQUIRE(server_store::put_profile(connection, row, {}).ok());
    }
    std::string weights() { return server_store::match_weights(connection, "adults").value(); }
    std::int64_t found() { return server_store::count_candidates(connection, {}).value(); }
    Progress::State state() { return scan_progress(connection, clock).value()->state; }
};

}  // namespace

TEST_CASE_FIXTURE(Crowd, "a comparison is asked all the way through, and is left wherever it is") {
    int asked = 0;
    double before = 0;
    bool only_forward = true;
    const auto count = [&](double part) {
        only_forward = only_forward && part >= before;
        before = part;
        return ++asked > 0;
    };
    CHECK(compare_circle(connection, clock, Circle::Adults, count).value());
    CHECK(asked > 30);
    CHECK(only_forward);
    CHECK(found() > 0);
    const std::int64_t all = found();
    const std::string learned = weights();
    add(kMothers + 1);
    for (int at = 1; at < asked; at += 1 + asked / 5) {
        int left = at;
        const auto leave = [&](double) { return --left > 0; };
        CHECK_FALSE(compare_circle(connection, clock, Circle::Adults, leave).value());
        CHECK(found() == all);
        CHECK(weights() == learned);
    }
}

TEST_CASE_FIXTURE(Crowd, "somebody else stops a comparison, and of the circle nothing is written") {
    int told = 0;
    const auto stop = [&](const Progress& progress) {
        if (progress.done > 500 && told++ == 0) CHECK(stop_scan(another, clock).value());
        clock.advance_ms(600);  // it is said each time
        return true;
    };
    CHECK(scan(connection, clock, "user-1", stop).value().state == Progress::State::Stopped);
    CHECK(told == 1);  // it was not asked once more
    CHECK(weights().empty());
    CHECK(found() == 0);
    CHECK(state() == Progress::State::Stopped);
    CHECK_FALSE(stop_scan(another, clock).value());
    CHECK(scan(connection, clock, "user-1", {}).value().state == Progress::State::Done);
    CHECK(found() > 0);
}

TEST_CASE_FIXTURE(Crowd, "a comparison whose server ends is done by the next one") {
    REQUIRE(ask_for_scan(connection, clock, "user-1").ok());
    int asked = 0;
    REQUIRE(work_in_background(connection, clock, [&] { return ++asked > 20; }).ok());
    CHECK(state() == Progress::State::Waiting);
    CHECK(found() == 0);
    REQUIRE(work_in_background(connection, clock, [] { return false; }).ok());
    CHECK(state() == Progress::State::Done);
    CHECK(found() > 0);
}

TEST_CASE_FIXTURE(Crowd, "one that nobody does any more is known after a minute, and asked anew") {
    REQUIRE(ask_for_scan(connection, clock, "user-1").ok());
    auto last = server_store::last_match_scan(connection).value();
    last->state = "running";
    REQUIRE(server_store::put_match_scan(connection, *last).ok());
    clock.advance_ms(59'000);
    CHECK(state() == Progress::State::Running);
    clock.advance_ms(2'000);
    CHECK(state() == Progress::State::Stopped);
    REQUIRE(ask_for_scan(connection, clock, "user-1").ok());
    CHECK(state() == Progress::State::Waiting);
}

TEST_CASE_FIXTURE(Crowd, "how many are compared is known without counting them") {
    const auto counted = [&](const std::string& kind) {
        return server_store::profile_counts(connection).value()[kind];
    };
    CHECK(counted("mother") == kMothers);
    auto row = *server_store::find_profile(connection, "person 7").value();
    row.print = 77;
    REQUIRE(server_store::put_profile(connection, row, {}).ok());
    CHECK(counted("mother") == kMothers);
    row.kind = "person";
    REQUIRE(server_store::put_profile(connection, row, {}).ok());
    CHECK(counted("mother") == kMothers - 1);
    CHECK(counted("person") == 1);
    REQUIRE(server_store::remove_profile(connection, "person 7").ok());
    REQUIRE(server_store::remove_profile(connection, "person 7").ok());
    CHECK(counted("person") == 0);
}
