#include "shared/protocol/answer.h"
#include "shared/protocol/enrolment.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/record_line.h"
#include "shared/protocol/request.h"

#include <doctest/doctest.h>

using base::ErrorCode;
using protocol::Answer;
using protocol::Hello;
using protocol::Outcome;
using protocol::OutcomeKind;

namespace {

constexpr const char* kId = "019aa3e0-0000-7000-8000-00000000de01";

Hello some_hello() {
    Hello hello;
    hello.device = base::DeviceId(kId);
    hello.last_n = 3;
    hello.count = 3;
    return hello;
}

// An answer with one record, one outcome and an ending.
std::string some_answer() {
    protocol::Welcome welcome;
    welcome.epoch = 1;
    welcome.acknowledged = 5;
    Outcome outcome;
    outcome.n = 5;
    protocol::Ending ending;
    ending.cursors["P01"] = {0, 1};
    return to_line(welcome) + "\n" + to_line(outcome) + "\n" +
           protocol::record_line(kId, "visit", "P01", {1, 1}, R"({"a":1})") + "\n" +
           to_line(ending) + "\n";
}

ErrorCode refusal_of(std::string_view text) {
    const auto answer = protocol::parse_answer(text);
    REQUIRE_FALSE(answer.ok());
    return answer.error().code;
}

}  // namespace

TEST_CASE("a hello says the same after its way") {
    Hello hello = some_hello();
    hello.cursors = {{"P\"01", 7}};
    hello.buckets = {{"P02", {"aa", "bb"}}};
    hello.agreed = false;
    hello.before = "head";
    hello.bytes_max = 5;
    const std::string line = to_line(hello);
    const Hello after = protocol::parse_hello(line).value();
    CHECK(to_line(after) == line);
    CHECK(after.cursors == hello.cursors);
    CHECK(after.buckets == hello.buckets);
    CHECK(line.find('\n') == std::string::npos);
}

TEST_CASE("a hello whose counts make no sense, or without a device, is refused") {
    const std::string good = to_line(some_hello());
    CHECK(protocol::parse_hello(good).ok());
    const auto with = [&](std::string_view what, std::string_view instead) {
        std::string line = good;
        const auto at = line.find(what);
        REQUIRE(at != std::string::npos);
        return protocol::parse_hello(line.replace(at, what.size(), instead)).ok();
    };
    CHECK_FALSE(with("\"last_n\":3", "\"last_n\":-1"));
    CHECK_FALSE(with("\"first_n\":1", "\"first_n\":0"));
    CHECK_FALSE(with("\"count\":3", "\"count\":-3"));
    CHECK_FALSE(with("\"count\":3", "\"count\":\"3\""));
    CHECK_FALSE(with("\"incarnation\":1", "\"incarnation\":0"));
    CHECK_FALSE(with(kId, "laptop"));
    CHECK_FALSE(protocol::parse_hello("{}").ok());
    CHECK_FALSE(protocol::parse_hello("GET / HTTP/1.1").ok());
}

TEST_CASE("a request carries its changes in order, byte by byte, also those it cannot read") {
    const std::string text = protocol::request_text(some_hello(), {"{\"a\" : 1}", "not json", ""});
    const auto request = protocol::parse_request(text).value();
    REQUIRE(request.changes.size() == 3);
    CHECK(request.changes[0] == "{\"a\" : 1}");
    CHECK(request.changes[1] == "not json");
    CHECK(request.changes[2].empty());
}

TEST_CASE("a request that was cut ends before the cut line, wherever the cut fell") {
    const std::string text = protocol::request_text(some_hello(), {"one", "two", "three"});
    const std::size_t hello_end = text.find('\n') + 1;
    for (std::size_t length = hello_end; length < text.size(); ++length) {
        const auto request = protocol::parse_request(std::string_view(text).substr(0, length));
        REQUIRE(request.ok());
        const std::size_t whole = length < hello_end + 4 ? 0 : length < hello_end + 8 ? 1 : 2;
        CHECK(request.value().changes.size() == whole);
    }
    CHECK_FALSE(protocol::parse_request(std::string_view(text).substr(0, hello_end - 1)).ok());
    CHECK_FALSE(protocol::parse_request("").ok());
}

