#include "sync-server/http/parser.h"
#include "shared/base/random.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using http::Parser;

const std::vector<std::string> kRequests = {
    "GET /a?b HTTP/1.1\r\nHost: x\r\n\r\n",
    "POST /v1/sync HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello",
    "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: "
    "chunked\r\n\r\n3\r\nhel\r\n2;e=1\r\nlo\r\n0\r\n"
    "A: b\r\n\r\n",
    // The last chunk alone, which ended the program when a packet ended behind its 0.
    "GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
};

// Gives the parser all bytes, at most `step` new ones at a time; returns what it left unused.
std::string feed(Parser& parser, const std::string& bytes, std::size_t step) {
    std::string waiting;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        waiting += bytes.substr(at, step);
        std::size_t used = 1;
        while (used > 0 && !waiting.empty() && !parser.is_done()) {
            used = parser.put(waiting.data(), waiting.size());
            REQUIRE(used <= waiting.size());
            waiting.erase(0, used);
        }
    }
    return waiting;
}

}  // namespace

TEST_CASE("a request parses the same however its bytes are split") {
    for (const std::string& bytes : kRequests) {
        for (std::size_t step = 1; step <= bytes.size(); ++step) {
            CAPTURE(step);
            Parser parser{http::Limits()};
            CHECK(feed(parser, bytes, step).empty());
            REQUIRE(parser.is_done());
            CHECK_FALSE(parser.problem().has_value());
            const http::Request request = parser.take_request();
            CHECK(request.header("host") == "x");
            CHECK(request.body == (request.method == "GET" ? "" : "hello"));
        }
    }
}

TEST_CASE("bytes behind a request are left for the next") {
    Parser parser{http::Limits()};
    CHECK(feed(parser, kRequests[1] + "GET /next", 1000) == "GET /next");
    CHECK(parser.is_done());
}

TEST_CASE("no damaged request crashes the parser, and none comes out larger than it went in") {
    const std::uint64_t seed = 20260301;
    CAPTURE(seed);
    base::SeededRandom random(seed);
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes = kRequests[random.below(kRequests.size())];
        for (std::uint64_t damage = 1 + random.below(4); damage > 0; --damage) {
            const std::size_t at = random.below(bytes.size());
            if (random.chance(0.5)) {
                bytes[at] = static_cast<char>(random.below(256));
            } else {
                bytes.insert(at, bytes.substr(random.below(bytes.size()), random.below(20)));
            }
        }
        Parser parser{http::Limits()};
        feed(parser, bytes, 1 + random.below(bytes.size()));
        if (parser.is_done() && !parser.problem()) {
            CHECK(parser.take_request().body.size() <= bytes.size());
        }
    }
}
