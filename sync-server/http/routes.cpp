#include "sync-server/http/routes.h"

#include "shared/base/text.h"
#include "sync-server/http/problems.h"
#include "sync-server/http/urlencoded.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace http {

namespace {

using Segments = std::vector<std::string>;

bool is_parameter(const std::string& segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

// The parameters if the path is of that pattern.
std::optional<std::vector<Header>> matched(const Segments& pattern, const Segments& path) {
    if (pattern.size() != path.size()) return std::nullopt;
    std::vector<Header> parameters;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (is_parameter(pattern[i])) {
            auto value = percent_decoded(path[i]);
            if (!value || value->empty()) return std::nullopt;
            parameters.push_back({pattern[i].substr(1, pattern[i].size() - 2), std::move(*value)});
        } else if (pattern[i] != path[i]) {
            return std::nullopt;
        }
    }
    return parameters;
}

Response method_not_allowed(const std::vector<std::string>& allowed) {
    Response response = to_response(Problem::MethodNotAllowed);
    response.headers.push_back({"Allow", base::joined(allowed, ", ")});
    return response;
}

}  // namespace

Router& Router::add(std::string method, const std::string& path, Handler handler) {
    Route route{std::move(method), base::split(path, '/'), std::move(handler)};
    const auto has_parameter = [](const Route& each) {
        return std::any_of(each.segments.begin(), each.segments.end(), is_parameter);
    };
    const auto place = has_parameter(route)
                           ? routes_.end()
                           : std::find_if(routes_.begin(), routes_.end(), has_parameter);
    routes_.insert(place, std::move(route));
    return *this;
}

Router& Router::otherwise(Handler handler) {
    otherwise_ = std::move(handler);
    return *this;
}

Response Router::operator()(Request&& request) const {
    const Segments path = base::split(request.path, '/');
    const std::string method = request.method == "HEAD" ? "GET" : request.method;
    std::vector<std::string> allowed;
    for (const Route& route : routes_) {
        auto parameters = matched(route.segments, path);
        if (!parameters) continue;
        if (route.method != method) {
            allowed.push_back(route.method);
            continue;
        }
        request.parameters = std::move(*parameters);
        return route.handler(std::move(request));
    }
    if (otherwise_) return otherwise_(std::move(request));
    return allowed.empty() ? to_response(Problem::NotFound) : method_not_allowed(allowed);
}

}  // namespace http
