// The bytes of laptops that follow a restored server, and of one that was revoked, read for ever
// (SYNC 22, 24, 25).
#include "shared/base/file.h"
#include "shared/protocol/answer.h"
#include "shared/protocol/record_line.h"
#include "shared/protocol/request.h"
#include "shared/records/change.h"

#include <doctest/doctest.h>

namespace {

constexpr const char* kLater = "019c936e-3800-75d3-bffa-a93583a4eff4";

std::string fixture(const std::string& name) {
    auto text =
        base::read_file(std::string(KAWAN_SOURCE_DIR) + "/tests/shared/protocol/fixtures/" + name);
    REQUIRE(text.ok());
    return std::move(text).value();
}

}  // namespace

TEST_CASE("a device that follows a restored server says its sums and what the server lacks") {
    const std::string text = fixture("turn-1.request.ndjson");
    const auto request = protocol::parse_request(text).value();
    REQUIRE(request.hello.turn);
    CHECK(request.hello.turn->to == 2);
    CHECK(!request.hello.turn->is_last);
    CHECK(request.hello.buckets.at("POSY-1").size() == 256);
    REQUIRE(request.changes.size() == 2);
    const auto witnessed = protocol::parse_record_line(request.changes[1]).value();
    CHECK(witnessed.record.id.text() == kLater);
    CHECK(to_text(witnessed.record.revision) == "1.1");
    CHECK(protocol::request_text(request.hello, {request.changes.begin(), request.changes.end()}) ==
          text);
}

TEST_CASE("a restored server says what it holds of the buckets that differ") {
    const auto answer = protocol::parse_answer(fixture("turn-1.answer.ndjson")).value();
    CHECK(answer.welcome.is_reset);
    CHECK(answer.welcome.epoch == 2);
    REQUIRE(answer.held.size() == 2);
    CHECK(answer.held[1].unit == "POSY-1");
    CHECK(answer.held[1].number == 244);
    CHECK(to_text(answer.held[1].rows.at(kLater)) == "2.1");
}

TEST_CASE("a device that knows more than the server shows the server's own receipt") {
    const std::string text = fixture("gone-back-1.request.ndjson");
    const auto request = protocol::parse_request(text).value();
    REQUIRE(request.hello.receipt);
    CHECK(request.hello.receipt->last_n == 3);
    CHECK(request.hello.receipt->epoch == 1);
    CHECK(request.hello.receipt->signature == "c2lnbmVk");
    CHECK(protocol::request_text(request.hello, {request.changes.begin(), request.changes.end()}) ==
          text);
}

TEST_CASE("the last step of following a restored server: which history it holds") {
    const auto request = protocol::parse_request(fixture("turn-2.request.ndjson")).value();
    REQUIRE(request.hello.turn);
    CHECK(request.hello.turn->is_last);
    const auto answer = protocol::parse_answer(fixture("turn-2.answer.ndjson")).value();
    REQUIRE(answer.welcome.fork);
    CHECK(answer.welcome.is_reset);
    CHECK(answer.welcome.fork->acknowledged == 1);
    CHECK(answer.welcome.fork->hashes ==
          std::vector<std::string>{"936fd35a152dc7cee729b3b3e3033f79"});
    CHECK(answer.welcome.fork->is_whole);
}

TEST_CASE("what a restored server had taken once is sent again with the revision it got then") {
    const std::string text = fixture("turn-3.request.ndjson");
    const auto request = protocol::parse_request(text).value();
    CHECK(!request.hello.turn);
    REQUIRE(request.hello.was.size() == 1);
    CHECK(request.hello.was.at(2) == records::Revision{1, 1});
    REQUIRE(request.changes.size() == 1);
    CHECK(records::parse_change(request.changes[0]).value().set.text("head_name") == "Sesudah");
}

