#include "shared/base/markup.h"
#include "sync-server/http/message.h"
#include "sync-server/http/problems.h"
#include "sync-server/http/routes.h"
#include "sync-server/http/urlencoded.h"

#include "shared/base/json.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace {

using http::Problem;
using http::Request;
using http::Response;

Request request_of(const std::string& method, const std::string& path) {
    Request request;
    request.method = method;
    request.path = path;
    return request;
}

http::Handler saying(const std::string& word) {
    return [word](Request&& request) {
        Response response;
        response.body = word + std::string(request.parameter("id"));
        return response;
    };
}

http::Router some_routes() {
    http::Router router;
    router.add("GET", "/persons/{id}", saying("person "))
        .add("GET", "/persons/new", saying("new"))
        .add("POST", "/v1/sync", saying("sync"));
    return router;
}

}  // namespace

TEST_CASE("a route is found by method and path; fixed segments go before ones with braces") {
    const http::Router router = some_routes();
    CHECK(router(request_of("POST", "/v1/sync")).body == "sync");
    CHECK(router(request_of("GET", "/persons/new")).body == "new");
    CHECK(router(request_of("GET", "/persons/a%20b")).body == "person a b");
    CHECK(router(request_of("HEAD", "/persons/7")).status == 200);
}

TEST_CASE("an unknown path is 404, another method 405 with what is allowed") {
    const http::Router router = some_routes();
    for (const char* path :
         {"/", "", "/v1/sync/", "/v1", "/persons/", "/persons/%zz", "//v1/sync"}) {
        CAPTURE(path);
        CHECK(router(request_of("GET", path)).status == 404);
    }
    const Response refused = router(request_of("GET", "/v1/sync"));
    CHECK(refused.status == 405);
    REQUIRE(refused.headers.size() == 1);
    CHECK(refused.headers[0].name == "Allow");
    CHECK(refused.headers[0].value == "POST");
}

TEST_CASE("a router may say 404 in its own words") {
    http::Router router = some_routes();
    router.otherwise(saying("lost"));
    CHECK(router(request_of("GET", "/nowhere")).body == "lost");
}

TEST_CASE("the bearer token and cookies are found in their headers") {
    Request request;
    request.headers = {{"authorization", "bearer  abc.def"}, {"cookie", "a=1; session=x=y;b=2"}};
    CHECK(request.bearer() == "abc.def");
    CHECK(request.cookie("a") == "1");
    CHECK(request.cookie("session") == "x=y");
    CHECK(request.cookie("b") == "2");
    CHECK(request.cookie("ession").empty());
    request.headers = {{"authorization", "Basic YTpi"}, {"cookie", ";;=;"}};
    CHECK(request.bearer().empty());
    CHECK(request.cookie("a").empty());
}

TEST_CASE("a head holds what is needed and no more") {
    Response response;
    response.content_type = "application/x-ndjson";
    response.encoding = protocol::Encoding::Zstd;
    response.body = "12345";
    CHECK(http::head_of(response, false) ==
          "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nContent-Encoding: zstd\r\n"
          "Content-Length: 5\r\n\r\n");
    CHECK(http::head_of(response, true).find("\r\nConnection: close\r\n") != std::string::npos);
}

TEST_CASE("posted pages are decoded; a bad escape or bad UTF-8 reads as nothing") {
    const std::string text = "name=Siti+Aminah&unit=03%2F1&empty=&flag&name=second";
    CHECK(http::urlencoded_value(text, "name") == "Siti Aminah");
    CHECK(http::urlencoded_value(text, "unit") == "03/1");
    CHECK(http::urlencoded_value(text, "empty") == "");
    CHECK(http::urlencoded_value(text, "flag") == "");
    CHECK_FALSE(http::urlencoded_value(text, "other").has_value());
    CHECK(http::parse_urlencoded("a=%4").empty());
    CHECK(http::parse_urlencoded("a=%ff").empty());
    CHECK(http::percent_decoded(base::percent_encoded("Bu Ny. é/&=?%")) == "Bu Ny. é/&=?%");
}

TEST_CASE("every problem has its own code, an error status and sentences in both languages") {
    std::set<std::string> codes;
    for (int i = 0; i <= static_cast<int>(Problem::Busy); ++i) {
        const auto problem = static_cast<Problem>(i);
        const http::ProblemText& text = http::describe(problem);
        CAPTURE(text.code);
        CHECK(codes.insert(std::string(text.code)).second);
        CHECK(text.status >= 400);
        CHECK(text.id.ends_with('.'));
        CHECK(text.en.ends_with('.'));
        CHECK(text.id != text.en);

        const Response response = http::to_response(problem);
        CHECK(response.status == text.status);
        CHECK(response.body.starts_with("{\"problem\":{"));
        const auto body = base::json::Object::parse(response.body);
        REQUIRE(body.ok());
        CHECK(body.value().object("problem")->string("code") == std::string(text.code));
        CHECK(body.value().object("problem")->string("id") == std::string(text.id));
    }
    CHECK(http::to_response(Problem::Busy).headers.at(0).name == "Retry-After");
}
