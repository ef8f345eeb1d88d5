// A sync request: the hello line, then the change lines, each with its line end.
#pragma once

#include "shared/base/result.h"
#include "shared/protocol/hello.h"

#include <string>
#include <string_view>
#include <vector>

namespace protocol {

struct Request {
    Hello hello;
    std::vector<std::string_view> changes;  // complete lines, into the text that was parsed
};

// A last line that was cut off is left out: the batch ends before it (SYNC 4). Lines beyond the
// hello's count are refused, and so are lines over the limit.
base::Result<Request> parse_request(std::string_view text);
std::string request_text(const Hello& hello, const std::vector<std::string>& change_lines);

}  // namespace protocol
