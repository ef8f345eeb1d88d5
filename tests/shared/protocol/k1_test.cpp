// The encoding k1: zstd beside a dictionary that both sides hold for ever (decisions/007).
#include "shared/base/file.h"
#include "shared/crypto/hash.h"
#include "shared/protocol/answer.h"
#include "shared/protocol/dictionary.h"
#include "shared/protocol/encoding.h"
#include "shared/protocol/request.h"

#include <doctest/doctest.h>

using protocol::Encoding;

namespace {

constexpr std::size_t kBytesMax = 1 << 20;

std::string fixture(const std::string& name) {
    auto bytes =
        base::read_file(std::string(KAWAN_SOURCE_DIR) + "/tests/shared/protocol/fixtures/" + name);
    REQUIRE(bytes.ok());
    return std::move(bytes).value();
}

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n') + 1);
}

std::size_t packed_bytes(Encoding encoding, const std::string& text, std::string_view known = {}) {
    return protocol::compress(encoding, text, 9, known).value().size();
}

}  // namespace

TEST_CASE("the dictionary of k1 is for ever the one that its name stands for") {
    CHECK(protocol::dictionary().size() == 16'384);
    CHECK(crypto::hash128_hex(protocol::dictionary()) == "311928173a04c920cce696ed6f6c5241");
}

TEST_CASE("a round that k1 once packed is read for ever, the answer beside its request's hello") {
    const std::string request = fixture("round-2.request.ndjson");
    const std::string answer = fixture("round-2.answer.ndjson");
    const auto asked = protocol::decompress(Encoding::K1, fixture("round-6.request.k1"), kBytesMax);
    REQUIRE(asked.ok());
    CHECK(asked.value() == request);
    const auto answered = protocol::decompress(Encoding::K1, fixture("round-6.answer.k1"),
                                               kBytesMax, first_line(request));
    REQUIRE(answered.ok());
    CHECK(answered.value() == answer);
}

TEST_CASE("short texts are about half as long in k1 as in zstd") {
    const std::string request = fixture("round-2.request.ndjson");
    const std::string hello = first_line(request);
    const std::string answer = fixture("round-2.answer.ndjson");
    CHECK(packed_bytes(Encoding::K1, request) * 10 < packed_bytes(Encoding::Zstd, request) * 7);
    CHECK(packed_bytes(Encoding::K1, hello) * 10 < packed_bytes(Encoding::Zstd, hello) * 6);
    CHECK(packed_bytes(Encoding::K1, answer, hello) < packed_bytes(Encoding::K1, answer));
}

TEST_CASE("an answer in k1 beside another hello than its own is refused, never read as another") {
    const std::string hello = first_line(fixture("round-2.request.ndjson"));
    std::string another = hello;
    another[another.find("\"ask\":\"") + 10] ^= 1;
    const std::string answer = fixture("round-2.answer.ndjson");
    const auto bytes = protocol::compress(Encoding::K1, answer, 9, hello).value();
    CHECK(protocol::decompress(Encoding::K1, bytes, kBytesMax, hello).ok());
    CHECK_FALSE(protocol::decompress(Encoding::K1, bytes, kBytesMax, another).ok());
    CHECK_FALSE(protocol::decompress(Encoding::K1, bytes, kBytesMax).ok());
}
