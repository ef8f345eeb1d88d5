// A proxy on loopback between a laptop and its server, as slow and as faulty as it is told.
//
// A thread of its own listens, and each connection has a few. What a connection suffers is decided
// when it begins. Everything ends with the destructor.
#pragma once

#include "tests/proxy/lane.h"

#include <atomic>
#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <string>
#include <thread>

namespace proxy {

// What one connection suffers. Bytes are counted both ways together.
struct Fate {
    std::optional<std::size_t> cut_after;    // then both sides see the connection end
    std::optional<std::size_t> stall_after;  // then nothing comes for `stall`
    Milliseconds stall{0};
    bool is_refused = false;  // taken and closed at once
};

class Proxy {
public:
    // `port` of the server on loopback; `own`: where to listen, 0: any that is free. `fate` is
    // asked with the number of the connection, from 1, on the proxy's thread.
    explicit Proxy(int port, Link link = {}, std::function<Fate(int)> fate = {}, int own = 0);
    ~Proxy();
    Proxy(const Proxy&) = delete;
    Proxy& operator=(const Proxy&) = delete;

    int port() const { return port_; }
    int connections() const { return connections_; }
    // Bytes that went through, TLS and all.
    std::size_t bytes_up() const { return bytes_up_; }
    std::size_t bytes_down() const { return bytes_down_; }

private:
    class Carried;
    void listen();
    void carry(int client);

    int server_port_;
    Link link_;
    std::function<Fate(int)> fate_;
    int socket_ = -1;
    int port_ = 0;
    std::atomic<int> connections_ = 0;
    std::atomic<std::size_t> bytes_up_ = 0;
    std::atomic<std::size_t> bytes_down_ = 0;
    std::atomic<bool> is_ending_ = false;
    std::list<std::unique_ptr<Carried>> carried_;
    std::thread thread_;
};

}  // namespace proxy