TEST_CASE("more lines than announced, and a line over the limit, are refused") {
    Hello hello = some_hello();
    const std::vector<std::string> lines = {"one", "two", "three"};
    CHECK(protocol::parse_request(protocol::request_text(hello, lines)).ok());
    hello.count = 2;
    CHECK_FALSE(protocol::parse_request(protocol::request_text(hello, lines)).ok());
    hello.count = 1;
    const std::string longest(protocol::kLineBytesMax, 'x');
    CHECK(protocol::parse_request(protocol::request_text(hello, {longest})).ok());
    CHECK_FALSE(protocol::parse_request(protocol::request_text(hello, {longest + "x"})).ok());
}

TEST_CASE("an answer says the same after its way") {
    const Answer answer = protocol::parse_answer(some_answer()).value();
    CHECK(answer.welcome.acknowledged == 5);
    CHECK(answer.outcomes.at(0).n == 5);
    CHECK(answer.records.at(0).record.fields.to_json() == R"({"a":1})");
    CHECK(answer.ending.cursors.at("P01").to == 1);
    CHECK_FALSE(answer.ending.receipt.has_value());
}

TEST_CASE("a captive portal, a proxy and silence are no connection, not our server") {
    for (const char* text :
         {"<!DOCTYPE html><html><body>Login WiFi gratis</body></html>", "", "\n", "{}\n",
          "502 Bad Gateway", "{\"error\":\"login\"}\n", "\xEF\xBB\xBF{\"welcome\":{}}\n"}) {
        CAPTURE(text);
        CHECK(refusal_of(text) == ErrorCode::Network);
    }
}

TEST_CASE("an answer that was cut anywhere is refused, and its error says so") {
    const std::string text = some_answer();
    for (std::size_t length = 0; length < text.size(); ++length) {
        CHECK(refusal_of(std::string_view(text).substr(0, length)) == ErrorCode::Network);
    }
    CHECK(protocol::parse_answer(text).ok());
}

TEST_CASE("an answer with a line that is no JSON is refused whole") {
    std::string text = some_answer();
    text.insert(text.find('\n') + 1, "<p>slow network</p>\n");
    CHECK_FALSE(protocol::parse_answer(text).ok());
}

TEST_CASE("every outcome has a name that is understood again") {
    for (const auto kind :
         {OutcomeKind::Applied, OutcomeKind::Merged, OutcomeKind::Identical, OutcomeKind::Conflict,
          OutcomeKind::Quarantined, OutcomeKind::Rejected, OutcomeKind::Erased}) {
        CHECK(protocol::parse_outcome_kind(protocol::name_of(kind)) == kind);
    }
    CHECK_FALSE(protocol::parse_outcome_kind("lost").has_value());
    CHECK_FALSE(protocol::parse_outcome("{\"outcome\":\"lost\",\"n\":1}").ok());
}

TEST_CASE("an outcome says the same after its way") {
    Outcome outcome;
    outcome.n = 9;
    outcome.kind = OutcomeKind::Conflict;
    outcome.revision = {2, 5};
    outcome.is_predicted = true;
    outcome.code = "check";
    outcome.field = "weight_g";
    outcome.reason = "a \"reason\"";
    outcome.contests = {{"k-1", "weight", base::Fields::parse(R"({"w":1.50,"x":null})").value()},
                        {"k-2", "status", base::Fields()}};
    const std::string line = to_line(outcome);
    const Outcome after = protocol::parse_outcome(line).value();
    CHECK(to_line(after) == line);
    REQUIRE(after.contests.size() == 2);
    CHECK(after.contests[0].mine.to_json() == R"({"w":1.50,"x":null})");
    CHECK(after.revision == records::Revision{2, 5});
}

