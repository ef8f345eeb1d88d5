#include "tests/proxy/proxy.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <array>
#include <stdexcept>

namespace proxy {

namespace {

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

void no_delay(int socket) {
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

int connected(int port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
        no_delay(socket);
        return socket;
    }
    ::close(socket);
    return -1;
}

bool send_all(int socket, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

}  // namespace

// A connection and its way on to the server.
class Proxy::Carried {
public:
    Carried(Proxy& proxy, int client, int server, const Fate& fate, std::uint64_t seed)
        : proxy_(proxy),
          client_(client),
          server_(server),
          fate_(fate),
          up_(proxy.link_, 2 * seed),
          down_(proxy.link_, 2 * seed + 1) {
        threads_[0] = std::thread([this] { read(client_, up_, proxy_.bytes_up_); });
        threads_[1] = std::thread([this] { write(up_, server_); });
        threads_[2] = std::thread([this] { read(server_, down_, proxy_.bytes_down_); });
        threads_[3] = std::thread([this] { write(down_, client_); });
    }
    ~Carried() {
        cut();
        ::shutdown(client_, SHUT_WR);
        ::shutdown(server_, SHUT_WR);
        for (std::thread& each : threads_) each.join();
        ::close(client_);
        ::close(server_);
    }
    Carried(const Carried&) = delete;
    Carried& operator=(const Carried&) = delete;
    bool is_over() const { return running_ == 0; }

private:
    // What passed before goes on to its end, and there both sides see the connection end.
    void cut() {
        ::shutdown(client_, SHUT_RD);
        ::shutdown(server_, SHUT_RD);
        up_.end();
        down_.end();
    }

    // How many of these bytes still pass.
    std::size_t pass(std::size_t count) {
        const std::size_t before = passed_.fetch_add(count);
        const bool stalls = fate_.stall_after && before <= *fate_.stall_after &&
                            *fate_.stall_after < before + count;
        if (stalls) std::this_thread::sleep_for(fate_.stall);
        if (!fate_.cut_after || before + count <= *fate_.cut_after) return count;
        return *fate_.cut_after > before ? *fate_.cut_after - before : 0;
    }

    void read(int from, Lane& lane, std::atomic<std::size_t>& counted) {
        std::array<char, 16 * 1024> bytes;
        while (true) {
            const ssize_t count = ::recv(from, bytes.data(), bytes.size(), 0);
            if (count <= 0) break;
            const std::size_t passing = pass(static_cast<std::size_t>(count));
            counted += passing;
            lane.put(std::string(bytes.data(), passing));
            if (passing == static_cast<std::size_t>(count)) continue;
            cut();
            break;
        }
        lane.end();
        --running_;
    }

    void write(Lane& lane, int to) {
        while (auto bytes = lane.take()) {
            if (!send_all(to, *bytes)) break;
        }
        ::shutdown(to, SHUT_WR);
        --running_;
    }

    Proxy& proxy_;
    int client_;
    int server_;
    Fate fate_;
    Lane up_;
    Lane down_;
    std::atomic<std::size_t> passed_ = 0;
    std::atomic<int> running_ = 4;
    std::array<std::thread, 4> threads_;
};

Proxy::Proxy(int port, Link link, std::function<Fate(int)> fate, int own)
    : server_port_(port), link_(link), fate_(std::move(fate)) {
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(socket_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address = loopback(own);
    socklen_t size = sizeof address;
    const bool is_listening =
        ::bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
        ::listen(socket_, 64) == 0 &&
        ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    if (!is_listening) throw std::runtime_error("the proxy cannot listen");
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { listen(); });
}

Proxy::~Proxy() {
    is_ending_ = true;
    ::shutdown(socket_, SHUT_RDWR);
    thread_.join();
    ::close(socket_);
}

void Proxy::listen() {
    while (!is_ending_) {
        const int client = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0) continue;
        carried_.remove_if([](const auto& each) { return each->is_over(); });
        carry(client);
    }
    carried_.clear();
}

void Proxy::carry(int client) {
    const int number = ++connections_;
    const Fate fate = fate_ ? fate_(number) : Fate{};
    const int server = fate.is_refused ? -1 : connected(server_port_);
    if (server < 0) {
        ::close(client);
        return;
    }
    no_delay(client);
    const std::uint64_t seed = link_.seed * 1000 + static_cast<std::uint64_t>(number);
    carried_.push_back(std::make_unique<Carried>(*this, client, server, fate, seed));
}

}  // namespace proxy
