// What plain and TLS connections have in common. Included by their two .cpp files only.
#pragma once

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <utility>

#include "sync-server/http/connection.h"

namespace http {

inline constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);

// How long and how much is read after the goodbye.
inline constexpr std::chrono::seconds kEndTimeMax{5};
inline constexpr std::size_t kEndBytesMax = 16 * 1024 * 1024;

template <typename Stream>
class StreamConnection : public Connection {
public:
    template <typename... Arguments>
    explicit StreamConnection(Arguments&&... arguments)
        : stream_(std::forward<Arguments>(arguments)...) {
        boost::system::error_code ignored;
        socket().set_option(asio::ip::tcp::no_delay(true), ignored);
    }

    asio::awaitable<std::size_t> read_some(char* to, std::size_t count,
                                           TimePoint deadline) override {
        timed().expires_at(deadline);
        const auto [error, read] =
            co_await stream_.async_read_some(asio::buffer(to, count), kAwait);
        co_return error ? 0 : read;
    }

    asio::awaitable<bool> write_all(std::string_view bytes, Milliseconds stall_max) override {
        while (!bytes.empty()) {
            timed().expires_after(stall_max);
            const auto [error, written] =
                co_await stream_.async_write_some(asio::buffer(bytes), kAwait);
            if (error) co_return false;
            bytes.remove_prefix(written);
        }
        co_return true;
    }

    void cut() override { timed().close(); }

protected:
    boost::beast::tcp_stream& timed() { return boost::beast::get_lowest_layer(stream_); }
    asio::ip::tcp::socket& socket() { return timed().socket(); }

    asio::awaitable<void> drain() {
        boost::system::error_code error;
        socket().shutdown(asio::ip::tcp::socket::shutdown_send, error);
        std::array<char, 4096> rest;
        timed().expires_after(kEndTimeMax);
        for (std::size_t total = 0; !error && total < kEndBytesMax;) {
            const auto [failed, read] =
                co_await timed().async_read_some(asio::buffer(rest), kAwait);
            error = failed;
            total += read;
        }
        timed().close();
    }

    Stream stream_;
};

}  // namespace http
