// One direction of a connection: bytes go in at one end and come out at the other when a link of
// this speed would have brought them.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>

namespace proxy {

using Milliseconds = std::chrono::milliseconds;
using Time = std::chrono::steady_clock::time_point;

// How the way is. As it stands: as good as loopback.
struct Link {
    double bytes_per_s = 0;   // each way; 0: without a limit
    Milliseconds latency{0};  // one way
    double loss = 0;          // of packets; what is lost comes after `resend` more
    Milliseconds resend{0};
    std::uint64_t seed = 1;
};

class Lane {
public:
    Lane(const Link& link, std::uint64_t seed) : link_(link), random_(seed) {}

    // Waits while more is under way than a socket would buffer.
    void put(std::string bytes);
    void end();  // nothing more is put in
    // What has arrived, waiting for it; nullopt: the end.
    std::optional<std::string> take();

private:
    struct Packet {
        Time arrival;
        std::string bytes;
    };
    Time arrival_of(std::size_t bytes);
    bool is_lost();

    const Link link_;
    std::uint64_t random_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Packet> under_way_;
    std::size_t bytes_under_way_ = 0;
    Time free_at_{};       // the link carries one packet after the other
    Time last_arrival_{};  // and none overtakes another
    bool has_ended_ = false;
};

}  // namespace proxy
