// Bare TCP connections to a server on loopback, many at once: idle, or uploading slowly.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

namespace figures {

// As many as this process may have open; fewer than wished where the system's limit is lower.
class ManyLines {
public:
    ManyLines(std::uint16_t port, int wished);
    ~ManyLines();
    ManyLines(const ManyLines&) = delete;
    ManyLines& operator=(const ManyLines&) = delete;

    int count() const { return static_cast<int>(sockets_.size()); }
    // Each begins a large upload and goes on at `bytes_per_second` until this goes.
    void upload(int bytes_per_second);

private:
    std::vector<int> sockets_;
    std::atomic<bool> is_stopping_ = false;
    std::thread trickle_;
};

}  // namespace figures
