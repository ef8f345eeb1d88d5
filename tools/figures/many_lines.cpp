#include "tools/figures/many_lines.h"

#include <arpa/inet.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <chrono>

namespace figures {

namespace {

constexpr int kSendsPerSecond = 10;

void raise_descriptor_limit() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

// -1: there is no room for another.
int connected(std::uint16_t port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (socket < 0) return -1;
    if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
        return socket;
    }
    ::close(socket);
    return -1;
}

void send_all(int socket, const std::string& bytes) {
    static_cast<void>(::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL));
}

}  // namespace

ManyLines::ManyLines(std::uint16_t port, int wished) {
    raise_descriptor_limit();
    for (int i = 0; i < wished; ++i) {
        const int socket = connected(port);
        if (socket < 0) return;
        sockets_.push_back(socket);
    }
}

ManyLines::~ManyLines() {
    is_stopping_ = true;
    if (trickle_.joinable()) trickle_.join();
    for (const int socket : sockets_) ::close(socket);
}

void ManyLines::upload(int bytes_per_second) {
    int number = 0;
    for (const int socket : sockets_) {
        send_all(socket, "POST /v1/sync HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer slow-" +
                             std::to_string(number++) + "\r\nContent-Length: 4000000\r\n\r\n");
    }
    const std::string piece(static_cast<std::size_t>(bytes_per_second / kSendsPerSecond), 'x');
    trickle_ = std::thread([this, piece] {
        while (!is_stopping_) {
            for (const int socket : sockets_) send_all(socket, piece);
            std::this_thread::sleep_for(std::chrono::milliseconds(1000 / kSendsPerSecond));
        }
    });
}

}  // namespace figures
