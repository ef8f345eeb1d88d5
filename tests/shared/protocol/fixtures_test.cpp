// The bytes that a version once sent are read for ever (SYNC 25).
#include "shared/base/file.h"
#include "shared/crypto/encoding.h"
#include "shared/crypto/keys.h"
#include "shared/protocol/answer.h"
#include "shared/protocol/enrolment.h"
#include "shared/protocol/request.h"
#include "shared/records/change.h"

#include <doctest/doctest.h>

using protocol::OutcomeKind;

namespace {

constexpr const char* kDevice = "019aa3e0-0000-7000-8000-00000000de01";
constexpr const char* kVisit = "019aa3e0-0000-7000-8000-0000000000b2";
constexpr const char* kHead41 = "41414141414141414141414141414141";
constexpr const char* kHead42 = "2382aec15a671ff1c845d0e6f272fbf6";
constexpr const char* kHead43 = "886ff94cd8006cf243ffdef7304c04d9";

std::string fixture(const std::string& name) {
    auto text =
        base::read_file(std::string(KAWAN_SOURCE_DIR) + "/tests/shared/protocol/fixtures/" + name);
    REQUIRE(text.ok());
    return std::move(text).value();
}

}  // namespace

TEST_CASE("a request of version 1 is understood: its hello") {
    const std::string text = fixture("round-1.request.ndjson");
    const protocol::Hello hello = protocol::parse_request(text).value().hello;
    CHECK(hello.protocol == 1);
    CHECK(hello.device.text() == kDevice);
    CHECK(hello.incarnation == 2);
    CHECK(hello.epoch == 1);
    CHECK(hello.last_n == 43);
    CHECK(hello.first_n == 42);
    CHECK(hello.count == 2);
    CHECK(hello.before == kHead41);
    CHECK(hello.outcomes == 17);
    CHECK(hello.cursors == protocol::Cursors{{"P01", 120}, {"P02", 0}});
    CHECK_FALSE(hello.agreed);
    CHECK(hello.buckets.at("P01").size() == 2);
    CHECK(hello.clock_ms == 1767225700000);
    CHECK(hello.app == "0.1.0");
    CHECK(hello.config == "c0ffee");
    CHECK(hello.forms == "f0f0f0");
    CHECK(hello.bytes_max == 65536);
}

TEST_CASE("a request of version 1 is understood: its changes and their chain") {
    const std::string text = fixture("round-1.request.ndjson");
    const auto request = protocol::parse_request(text).value();
    REQUIRE(request.changes.size() == 2);
    const auto person = records::parse_change(request.changes[0]).value();
    CHECK(person.type == "person");
    CHECK(person.base.is_zero());
    const auto visit = records::parse_change(request.changes[1]).value();
    CHECK(visit.record.text() == kVisit);
    CHECK(visit.unit == "P01");
    CHECK(visit.base == records::Revision{1, 4});
    CHECK(visit.set.text("note") == "dua\nbaris");
    CHECK(visit.set.has_code("danger_signs", "bleeding"));
    CHECK(*visit.set.token("old") == "null");
    CHECK(visit.form_version == "1");
    CHECK(visit.made_at.unix_ms == 1767225660000);
    CHECK(visit.reason == "salah ketik");
    CHECK(records::chain_hash(kHead41, 42, request.changes[0]) == kHead42);
    CHECK(records::chain_hash(kHead42, 43, request.changes[1]) == kHead43);
}

TEST_CASE("an answer of version 1 is understood: welcome, outcomes and record") {
    const auto answer = protocol::parse_answer(fixture("round-1.answer.ndjson")).value();
    CHECK(answer.welcome.epoch == 1);
    CHECK(answer.welcome.server_ms == 1767225705000);
    CHECK(answer.welcome.acknowledged == 43);
    CHECK(answer.welcome.safe == 40);
    CHECK(answer.welcome.more);
    CHECK_FALSE(answer.welcome.fork.has_value());
    REQUIRE(answer.outcomes.size() == 3);
    CHECK(answer.outcomes[0].kind == OutcomeKind::Applied);
    CHECK(answer.outcomes[0].is_predicted);
    CHECK(answer.outcomes[1].kind == OutcomeKind::Conflict);
    REQUIRE(answer.outcomes[1].contests.size() == 1);
    CHECK(answer.outcomes[1].contests[0].mine.integer("weight_g") == 3200);
    CHECK(answer.outcomes[2].kind == OutcomeKind::Quarantined);
    CHECK(answer.outcomes[2].reason == "Berat di luar batas");
    REQUIRE(answer.records.size() == 1);
    CHECK(*answer.records[0].record.fields.token("x_future") == R"({"deep" : [1.0, null]})");
    REQUIRE(answer.buckets.size() == 1);
    CHECK(answer.buckets[0].number == 161);
}

