#include "sync-server/http/workers.h"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>
#include <utility>

#include "shared/base/log.h"
#include "sync-server/http/problems.h"

namespace http {

namespace asio = boost::asio;

namespace {

// A line break in a header would let one answer pass for two.
bool has_clean_headers(const Response& response) {
    const auto is_clean = [](const std::string& text) {
        return text.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos;
    };
    for (const Header& each : response.headers) {
        if (!is_clean(each.name) || !is_clean(each.value)) return false;
    }
    return is_clean(response.content_type);
}

// The one place where a handler's exception ends. Its text may quote data: it is not logged.
template <typename Work>
Response answer_of(Work work) {
    try {
        Response response = work();
        if (has_clean_headers(response)) return response;
        base::log::error("a handler answered with a line break in a header");
    } catch (...) {
        base::log::error("a handler threw");
    }
    return to_response(Problem::Internal);
}

// Goes on upon the executor where it was called.
asio::awaitable<Finish> when_ready(Later later) {
    const auto begin = [](auto handler, const Later& when) {
        // std::function wants to be copied; a completion handler cannot be.
        const auto kept = std::make_shared<decltype(handler)>(std::move(handler));
        when([kept](Finish finish) {
            asio::post(asio::get_associated_executor(*kept),
                       [kept, finish = std::move(finish)] { std::move (*kept)(finish); });
        });
    };
    return asio::async_initiate<const asio::use_awaitable_t<>&, void(Finish)>(
        begin, asio::use_awaitable, std::move(later));
}

}  // namespace

Workers::Workers(std::size_t threads, std::size_t waiting_max, Handler handler)
    : handler_(std::move(handler)), waiting_max_(waiting_max), pool_(threads) {}

asio::awaitable<Response> Workers::answer(Request request) {
    if (waiting_ >= waiting_max_) co_return to_response(Problem::Busy);
    ++waiting_;
    Response response =
        co_await asio::co_spawn(pool_, run(std::move(request)), asio::use_awaitable);
    --waiting_;
    co_return response;
}

asio::awaitable<Response> Workers::run(Request request) {
    Response response = answer_of([&] { return handler_(std::move(request)); });
    while (response.later) {
        const Finish finish = co_await when_ready(std::move(response.later));
        response = answer_of(finish);
    }
    co_return response;
}

}  // namespace http
