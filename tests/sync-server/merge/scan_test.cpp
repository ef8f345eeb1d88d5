// A comparison of everybody: its progress, and leaving it within a step.
#include "sync-server/merge/circles.h"
#include "sync-server/merge/scanning.h"

#include "sync-server/store/duplicates/candidates.h"
#include "sync-server/store/duplicates/profiles.h"
#include "sync-server/store/meta.h"
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

    explicit Crowd(int mothers = kMothers) {
        auto transaction = db::Transaction::begin(connection).value();
        for (int i = 0; i < mothers; ++i) add(i);
        REQUIRE(transaction.commit().ok());
    }
    void add(int number, const std::string& kind = "mother") {
        const int who = number / 2;
        const std::string name = "Ibu" + std::string(1, static_cast<char>('a' + who % 26)) +
                                 std::string(1, static_cast<char>('a' + who / 26 % 26)) + "wati";
        const std::string born = std::to_string(1980 + who % 20) + "-0" +
                                 std::to_string(1 + who % 9) + "-" + std::to_string(10 + who % 18);
        server_store::ProfileRow row;
        row.record = (kind == "mother" ? "person " : kind + " ") + std::to_string(number);
        row.kind = kind;
        row.unit = "P1";
        row.home = "home " + std::to_string(number);
        row.print = number + 1;
        row.fields = R"({"birth_date":")" + born + R"(","full_name":")" + name +
                     R"(","sex":"P","phone":"08123)" + std::to_string(100000 + who) + R"("})";
        REQUIRE(server_store::put_profile(connection, row, keys_of(opened(row).value())).ok());
    }
    std::string weights(const char* circle = "adults") {
        return server_store::match_weights(connection, circle).value();
    }
    std::int64_t found_of(const std::string& kind) {
        server_store::CandidateFilter filter;
        filter.kind = kind;
        return server_store::count_candidates(connection, filter).value();
    }
    // Left as soon as one circle is written.
    bool learn_one_circle() {
        double before = 0;
        return compare_circles(connection, clock,
                               [&](double part) {
                                   const bool is_next = part < before;
                                   before = part;
                                   return !is_next;
                               })
            .value();
    }
    void work() {
        REQUIRE(work_in_background(connection, clock, [] { return false; }).ok());
    }
    std::int64_t found() { return server_store::count_candidates(connection, {}).value(); }
    Progress::State state() { return scan_progress(connection, clock).value()->state; }
};

constexpr int kFew = 60;
struct Few : Crowd {
    Few() : Crowd(kFew) {}
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
        if (progress.done > 100 && told++ == 0) CHECK(stop_scan(another, clock).value());
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

TEST_CASE_FIXTURE(Few, "in the background nothing is written but in turn, a piece at a time") {
    REQUIRE(ask_for_scan(connection, clock, "user-1").ok());
    for (int i = 0; i < kFew; ++i) {
        REQUIRE(
            server_store::queue_for_matching(connection, "person", "person " + std::to_string(i))
                .ok());
    }
    // A laptop writes all the time, but for the turns that it lets come between.
    std::optional<db::Transaction> laptop(db::Transaction::begin(another).value());
    int turns = 0;
    const auto alone = [&](const Work& work) {
        ++turns;
        laptop.reset();
        const base::Status done = work();
        laptop.emplace(db::Transaction::begin(another).value());
        return done;
    };
    REQUIRE(work_in_background(
                connection, clock, [] { return false; }, alone)
                .ok());
    laptop.reset();
    CHECK(turns > 4);
    CHECK(state() == Progress::State::Done);
    CHECK(server_store::count_queued_for_matching(connection).value() == 0);
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

TEST_CASE_FIXTURE(Few, "a centre of which only the adults were learned learns the others") {
    REQUIRE(compare_circle(connection, clock, Circle::Adults, {}).value());
    for (int i = 0; i < 40; ++i) add(i, "infant");
    work();
    CHECK(!weights("infants").empty());
    CHECK(!weights("households").empty());
    CHECK(found_of("infant") > 0);
}

TEST_CASE_FIXTURE(Few, "one whose circle was never learned is passed over, and nothing fails") {
    REQUIRE(compare_circle(connection, clock, Circle::Adults, {}).value());
    add(1, "infant");
    const auto row = server_store::find_profile(connection, "infant 1").value();
    CHECK(compare_one(connection, clock.now(), opened(*row).value()).ok());
    CHECK(found_of("infant") == 0);
}

TEST_CASE_FIXTURE(Few, "learning anew that is left after a circle is done to its end") {
    work();
    const std::string first = weights();
    for (int i = kFew; i < 3 * kFew; ++i) add(i);
    for (int i = 0; i < 40; ++i) add(i, "infant");  // gathered, and out of the queue
    CHECK_FALSE(learn_one_circle());
    CHECK(weights() == first);
    for (int i = 40; i < 80; ++i) add(i, "infant");
    const std::int64_t before = found_of("infant");
    work();
    CHECK(weights() != first);
    CHECK(found_of("infant") > before);
}

TEST_CASE_FIXTURE(Few, "whom a page gathers while everybody is compared is compared too") {
    bool came = false;
    const auto come = [&](double part) {
        if (part >= 0.2 && !came) {
            came = true;
            add(1, "infant");
            add(0, "infant");
        }
        return true;
    };
    for (int i = 10; i < 50; ++i) add(i, "infant");
    REQUIRE(compare_circle(connection, clock, Circle::Infants, come).value());
    const auto pair = server_store::find_candidate(connection, "infant 0", "infant 1").value();
    CHECK(pair);
}

TEST_CASE_FIXTURE(Few, "a comparison that fails is done at the next quiet moment") {
    REQUIRE(connection
                .execute("CREATE TRIGGER full BEFORE INSERT ON match_weights BEGIN "
                         "SELECT raise(ABORT, 'full'); END")
                .ok());
    REQUIRE(ask_for_scan(connection, clock, "user-1").ok());
    CHECK_FALSE(work_in_background(connection, clock, [] { return false; }).ok());
    CHECK(state() == Progress::State::Waiting);
    REQUIRE(connection.execute("DROP TRIGGER full").ok());
    work();
    CHECK(state() == Progress::State::Done);
    CHECK(found() > 0);
}

TEST_CASE_FIXTURE(Few, "a comparison whose process was killed is taken up after a minute") {
    REQUIRE(ask_for_scan(connection, clock, "user-1").ok());
    auto last = server_store::last_match_scan(connection).value();
    last->state = "running";
    last->done = last->total = 3000;
    REQUIRE(server_store::put_match_scan(connection, *last).ok());
    clock.advance_ms(59'000);
    work();
    CHECK(state() == Progress::State::Running);  // by somebody else, it may be
    clock.advance_ms(2'000);
    work();
    CHECK(state() == Progress::State::Done);
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