TEST_CASE("an answer of version 1 is understood: cursors, agreement and receipt") {
    const auto answer = protocol::parse_answer(fixture("round-1.answer.ndjson")).value();
    const protocol::Ending& ending = answer.ending;
    CHECK(ending.cursors.at("P01").from == 120);
    CHECK(ending.cursors.at("P01").to == 124);
    CHECK(ending.outcomes.to == 20);
    records::Agreement held;
    for (const auto& [record, last] : answer.records) {
        held.add(records::row_hash(record.id.text(), record.revision, record.fields.to_json()));
    }
    CHECK(ending.agreements.at("P01") == held);
    CHECK(ending.digest == protocol::agreement_digest({{"P01", held}}));
    REQUIRE(ending.receipt.has_value());
    CHECK(ending.receipt->head == kHead43);
    CHECK(ending.receipt->counts.at("conflict") == 1);
}

TEST_CASE("a receipt that was signed then is still proof today") {
    const auto enrolled = protocol::parse_enrol_answer(fixture("enrol-1.answer.json")).value();
    const auto answer = protocol::parse_answer(fixture("round-1.answer.ndjson")).value();
    const auto key = crypto::VerifyKey::from_text(enrolled.receipt_key).value();
    protocol::Receipt receipt = answer.ending.receipt.value();
    const std::string signature = crypto::from_base64url(receipt.signature).value();
    CHECK(key.verify(protocol::signed_text(receipt), signature));
    ++receipt.last_n;
    CHECK_FALSE(key.verify(protocol::signed_text(receipt), signature));
}

TEST_CASE("a fork that version 1 announced is understood") {
    const auto answer = protocol::parse_answer(fixture("fork-1.answer.ndjson")).value();
    REQUIRE(answer.welcome.fork.has_value());
    CHECK(answer.welcome.fork->incarnation == 2);
    CHECK(answer.welcome.fork->acknowledged == 41);
    CHECK(answer.welcome.fork->head == kHead41);
    CHECK(answer.welcome.fork->hashes == std::vector<std::string>{kHead42});
}

TEST_CASE("an enrolment of version 1 is understood") {
    const auto request = protocol::parse_enrol_request(fixture("enrol-1.request.json")).value();
    CHECK(request.device_name == "laptop posyandu");
    CHECK(crypto::from_base32(request.secret).value() == "0123456789");
    const auto answer = protocol::parse_enrol_answer(fixture("enrol-1.answer.json")).value();
    CHECK(answer.device.text() == kDevice);
    CHECK(answer.zone == "Asia/Jakarta");
    const auto config = protocol::parse_config(answer.config).value();
    CHECK(config.units.at(0).village_code == "3301012001");
    CHECK(config.forms.size() == 1);
}

TEST_CASE("an enrolment of a store that goes on is understood") {
    const auto request = protocol::parse_enrol_request(fixture("enrol-2.request.json")).value();
    REQUIRE(request.again.has_value());
    CHECK(request.again->device == kDevice);
    CHECK(request.again->epoch == 3);
    CHECK(protocol::to_json(request) + "\n" == fixture("enrol-2.request.json"));
}

TEST_CASE("what a newer server adds is passed over") {
    std::string text = fixture("round-1.answer.ndjson");
    text.insert(text.find('\n') + 1, "{\"weather\":{\"rain\":true}}\n");
    text.insert(text.find("\"acknowledged\""), "\"mood\":[1,2],");
    const auto answer = protocol::parse_answer(text);
    REQUIRE(answer.ok());
    CHECK(answer.value().welcome.acknowledged == 43);
    CHECK(answer.value().outcomes.size() == 3);
}

