#include "sync-server/http/stream_connection.h"

namespace http {

namespace {

class PlainConnection final : public StreamConnection<boost::beast::tcp_stream> {
public:
    using StreamConnection::StreamConnection;
    asio::awaitable<bool> begin(TimePoint) override { co_return true; }
    asio::awaitable<void> end() override { return drain(); }
};

}  // namespace

std::unique_ptr<Connection> make_plain_connection(asio::ip::tcp::socket socket) {
    return std::make_unique<PlainConnection>(std::move(socket));
}

}  // namespace http
