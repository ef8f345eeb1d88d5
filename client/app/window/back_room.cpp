#include "client/app/window/back_room.h"

#include <chrono>
#include <utility>

namespace client_app {

namespace {

constexpr std::chrono::milliseconds kFrameShare{4};

}  // namespace

BackRoom::BackRoom(std::function<void()> ring)
    : ring_(std::move(ring)), thread_([this] { work(); }) {}

BackRoom::~BackRoom() {
    {
        const std::lock_guard lock(mutex_);
        is_closing_ = true;
        jobs_.clear();
    }
    changed_.notify_all();
    thread_.join();
}

void BackRoom::ask(std::function<void()> job) {
    {
        const std::lock_guard lock(mutex_);
        jobs_.push_back(std::move(job));
    }
    changed_.notify_all();
}

void BackRoom::hand_over(Handover found) {
    {
        const std::lock_guard lock(mutex_);
        ready_.push_back(std::move(found));
    }
    ring_();
}

// What is left over when the frame's share of time is used up is taken by the next frame.
void BackRoom::take_handovers() {
    using Clock = std::chrono::steady_clock;
    const auto until = Clock::now() + kFrameShare;
    for (;;) {
        Handover found;
        {
            const std::lock_guard lock(mutex_);
            if (ready_.empty()) return;
            found = std::move(ready_.front());
            ready_.pop_front();
        }
        found();
        if (Clock::now() >= until) break;
    }
    ring_();
}

void BackRoom::finish() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return jobs_.empty() && !is_busy_; });
}

void BackRoom::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return is_closing_ || !jobs_.empty(); });
        if (is_closing_) return;
        const std::function<void()> job = std::move(jobs_.front());
        jobs_.pop_front();
        is_busy_ = true;
        lock.unlock();
        job();
        lock.lock();
        is_busy_ = false;
        changed_.notify_all();
    }
}

}  // namespace client_app