TEST_CASE("the eighth form of a hello says how much of the laptop's disk is free, in steps") {
    const std::string text = fixture("round-8.request.ndjson");
    const auto request = protocol::parse_request(text).value();
    CHECK(request.hello.free_mb == 500);
    CHECK(protocol::request_text(request.hello, {request.changes.begin(), request.changes.end()}) ==
          text);
    // The second form did not say it.
    const std::string older = fixture("round-2.request.ndjson");
    CHECK(!protocol::parse_request(older).value().hello.free_mb);
    const std::pair<std::int64_t, std::int64_t> steps[] = {{0, 0},
                                                           {999'999, 0},
                                                           {1'000'000, 1},
                                                           {49'999'999, 20},
                                                           {199'000'000, 100},
                                                           {200'000'000, 200},
                                                           {999'000'000, 500},
                                                           {57'300'000'000, 50'000}};
    for (const auto& [bytes, mb] : steps) CHECK(protocol::rounded_free_mb(bytes) == mb);
}

TEST_CASE("the ninth form of an answer says how the district reads its forms") {
    const auto answer = protocol::parse_answer(fixture("round-9.answer.ndjson")).value();
    CHECK(answer.welcome.choices == "f1_row1=clockA mal=yes");
    protocol::Welcome welcome = answer.welcome;
    CHECK(to_line(welcome) + "\n" ==
          fixture("round-9.answer.ndjson").substr(0, to_line(welcome).size() + 1));
    // The forms before did not say it, and who chose nothing says as little as they did.
    CHECK(protocol::parse_answer(fixture("round-7.answer.ndjson")).value().welcome.choices.empty());
    welcome.choices.clear();
    CHECK(to_line(welcome).find("choices") == std::string::npos);
}

TEST_CASE("the tenth form of an answer says which months are closed") {
    const std::string text = fixture("round-10.answer.ndjson");
    const auto answer = protocol::parse_answer(text).value();
    CHECK(answer.welcome.closed == "2025-03/2025-10 2025-12");
    protocol::Welcome welcome = answer.welcome;
    CHECK(to_line(welcome) + "\n" == text.substr(0, to_line(welcome).size() + 1));
    // The forms before did not say it, and where none is closed nothing is said.
    CHECK(protocol::parse_answer(fixture("round-9.answer.ndjson")).value().welcome.closed.empty());
    welcome.closed.clear();
    CHECK(to_line(welcome).find("closed") == std::string::npos);
}

TEST_CASE("the eleventh form says where a household was before, to who was never told") {
    const std::string text = fixture("round-11.request.ndjson");
    const auto request = protocol::parse_request(text).value();
    CHECK_FALSE(request.hello.knows_moves);
    CHECK(protocol::request_text(request.hello, {request.changes.begin(), request.changes.end()}) ==
          text);
    // Who said nothing of it wants nothing more than what is new.
    const std::string older = fixture("round-8.request.ndjson");
    CHECK(protocol::parse_request(older).value().hello.knows_moves);
    const std::string said = fixture("round-11.answer.ndjson");
    const auto answer = protocol::parse_answer(said).value();
    REQUIRE(answer.was.size() == 1);
    CHECK(answer.was[0].type == "household");
    REQUIRE(answer.was[0].moves.size() == 2);
    CHECK(answer.was[0].moves[1] == records::Move{{1, 9}, "P01", "P02", "2025-12-20"});
    CHECK(answer.ending.tells_moves);
    CHECK(to_line(answer.welcome) + "\n" + to_line(answer.was[0]) + "\n" + to_line(answer.ending) +
              "\n" ==
          said);
    CHECK_FALSE(
        protocol::parse_answer(fixture("round-10.answer.ndjson")).value().ending.tells_moves);
}

TEST_CASE("a line of moves that is none is passed over") {
    for (const char* line :
         {R"({"was":"019aa3e0-0000-7000-8000-0000000000a1","type":"person","moves":[]})",
          R"({"was":"019aa3e0-0000-7000-8000-0000000000a1","type":"person"})",
          R"({"was":"019aa3e0-0000-7000-8000-0000000000a1","moves":["1.6","A","B"]})",
          R"({"was":"019aa3e0-0000-7000-8000-0000000000a1","moves":["x","A","B","2026-01-01"]})",
          R"({"was":"019aa3e0-0000-7000-8000-0000000000a1","moves":["1.6","A","B","soon"]})",
          R"({"was":"somebody","type":"person","moves":["1.6","A","B","2026-01-01"]})"}) {
        CAPTURE(line);
        CHECK_FALSE(protocol::parse_was_line(line).ok());
    }
}

TEST_CASE("a revoked laptop is told, with what became of its last changes and a receipt") {
    const auto answer = protocol::parse_answer(fixture("revoked-1.answer.ndjson")).value();
    CHECK(answer.welcome.is_revoked);
    REQUIRE(answer.outcomes.size() == 1);
    CHECK(answer.outcomes[0].kind == protocol::OutcomeKind::Quarantined);
    CHECK(answer.outcomes[0].code == "revoked");
    REQUIRE(answer.ending.receipt);
    CHECK(answer.ending.receipt->last_n == 2);
    // Who was not revoked is not told so.
    CHECK(!protocol::parse_answer(fixture("round-7.answer.ndjson")).value().welcome.is_revoked);
}
