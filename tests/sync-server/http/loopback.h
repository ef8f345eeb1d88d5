// A server on loopback and the two ways to speak to it: as a device does, and byte by byte.
#pragma once

#include "client/sync/http_transport.h"
#include "shared/base/clock.h"
#include "sync-server/http/server.h"
#include "sync-server/http/tls_identity.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <atomic>
#include <memory>
#include <string>
#include <string_view>

namespace loopback {

// A bare TCP connection that writes and reads what it is told.
class Wire {
public:
    explicit Wire(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        is_open_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
        const timeval patience{10, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;
    ~Wire() { ::close(socket_); }

    bool is_open() const { return is_open_; }
    void send(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }
    void end_sending() { ::shutdown(socket_, SHUT_WR); }
    // What comes next, up to `stop` or the end of the connection.
    std::string read_until(std::string_view stop) {
        std::string text;
        while (text.find(stop) == std::string::npos) {
            char byte = 0;
            if (::recv(socket_, &byte, 1, 0) != 1) break;
            text += byte;
        }
        return text;
    }
    std::string read_all() { return read_until("\xff never sent \xff"); }
    // The connection ended, by FIN or by reset, within the patience of 10 s.
    bool has_ended() {
        char byte = 0;
        const ssize_t read = ::recv(socket_, &byte, 1, 0);
        return read == 0 || (read < 0 && errno != EAGAIN && errno != EWOULDBLOCK);
    }

private:
    int socket_;
    bool is_open_ = false;
};

inline std::unique_ptr<http::Server> start_plain(http::Handler handler, http::Limits limits = {}) {
    http::Config config;
    config.plain_http = true;
    config.limits = limits;
    return http::Server::start(config, std::move(handler)).value();
}

inline std::unique_ptr<http::Server> start_tls(const http::TlsIdentity& identity,
                                               http::Handler handler) {
    http::Config config;
    config.certificate_pem = identity.certificate_pem;
    config.key_pem = identity.key_pem;
    return http::Server::start(config, std::move(handler)).value();
}

inline std::string url_of(const http::Server& server, const std::string& scheme) {
    return scheme + "://127.0.0.1:" + std::to_string(server.port());
}

// Each is another device.
inline std::unique_ptr<sync_client::HttpTransport> device_of(const http::Server& server) {
    static std::atomic<int> next = 1000;
    sync_client::HttpSettings settings;
    settings.url = url_of(server, "http");
    settings.token = "token-of-43-characters-0123456789abcdef" + std::to_string(next++);
    return sync_client::HttpTransport::open(settings).value();
}

}  // namespace loopback
