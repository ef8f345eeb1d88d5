// The two texts that bring a forgotten PIN's data key back.
#include "shared/protocol/rescue.h"

#include "shared/base/file.h"

#include <doctest/doctest.h>

#include <algorithm>

using crypto::BoxKey;

namespace {

struct Asked {
    BoxKey centre = BoxKey::generate();
    BoxKey reply = BoxKey::generate();
    crypto::SecretBytes key = crypto::SecretBytes::random(32);
    protocol::RescueRequest request{
        reply.public_key().bytes(),
        protocol::seal_rescue_box(centre.public_key(),
                                  {key.copy(), "01890000-0000-7000-8000-000000000001"})
            .value()};
};

}  // namespace

TEST_CASE_FIXTURE(Asked, "a request and its answer carry the data key there and back") {
    const std::string text = to_text(request);
    CHECK(std::count(text.begin(), text.end(), '\n') == 8);
    CHECK(text.size() < 330);
    const auto read = protocol::parse_rescue_request(text);
    REQUIRE(read.ok());
    const auto answer = protocol::answer_rescue(centre, read.value());
    REQUIRE(answer.ok());
    CHECK(answer.value().text.size() < 180);
    CHECK(answer.value().owner == "01890000-0000-7000-8000-000000000001");
    CHECK(protocol::open_rescue_answer(reply, answer.value().text).value() == key);
}

TEST_CASE_FIXTURE(Asked, "a slip in any symbol is noticed before anything is tried") {
    const std::string text = to_text(request);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '-' || text[at] == '\n') continue;
        std::string wrong = text;
        wrong[at] = wrong[at] == '7' ? '8' : '7';
        CHECK_FALSE(protocol::parse_rescue_request(wrong).ok());
    }
    CHECK_FALSE(protocol::parse_rescue_request(text.substr(0, text.size() / 2)).ok());
    CHECK_FALSE(protocol::parse_rescue_request("").ok());
}

TEST_CASE_FIXTURE(Asked, "a request is no answer, and an answer no request") {
    const std::string answer = protocol::answer_rescue(centre, request).value().text;
    CHECK(protocol::parse_rescue_request(answer).error().message.find("another kind") !=
          std::string::npos);
    CHECK_FALSE(protocol::open_rescue_answer(reply, to_text(request)).ok());
}

TEST_CASE_FIXTURE(Asked, "a request with another reply key has another code on the phone") {
    protocol::RescueRequest forged = request;
    forged.reply_key = BoxKey::generate().public_key().bytes();
    CHECK(comparison_code(forged) != comparison_code(request));
    CHECK(comparison_code(request) ==
          comparison_code(protocol::parse_rescue_request(to_text(request)).value()));
}

TEST_CASE_FIXTURE(Asked, "a reply key that no honest laptop makes is refused") {
    request.reply_key = std::string(32, '\0');
    CHECK_FALSE(protocol::answer_rescue(centre, request).ok());
}

TEST_CASE("a request of version 1 is answered for ever, and shows the same code") {
    const auto fixture = [](const std::string& name) {
        return base::read_file(std::string(KAWAN_SOURCE_DIR) +
                               "/tests/shared/protocol/fixtures/rescue-1." + name)
            .value();
    };
    const std::string key = fixture("centre.key");
    const auto centre = BoxKey::from_text(key.substr(0, key.find('\n'))).value();
    const auto request = protocol::parse_rescue_request(fixture("request.txt")).value();
    CHECK(comparison_code(request) == "NG1A-F6FN");
    const auto answer = protocol::answer_rescue(centre, request).value();
    CHECK(answer.owner == "01890000-0000-7000-8000-000000000001");
}
