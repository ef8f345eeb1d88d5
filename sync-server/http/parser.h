// A request while it arrives: bytes in, a Request out. No sockets.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

#include "sync-server/http/message.h"
#include "sync-server/http/problems.h"
#include "sync-server/http/server.h"

namespace http {

class Parser {
public:
    explicit Parser(const Limits& limits);
    ~Parser();
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    // Takes bytes that follow those used before, at least one; returns how many it used: bytes it
    // did not use are to be given again with more behind them. After a problem, or once done, none.
    std::size_t put(const char* bytes, std::size_t count);

    bool is_done() const;
    const std::optional<Problem>& problem() const { return problem_; }
    bool has_head() const;
    // After the head:
    bool keeps_alive() const;
    bool expects_continue() const;
    bool is_from_browser() const;     // it would rather read a page than JSON; also after a problem
    std::string_view bearer() const;  // the token, or empty
    std::size_t body_bytes() const;   // that have arrived
    Request head() const;             // the request without its body
    Request take_request();           // once done

private:
    struct Beast;
    std::unique_ptr<Beast> beast_;
    std::optional<Problem> problem_;
};

}  // namespace http