TEST_CASE("a record line keeps the fields' own bytes, and needs id, revision and fields") {
    const std::string fields = R"({"a":1.50,"future":{"x" : [1]}})";
    const std::string line = protocol::record_line(kId, "visit", "P01", {1, 2}, fields);
    CHECK(line.find(fields) != std::string::npos);
    const auto record = protocol::parse_record_line(line).value().record;
    CHECK(record.fields.to_json() == fields);
    CHECK(record.revision == records::Revision{1, 2});
    CHECK_FALSE(protocol::parse_record_line(R"({"record":"1","revision":"1.1","fields":{}})").ok());
    const std::string start = R"({"record":")" + std::string(kId) + "\"";
    CHECK_FALSE(protocol::parse_record_line(start + R"(,"fields":{}})").ok());
    CHECK_FALSE(protocol::parse_record_line(start + R"(,"revision":"1.1"})").ok());
    CHECK_FALSE(protocol::parse_record_line(start + R"(,"revision":"1.1","fields":[]})").ok());
}

TEST_CASE("a receipt needs a device and a signature, and signs all that it says") {
    protocol::Receipt receipt;
    receipt.device = base::DeviceId(kId);
    receipt.epoch = 1;
    receipt.counts = {{"applied", 2}};
    receipt.signature = "c2ln";
    const auto after = protocol::parse_receipt(to_json(receipt)).value();
    CHECK(protocol::signed_text(after) == protocol::signed_text(receipt));
    const std::string before = protocol::signed_text(receipt);
    receipt.counts["conflict"] = 1;
    CHECK(protocol::signed_text(receipt) != before);
    receipt.signature.clear();
    CHECK_FALSE(protocol::parse_receipt(to_json(receipt)).ok());
    CHECK_FALSE(protocol::parse_receipt("{}").ok());
}

TEST_CASE("the digest of all units does not depend on who counted first, only on what is held") {
    const records::Agreement one{1, 10};
    const records::Agreement two{2, 20};
    const std::string digest = protocol::agreement_digest({{"P01", one}, {"P02", two}});
    CHECK(digest == protocol::agreement_digest({{"P02", two}, {"P01", one}}));
    CHECK(digest != protocol::agreement_digest({{"P01", two}, {"P02", one}}));
    CHECK(digest != protocol::agreement_digest({{"P01", one}}));
}

TEST_CASE("a record line says who wrote it last, and whose work stands beside one's own") {
    protocol::LastWrite last{"u-1", base::Instant{1767225705000}};
    last.other = protocol::OtherWrite{"u-2", base::Instant{1767225700000}, {1, 4}};
    const std::string line = protocol::record_line(kId, "visit", "P01", {1, 5}, "{}", last);
    const protocol::LastWrite read = protocol::parse_record_line(line).value().last;
    CHECK(read.by == "u-1");
    CHECK(read.received_at == last.received_at);
    REQUIRE(read.other.has_value());
    CHECK(read.other->by == "u-2");
    CHECK(read.other->revision == records::Revision{1, 4});
    const std::string silent = protocol::record_line(kId, "visit", "P01", {1, 5}, "{}");
    CHECK(silent.find("\"by\"") == std::string::npos);
    CHECK(protocol::parse_record_line(silent).value().last.by.empty());
}

TEST_CASE("a new colleague is a new config") {
    protocol::Config config;
    config.centre = "Puskesmas Contoh";
    const std::string before = digest_of(config);
    config.users.push_back({"u-1", "Bidan Rina", "BIDAN"});
    CHECK(digest_of(config) != before);
    const auto read = protocol::parse_config(to_json(config)).value();
    REQUIRE(read.users.size() == 1);
    CHECK(read.users[0].name == "Bidan Rina");
    CHECK(digest_of(read) == digest_of(config));
}

TEST_CASE("a colleague's other posyandu, and her leaving, are a new config") {
    protocol::Config config;
    config.users.push_back({"u-1", "Siti", "KADER", {"P01"}});
    const std::string before = digest_of(config);
    config.users[0].units.push_back("P02");
    const std::string moved = digest_of(config);
    CHECK(moved != before);
    config.users[0].has_left = true;
    CHECK(digest_of(config) != moved);
    const auto read = protocol::parse_config(to_json(config)).value();
    CHECK(read.users[0].units == std::vector<std::string>{"P01", "P02"});
    CHECK(read.users[0].has_left);
}
