// What comes in at the server's door: the same request however its bytes arrive, and bounded.
#include "shared/base/markup.h"
#include "shared/base/result.h"
#include "shared/base/text.h"
#include "sync-server/http/parser.h"
#include "sync-server/http/routes.h"
#include "sync-server/http/urlencoded.h"
#include "tests/fuzz/targets/target.h"

#include <algorithm>
#include <string>

namespace fuzz {

namespace {

using http::Parser;
using http::Request;

http::Limits limits() {
    http::Limits made;
    made.body_bytes_max = 4096;
    made.head_bytes_max = 1024;
    return made;
}

// What a request said, or which problem it had, as one text.
struct Read {
    std::string text;
    bool is_done = false;
};

std::string text_of(const Request& request) {
    std::string text = request.method + " " + request.path + "?" + request.query + "\n";
    for (const http::Header& each : request.headers) text += each.name + ":" + each.value + "\n";
    return text + "\n" + request.body;
}

// As a session feeds it: bytes that were not used come again with more behind them.
Read read(std::string_view bytes, std::size_t step) {
    Parser parser{limits()};
    std::string waiting;
    for (std::size_t at = 0; at < bytes.size() && !parser.is_done() && !parser.problem();
         at += step) {
        waiting += bytes.substr(at, step);
        while (!waiting.empty() && !parser.is_done() && !parser.problem()) {
            const std::size_t used = parser.put(waiting.data(), waiting.size());
            CHECK(used <= waiting.size());
            if (used == 0) break;
            waiting.erase(0, used);
        }
        if (parser.has_head()) CHECK(parser.body_bytes() <= limits().body_bytes_max);
    }
    if (parser.problem()) return {std::string(describe(*parser.problem()).code), false};
    if (!parser.is_done()) return {"more", false};
    return {text_of(parser.take_request()), true};
}

void check_request(std::string_view bytes) {
    Parser parser{limits()};
    std::string_view rest = bytes;
    while (!rest.empty() && !parser.is_done() && !parser.problem()) {
        const std::size_t used = parser.put(rest.data(), rest.size());
        if (used == 0) break;
        rest.remove_prefix(used);
    }
    if (!parser.is_done() || parser.problem()) return;
    Request request = parser.take_request();
    CHECK(request.body.size() <= bytes.size());
    CHECK(request.bearer().size() <= bytes.size());
    CHECK(request.cookie("session").size() <= bytes.size());
    static const http::Router router = [] {
        http::Router made;
        const auto handler = [](Request&& each) {
            http::Response response;
            response.body = std::string(each.parameter("id"));
            return response;
        };
        made.add("GET", "/persons/{id}/history", handler).add("POST", "/v1/sync", handler);
        return made;
    }();
    const http::Response response = router(std::move(request));
    CHECK(response.status >= 200 && response.status < 600);
}

}  // namespace

void http(std::string_view bytes) {
    const Read whole = read(bytes, bytes.size() + 1);
    // A problem may be seen earlier when more bytes are there at once; a request is the same.
    for (const std::size_t step : {1U, 7U}) {
        const Read small = read(bytes, step);
        CHECK(small.is_done == whole.is_done);
        if (whole.is_done) CHECK(small.text == whole.text);
    }
    check_request(bytes);
    for (const http::Header& each : http::parse_urlencoded(bytes)) {
        CHECK(base::is_valid_utf8(each.name) && base::is_valid_utf8(each.value));
    }
    if (base::is_valid_utf8(bytes)) {
        CHECK(http::percent_decoded(base::percent_encoded(bytes)) == bytes);
    }
}

}  // namespace fuzz
