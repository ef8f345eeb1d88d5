// Which handler answers which path. Filled before the server starts, read by many threads after.
#pragma once

#include "sync-server/http/message.h"

#include <functional>
#include <string>
#include <vector>

namespace http {

// Runs on a worker thread and may block. What it throws is answered with Problem::Internal.
using Handler = std::function<Response(Request&&)>;

class Router {
public:
    // A segment in braces matches any one segment, percent-decoded: "/persons/{id}/history". A
    // handler of GET answers HEAD too. Routes with fixed segments go before ones with braces.
    Router& add(std::string method, const std::string& path, Handler handler);
    // Instead of the problems not_found and method_not_allowed: for pages that people see.
    Router& otherwise(Handler handler);

    Response operator()(Request&& request) const;

private:
    struct Route {
        std::string method;
        std::vector<std::string> segments;
        Handler handler;
    };
    std::vector<Route> routes_;
    Handler otherwise_;
};

}  // namespace http