TEST_CASE("the second form of a round names the state that asks and the history it speaks of") {
    const auto hello =
        protocol::parse_hello(fixture("round-2.request.ndjson")
                                  .substr(0, fixture("round-2.request.ndjson").find('\n')))
            .value();
    CHECK(hello.head == "43434343434343434343434343434343");
    CHECK(hello.ask == "7b20aa31");
    const auto answer = protocol::parse_answer(fixture("round-2.answer.ndjson")).value();
    CHECK(answer.welcome.head == hello.head);
    CHECK(answer.welcome.ask == hello.ask);
    const auto forked = protocol::parse_answer(fixture("fork-2.answer.ndjson")).value();
    REQUIRE(forked.welcome.fork.has_value());
    CHECK(forked.welcome.fork->from == 12);
    CHECK(!forked.welcome.fork->is_whole);
    // The first form says none of it, and means the whole of a fork and no head of its own.
    const std::string first = fixture("round-1.request.ndjson");
    const auto older = protocol::parse_hello(first.substr(0, first.find('\n'))).value();
    CHECK(older.head == older.before);
    CHECK(protocol::parse_answer(fixture("fork-1.answer.ndjson")).value().welcome.fork->is_whole);
}

TEST_CASE("the third form of an answer says who wrote a record last, and who that is") {
    const auto answer = protocol::parse_answer(fixture("round-3.answer.ndjson")).value();
    const auto config = protocol::parse_config(answer.config).value();
    REQUIRE(config.users.size() == 2);
    REQUIRE(answer.records.size() == 2);
    const protocol::LastWrite& merged = answer.records[0].last;
    CHECK(merged.by == config.users[0].id);
    CHECK(merged.received_at.unix_ms == 1767225705000);
    REQUIRE(merged.other.has_value());
    CHECK(merged.other->by == config.users[1].id);
    CHECK(config.users[1].name == "Bidan Contoh");
    CHECK(config.users[1].role == "BIDAN");
    CHECK(merged.other->revision == records::Revision{1, 5});
    CHECK(answer.records[1].last.by == protocol::kByCentre);
    CHECK_FALSE(answer.records[1].last.other.has_value());
    // The second form said nothing of it.
    const auto older = protocol::parse_answer(fixture("round-2.answer.ndjson")).value();
    CHECK(older.records.at(0).last.by.empty());
    CHECK(protocol::parse_config(older.config).value().users.empty());
}

TEST_CASE("the fourth form of an answer says where somebody works and whether she has left") {
    const auto answer = protocol::parse_answer(fixture("round-4.answer.ndjson")).value();
    const auto config = protocol::parse_config(answer.config).value();
    REQUIRE(config.users.size() == 2);
    CHECK(config.users[0].units == std::vector<std::string>{"P01"});
    CHECK(!config.users[0].has_left);
    CHECK(config.users[1].units == std::vector<std::string>{"P01", "P02"});
    CHECK(config.users[1].has_left);
    // The third form said neither.
    const auto third = protocol::parse_answer(fixture("round-3.answer.ndjson")).value();
    const auto older = protocol::parse_config(third.config).value();
    CHECK(older.users[0].units.empty());
    CHECK(!older.users[1].has_left);
}

TEST_CASE("the fifth form of an answer says what was erased, and what only named it") {
    const auto answer = protocol::parse_answer(fixture("round-5.answer.ndjson")).value();
    REQUIRE(answer.erased.size() == 1);
    CHECK(answer.erased[0].id == "019aa3e0-0000-7000-8000-0000000000b2");
    CHECK(answer.erased[0].unit == "P01");
    CHECK(to_line(answer.erased[0]) + "\n" ==
          fixture("round-5.answer.ndjson")
              .substr(fixture("round-5.answer.ndjson").find("{\"erased\":"),
                      to_line(answer.erased[0]).size() + 1));
    REQUIRE(answer.outcomes.size() == 3);
    CHECK(answer.outcomes[1].kind == protocol::OutcomeKind::Erased);
    CHECK(answer.outcomes[1].code.empty());
    CHECK(answer.outcomes[2].code == protocol::kNamesErased);
    // The fourth form had none.
    CHECK(protocol::parse_answer(fixture("round-4.answer.ndjson")).value().erased.empty());
}

TEST_CASE("the seventh form of an answer says what moved to another posyandu") {
    const std::string text = fixture("round-7.answer.ndjson");
    const auto answer = protocol::parse_answer(text).value();
    REQUIRE(answer.moved.size() == 1);
    const protocol::MovedLine& moved = answer.moved[0];
    CHECK(moved.id == "019aa3e0-0000-7000-8000-0000000000b2");
    CHECK(moved.unit == "P01");
    CHECK(moved.to == "P02");
    CHECK(to_text(moved.revision) == "1.6");
    CHECK(text.find(to_line(moved) + "\n") != std::string::npos);
    CHECK(answer.ending.cursors.at("P01").to == 124);
    // The fifth form had none.
    CHECK(protocol::parse_answer(fixture("round-5.answer.ndjson")).value().moved.empty());
}
