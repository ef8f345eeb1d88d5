// Whose turn it is to write: in order of arrival. SQLite's own lock is asked for again and again by
// whoever waits, so that one who comes rarely, a page, might never get it beside one who always has
// something to write.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace server_app {

// As a std::mutex is locked, by std::lock_guard; not twice by one thread.
class Turn {
public:
    void lock() {
        std::unique_lock guard(mutex_);
        const std::uint64_t mine = last_++;
        changed_.wait(guard, [&] { return mine == now_; });
    }
    void unlock() {
        {
            const std::lock_guard guard(mutex_);
            ++now_;
        }
        changed_.notify_all();
    }
    // Those who have the turn, and wait for it.
    std::uint64_t in_line() {
        const std::lock_guard guard(mutex_);
        return last_ - now_;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::uint64_t last_ = 0;  // the next number to be drawn
    std::uint64_t now_ = 0;   // whose turn it is
};

}  // namespace server_app
