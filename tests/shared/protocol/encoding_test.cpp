#include "shared/protocol/encoding.h"
#include "shared/base/random.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

namespace {

using base::ErrorCode;
using protocol::Encoding;

constexpr std::array kAll = {Encoding::Identity, Encoding::Gzip, Encoding::Zstd, Encoding::K1};
constexpr std::array kPacking = {Encoding::Gzip, Encoding::Zstd, Encoding::K1};

std::string packed(Encoding encoding, const std::string& bytes, int level = 9) {
    return protocol::compress(encoding, bytes, level).value();
}

std::string lines(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "{\"n\":" + std::to_string(i) + ",\"t\":\"visit\"}\n";
    return text;
}

std::string noise(std::size_t count, std::uint64_t seed) {
    std::string bytes(count, '\0');
    base::SeededRandom(seed).fill({reinterpret_cast<unsigned char*>(bytes.data()), bytes.size()});
    return bytes;
}

}  // namespace

TEST_CASE("what was packed is unpacked unchanged, empty, small, large and incompressible") {
    for (const Encoding encoding : kAll) {
        for (const std::string& text : {std::string(), std::string("x"), lines(100), lines(100'000),
                                        noise(300'000, 7), std::string(65536, 'a')}) {
            CAPTURE(protocol::name_of(encoding));
            CAPTURE(text.size());
            const auto back = protocol::decompress(encoding, packed(encoding, text), text.size());
            REQUIRE(back.ok());
            CHECK(back.value() == text);
        }
    }
}

TEST_CASE("every level that compress takes is one that decompress reads") {
    const std::string text = lines(50'000) + noise(9'000'000, 3) + lines(50'000);
    for (const Encoding encoding : kPacking) {
        for (const int level : {-5, 1, 100}) {
            const auto back =
                protocol::decompress(encoding, packed(encoding, text, level), 64 << 20);
            REQUIRE(back.ok());
            CHECK(back.value() == text);
        }
    }
}

TEST_CASE("a body one byte larger than allowed is refused") {
    for (const Encoding encoding : kAll) {
        const std::string text = lines(5000);
        const std::string bytes = packed(encoding, text);
        CHECK(protocol::decompress(encoding, bytes, text.size()).ok());
        const auto refused = protocol::decompress(encoding, bytes, text.size() - 1);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().code == ErrorCode::Refused);
        CHECK(refused.error().message.find("larger than") != std::string::npos);
    }
}

TEST_CASE("a bomb of 200 MB in a few kB is refused at the limit") {
    const std::string zeros(200 << 20, '\0');
    for (const Encoding encoding : kPacking) {
        const std::string bomb = packed(encoding, zeros, 5);
        CHECK(bomb.size() < zeros.size() / 900);
        const auto refused = protocol::decompress(encoding, bomb, 1 << 20);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().code == ErrorCode::Refused);
    }
}

TEST_CASE("a frame that asks for a window of gigabytes is refused before it gets one") {
    // zstd: magic, descriptor without content size, window descriptor 2^(10+21) = 2 GiB, empty
    // block
    const std::string frame("\x28\xb5\x2f\xfd\x00\xa8\x01\x00\x00", 9);
    const auto refused = protocol::decompress(Encoding::Zstd, frame, 1 << 20);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::Refused);
}

TEST_CASE("a frame that lies about its content size is malformed, not believed") {
    std::string frame = packed(Encoding::Zstd, std::string(200, 'q'));
    frame[5] = static_cast<char>(frame[5] + 1);  // the content size of a small single segment
    const auto refused = protocol::decompress(Encoding::Zstd, frame, 1 << 20);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::Malformed);
}

TEST_CASE("bytes cut short anywhere are malformed") {
    for (const Encoding encoding : kPacking) {
        const std::string bytes = packed(encoding, lines(40));
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            CAPTURE(size);
            const auto cut = protocol::decompress(encoding, bytes.substr(0, size), 1 << 20);
            REQUIRE_FALSE(cut.ok());
            CHECK(cut.error().code == ErrorCode::Malformed);
        }
    }
}

TEST_CASE("bytes after the end are malformed, a second frame too") {
    for (const Encoding encoding : kPacking) {
        const std::string bytes = packed(encoding, "x");
        for (const std::string& after : {std::string("y"), bytes}) {
            const auto result = protocol::decompress(encoding, bytes + after, 1 << 20);
            REQUIRE_FALSE(result.ok());
            CHECK(result.error().code == ErrorCode::Malformed);
        }
    }
}

TEST_CASE("garbage and flipped bytes never pass as more than was allowed and never crash") {
    for (const Encoding encoding : kPacking) {
        const std::string good = packed(encoding, lines(200));
        base::SeededRandom random(11);
        for (int round = 0; round < 500; ++round) {
            std::string bytes = round % 2 == 0 ? good : noise(1 + random.below(300), random.next());
            bytes[random.below(bytes.size())] ^= static_cast<char>(1U << random.below(8));
            const auto result = protocol::decompress(encoding, bytes, 5000);
            if (result.ok()) CHECK(result.value().size() <= 5000);
        }
        CHECK_FALSE(protocol::decompress(encoding, "<html>login</html>", 5000).ok());
    }
}

TEST_CASE("tokens of Content-Encoding are read in any case, unknown ones are named so") {
    CHECK(protocol::parse_encoding("zstd") == Encoding::Zstd);
    CHECK(protocol::parse_encoding("GZip") == Encoding::Gzip);
    CHECK(protocol::parse_encoding("") == Encoding::Identity);
    CHECK_FALSE(protocol::parse_encoding("br").has_value());
    CHECK_FALSE(protocol::parse_encoding("gzip, zstd").has_value());
    for (const Encoding each : kAll) CHECK(protocol::parse_encoding(name_of(each)) == each);
}

TEST_CASE("the best of ours that the other side accepts is chosen") {
    CHECK(protocol::best_accepted("k1, zstd, gzip") == Encoding::K1);
    CHECK(protocol::best_accepted("gzip, deflate, br, zstd") == Encoding::Zstd);
    CHECK(protocol::best_accepted("gzip;q=0.5, zstd;q=0") == Encoding::Gzip);
    CHECK(protocol::best_accepted("br, *") == Encoding::Identity);
    CHECK(protocol::best_accepted("") == Encoding::Identity);
}
