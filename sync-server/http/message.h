// A request as it arrived whole, and the response to it. Plain values: no sockets, no threads.
#pragma once

#include "shared/protocol/encoding.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace http {

struct Header {
    std::string name;  // of a request: lower case
    std::string value;
};

struct Request {
    std::string method;  // "GET"
    std::string path;    // "/v1/sync": as sent, without the query
    std::string query;   // after the "?"
    std::vector<Header> headers;
    std::string body;  // still in content_encoding()
    std::string remote_address;
    std::vector<Header> parameters;  // of the route: {id} and what stood in its place

    std::string_view header(std::string_view lower_case_name) const;  // empty if absent
    std::string_view bearer() const;                                  // the token, or empty
    std::string_view content_type() const { return header("content-type"); }
    std::string_view content_encoding() const { return header("content-encoding"); }
    std::string_view accept_encoding() const { return header("accept-encoding"); }
    std::string_view cookie(std::string_view name) const;
    std::string_view parameter(std::string_view name) const;
};

std::string_view bearer_of(std::string_view authorization);  // the value of that header

struct Response;
// A response that waits for something else, and keeps no worker busy meanwhile. Given a function,
// it calls that once, from any thread, with what is left to be done then: on a worker again.
using Finish = std::function<Response()>;
using Later = std::function<void(std::function<void(Finish)>)>;

struct Response {
    int status = 200;
    std::string content_type;                                    // left out of the head when empty
    protocol::Encoding encoding = protocol::Encoding::Identity;  // that `body` is already in
    std::string body;
    std::vector<Header> headers;
    Later later;  // if set, nothing else is
};
Response respond_later(Later later);
// Waits here for a response that comes later: where no listener does.
Response settled(Response response);

// The head as it goes over the wire: as few headers as there can be, since devices on slow links
// pay for each. A header value with a line break is our mistake.
std::string head_of(const Response& response, bool is_last);

}  // namespace http
