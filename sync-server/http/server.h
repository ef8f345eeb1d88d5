// The listener: TLS or plain, HTTP/1.1 with keep-alive, limits everywhere.
//
// One thread does all waiting (a slow upload holds a coroutine and a few kB); handlers run on a
// small pool of workers and may block. Bad bytes are answered or dropped, they stop nothing.
#pragma once

#include "shared/base/result.h"
#include "shared/protocol/limits.h"
#include "sync-server/http/routes.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace http {

struct Limits {
    std::size_t body_bytes_max = protocol::kBodyBytesMax;
    std::uint32_t head_bytes_max = 8 * 1024;
    // Fewer where the system grants fewer open files.
    std::size_t connections_max = 10'000;
    // Of one address, so that one host cannot keep all others out. A whole health centre may come
    // from one address: thirty laptops, ten browsers with six connections each.
    std::size_t address_connections_max = 500;
    // All bodies together that are arriving or waiting; beyond it: "busy". 32 of the largest.
    std::size_t held_bytes_max = 256 * 1024 * 1024;
    // Of somebody who is not known here (Config::is_known), so that strangers hold no memory that
    // laptops need: of one body, of all that arrive from one address, and how long one may take.
    std::size_t stranger_bytes_max = 256 * 1024;
    std::size_t stranger_address_bytes_max = 4 * 1024 * 1024;
    std::chrono::milliseconds stranger_time_max{60'000};
    // Requests that wait for a worker; beyond it: "busy". At 5 ms each that is 5 s of waiting.
    std::size_t waiting_max = 1000;
    // The TLS handshake takes several ways there and back, each up to seconds on a bad link.
    std::chrono::milliseconds handshake_time_max{30'000};
    std::chrono::milliseconds head_time_max{10'000};   // from the first byte of a request
    std::chrono::milliseconds stall_time_max{30'000};  // without one byte, in a body either way
    std::chrono::milliseconds idle_time_max{60'000};   // between two requests
    std::chrono::milliseconds stop_time_max{10'000};   // for what was under way at stop()
};

// Is it one of ours who asks? Told by the head alone: its token or its cookie.
using IsKnown = std::function<bool(const Request& head)>;

struct Config {
    std::string address = "127.0.0.1";  // numeric, IPv4 or IPv6
    std::uint16_t port = 0;             // 0: any that is free
    bool plain_http = false;            // without TLS; only on a loopback address
    std::string certificate_pem;        // with its chain, if it has one
    std::string key_pem;
    std::size_t worker_threads = 4;
    // Asked by the one thread that waits, so it must be quick, and only where a stranger's limits
    // are reached. None: everybody is known.
    IsKnown is_known;
    Limits limits;
};

class Server {
public:
    // Listening when it returns. `handler` is called from several workers at once.
    static base::Result<std::unique_ptr<Server>> start(Config config, Handler handler);
    ~Server();  // stop()

    std::uint16_t port() const;
    // Takes no new connection or request, finishes those that have begun (within stop_time_max;
    // a handler is never interrupted), and returns when all is still. From any thread but a worker.
    void stop();

private:
    class Core;
    explicit Server(std::unique_ptr<Core> core);
    std::unique_ptr<Core> core_;
};

}  // namespace http
