#include "tests/proxy/lane.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace proxy {

namespace {

constexpr std::size_t kPacketBytes = 1400;
constexpr std::size_t kBufferBytes = 256 * 1024;

Time now() {
    return std::chrono::steady_clock::now();
}

std::chrono::nanoseconds time_for(std::size_t bytes, double bytes_per_s) {
    if (bytes_per_s <= 0) return std::chrono::nanoseconds(0);
    return std::chrono::nanoseconds(
        static_cast<std::int64_t>(static_cast<double>(bytes) * 1e9 / bytes_per_s));
}

}  // namespace

// SplitMix64, so that a run can be repeated.
bool Lane::is_lost() {
    std::uint64_t x = random_ += 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
    x ^= x >> 31U;
    return static_cast<double>(x >> 11U) / 9007199254740992.0 < link_.loss;
}

Time Lane::arrival_of(std::size_t bytes) {
    free_at_ = std::max(free_at_, now()) + time_for(bytes, link_.bytes_per_s);
    Time arrival = free_at_ + link_.latency;
    while (link_.loss > 0 && is_lost()) arrival += link_.resend;
    last_arrival_ = std::max(last_arrival_, arrival);
    return last_arrival_;
}

void Lane::put(std::string bytes) {
    std::unique_lock lock(mutex_);
    for (std::size_t at = 0; at < bytes.size(); at += kPacketBytes) {
        changed_.wait(lock, [this] { return bytes_under_way_ < kBufferBytes || has_ended_; });
        if (has_ended_) return;
        std::string packet = bytes.substr(at, kPacketBytes);
        bytes_under_way_ += packet.size();
        const Time arrival = arrival_of(packet.size());
        under_way_.push_back({arrival, std::move(packet)});
        changed_.notify_all();
    }
}

void Lane::end() {
    const std::lock_guard lock(mutex_);
    has_ended_ = true;
    changed_.notify_all();
}

std::optional<std::string> Lane::take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !under_way_.empty() || has_ended_; });
    if (under_way_.empty()) return std::nullopt;
    Packet packet = std::move(under_way_.front());
    under_way_.pop_front();
    lock.unlock();
    std::this_thread::sleep_until(packet.arrival);
    lock.lock();
    bytes_under_way_ -= packet.bytes.size();
    changed_.notify_all();
    return std::move(packet.bytes);
}

}  // namespace proxy
