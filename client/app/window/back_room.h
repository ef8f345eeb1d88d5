// One thread that does, one after the other, what the window must not wait for. What it finds out
// is handed over as a function that the window's thread runs in its next frame.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace client_app {

class BackRoom {
public:
    // `ring` is called from the back room's thread when something is ready to be taken.
    explicit BackRoom(std::function<void()> ring);
    ~BackRoom();  // finishes the job at hand; jobs not begun are dropped
    BackRoom(const BackRoom&) = delete;
    BackRoom& operator=(const BackRoom&) = delete;

    using Handover = std::function<void()>;
    void ask(std::function<void()> job);
    void hand_over(Handover found);  // from a job
    void take_handovers();           // by the window's thread: runs what is ready
    // Waits until everything asked for so far is done. For tests and for closing.
    void finish();

private:
    void work();

    std::function<void()> ring_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> jobs_;
    std::deque<Handover> ready_;
    bool is_busy_ = false, is_closing_ = false;
    std::thread thread_;
};

}  // namespace client_app
