#include <openssl/ssl.h>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>

#include "sync-server/http/stream_connection.h"

namespace http {

using base::Error;
using base::ErrorCode;

namespace {

namespace ssl = asio::ssl;
using TlsStream = ssl::stream<boost::beast::tcp_stream>;

class TlsConnection final : public StreamConnection<TlsStream> {
public:
    TlsConnection(asio::ip::tcp::socket socket, TlsContext context)
        : StreamConnection(boost::beast::tcp_stream(std::move(socket)), *context),
          context_(std::move(context)) {}

    asio::awaitable<bool> begin(TimePoint deadline) override {
        timed().expires_at(deadline);
        const auto [error] = co_await stream_.async_handshake(ssl::stream_base::server, kAwait);
        is_begun_ = !error;
        co_return is_begun_;
    }

    asio::awaitable<void> end() override {
        if (is_begun_) {
            timed().expires_after(kEndTimeMax);
            co_await stream_.async_shutdown(kAwait);
        }
        co_await drain();
    }

private:
    TlsContext context_;
    bool is_begun_ = false;
};

boost::system::error_code take_identity(ssl::context& context, const std::string& certificate_pem,
                                        const std::string& key_pem) {
    boost::system::error_code error;
    context.use_certificate_chain(asio::buffer(certificate_pem), error);
    if (!error) context.use_private_key(asio::buffer(key_pem), ssl::context::pem, error);
    return error;
}

// Tickets hold a session at the client's, so the server keeps none; idle connections give their
// buffers back; one ticket is enough for a device that resumes one connection.
void be_frugal(SSL_CTX* context) {
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_num_tickets(context, 1);
}

}  // namespace

base::Result<TlsContext> make_tls_context(const std::string& certificate_pem,
                                          const std::string& key_pem) {
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    SSL_CTX* native = context->native_handle();
    if (SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION) != 1) {
        return Error{ErrorCode::Unsupported, "this computer's OpenSSL has no TLS 1.2"};
    }
    be_frugal(native);
    if (take_identity(*context, certificate_pem, key_pem) ||
        SSL_CTX_check_private_key(native) != 1) {
        return Error{ErrorCode::Malformed,
                     "the server's certificate and key cannot be read or do not belong together"};
    }
    return context;
}

std::unique_ptr<Connection> make_tls_connection(asio::ip::tcp::socket socket,
                                                const TlsContext& context) {
    return std::make_unique<TlsConnection>(std::move(socket), context);
}

}  // namespace http
