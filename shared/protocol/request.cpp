#include "shared/protocol/request.h"

#include "shared/protocol/limits.h"

#include <algorithm>

namespace protocol {

using base::Error;
using base::ErrorCode;
using base::Result;

Result<Request> parse_request(std::string_view text) {
    const auto hello_end = text.find('\n');
    if (hello_end == std::string_view::npos) {
        return Error{ErrorCode::Malformed, "a request without a whole first line"};
    }
    if (hello_end > kHelloBytesMax) {
        return Error{ErrorCode::Malformed, "the first line is longer than allowed"};
    }
    TRY_LET(hello, parse_hello(text.substr(0, hello_end)));
    hello.clock_ms = std::clamp(hello.clock_ms, std::int64_t{0}, kClockMsMax);
    Request request{std::move(hello), {}};
    text.remove_prefix(hello_end + 1);
    for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
        if (end > kLineBytesMax) {
            return Error{ErrorCode::Malformed, "a line is longer than allowed"};
        }
        if (request.changes.size() == kLinesMax) {
            return Error{ErrorCode::Malformed, "more lines than one request may carry"};
        }
        request.changes.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    if (static_cast<std::int64_t>(request.changes.size()) > request.hello.count) {
        return Error{ErrorCode::Malformed, "more lines than the hello announced"};
    }
    return request;
}

std::string request_text(const Hello& hello, const std::vector<std::string>& change_lines) {
    std::string text = to_line(hello) + "\n";
    for (const std::string& line : change_lines) {
        text += line;
        text += '\n';
    }
    return text;
}

}  // namespace protocol
