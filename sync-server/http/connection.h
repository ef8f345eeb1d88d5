// One connection as a stream of bytes with deadlines, plain or TLS. Used by the io thread only.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace boost::asio::ssl {
class context;
}

namespace http {

namespace asio = boost::asio;
using Milliseconds = std::chrono::milliseconds;
using TimePoint = std::chrono::steady_clock::time_point;

class Connection {
public:
    virtual ~Connection() = default;
    // The TLS handshake, if there is one.
    virtual asio::awaitable<bool> begin(TimePoint deadline) = 0;
    // The number of bytes that came; 0: the other side ended, failed or was too slow.
    virtual asio::awaitable<std::size_t> read_some(char* to, std::size_t count,
                                                   TimePoint deadline) = 0;
    // False if the other side is gone, or took not one byte in `stall_max`.
    virtual asio::awaitable<bool> write_all(std::string_view bytes, Milliseconds stall_max) = 0;
    // Says goodbye and reads on for a moment what still comes: closing a socket with unread bytes
    // would destroy an answer that is on its way.
    virtual asio::awaitable<void> end() = 0;
    // Ends at once whatever is under way.
    virtual void cut() = 0;
};

std::unique_ptr<Connection> make_plain_connection(asio::ip::tcp::socket socket);

using TlsContext = std::shared_ptr<asio::ssl::context>;
// TLS 1.2 and later, sessions resumed by tickets.
base::Result<TlsContext> make_tls_context(const std::string& certificate_pem,
                                          const std::string& key_pem);
std::unique_ptr<Connection> make_tls_connection(asio::ip::tcp::socket socket,
                                                const TlsContext& context);

}  // namespace http
