#include "sync-server/http/message.h"

#include "shared/base/result.h"

#include <algorithm>
#include <future>

namespace http {

namespace {

std::string_view find(const std::vector<Header>& list, std::string_view name) {
    const auto is_it = [name](const Header& each) { return each.name == name; };
    const auto found = std::find_if(list.begin(), list.end(), is_it);
    return found == list.end() ? std::string_view() : std::string_view(found->value);
}

std::string_view without_spaces(std::string_view text) {
    const auto start = text.find_first_not_of(' ');
    if (start == std::string_view::npos) return {};
    return text.substr(start, text.find_last_not_of(' ') + 1 - start);
}

// Only what a browser or a proxy acts upon; clients read the number.
std::string_view reason_of(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 303:
            return "See Other";
        case 404:
            return "Not Found";
        default:
            return "-";
    }
}

void add_line(std::string& head, std::string_view name, std::string_view value) {
    CHECK(name.find_first_of("\r\n:") == std::string_view::npos);
    CHECK(value.find_first_of("\r\n") == std::string_view::npos);
    head.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

std::string_view Request::header(std::string_view lower_case_name) const {
    return find(headers, lower_case_name);
}

std::string_view Request::parameter(std::string_view name) const {
    return find(parameters, name);
}

std::string_view Request::bearer() const {
    return bearer_of(header("authorization"));
}

std::string_view bearer_of(std::string_view value) {
    constexpr std::string_view kScheme = "bearer ";
    const auto same_letter = [](char a, char b) { return a == b || (a | 0x20) == b; };
    if (value.size() < kScheme.size() ||
        !std::equal(kScheme.begin(), kScheme.end(), value.begin(),
                    [&](char b, char a) { return same_letter(a, b); })) {
        return {};
    }
    return without_spaces(value.substr(kScheme.size()));
}

std::string_view Request::cookie(std::string_view name) const {
    std::string_view rest = header("cookie");
    while (!rest.empty()) {
        const auto end = std::min(rest.find(';'), rest.size());
        const std::string_view item = without_spaces(rest.substr(0, end));
        const auto equals = item.find('=');
        if (equals != std::string_view::npos && item.substr(0, equals) == name) {
            return item.substr(equals + 1);
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {};
}

Response respond_later(Later later) {
    Response response;
    response.later = std::move(later);
    return response;
}

Response settled(Response response) {
    while (response.later) {
        std::promise<Finish> promise;
        response.later([&promise](Finish finish) { promise.set_value(std::move(finish)); });
        response = promise.get_future().get()();
    }
    return response;
}

std::string head_of(const Response& response, bool is_last) {
    std::string head = "HTTP/1.1 " + std::to_string(response.status) + " ";
    head.append(reason_of(response.status)).append("\r\n");
    if (!response.content_type.empty()) add_line(head, "Content-Type", response.content_type);
    if (response.encoding != protocol::Encoding::Identity) {
        add_line(head, "Content-Encoding", name_of(response.encoding));
    }
    for (const Header& each : response.headers) add_line(head, each.name, each.value);
    add_line(head, "Content-Length", std::to_string(response.body.size()));
    if (is_last) add_line(head, "Connection", "close");
    return head.append("\r\n");
}

}  // namespace http
