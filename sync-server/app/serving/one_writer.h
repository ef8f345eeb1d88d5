// The one thread that writes what devices bring (DESIGN 7). Requests that came while a commit ran
// share the next one (shared/decisions/006-group-commit.md).
//
// Nobody is answered before the commit that holds his request (SYNC 5). Turns go by order of
// arrival; the listener lets a device have one request at a time, so none takes another's turns.
#pragma once

#include "sync-server/accept/service.h"
#include "sync-server/app/serving/turn.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace server_app {

struct WriterLimits {
    // Text that waits, unpacked: 90,000 visits, some 5 s of writing. Who comes later is told so at
    // once: a laptop that hears nothing for 30 s takes the line for dead and sends it all again.
    std::size_t waiting_bytes_max = 64 * 1024 * 1024;
    // Of requests that carry next to nothing; the listener's own queue holds no more.
    std::size_t waiting_max = 1000;
    // One commit: 2,700 visits, some 100 ms, beside which its one fdatasync (4 ms) is little. More
    // would save nothing and let the first wait for the last.
    std::size_t commit_bytes_max = 2 * 1024 * 1024;
};

class OneWriter {
public:
    // Called on the writer's thread, once: it must be brief.
    using Answered = std::function<void(base::Result<accept::Reply>)>;

    // Nobody else uses the service, or its connection, while this lives.
    explicit OneWriter(accept::Service& service, const WriterLimits& limits = {});
    ~OneWriter();  // finishes what it took
    OneWriter(const OneWriter&) = delete;
    OneWriter& operator=(const OneWriter&) = delete;

    // False: too much waits already; nothing was taken, `answered` will not be called.
    bool sync(accept::Incoming request, Answered answered);
    bool enrol(std::string body, Answered answered);
    // Written within seconds, many at once; may be lost with the power.
    void note(const accept::Seen& seen);
    // Taken for each commit; whoever else writes to the database takes it too, briefly.
    Turn& turn() { return turn_; }

private:
    enum class Door { Sync, Enrol };
    struct Errand {
        Door door;
        accept::Incoming request;
        Answered answered;
    };
    bool put(Errand errand);
    void run();
    std::vector<Errand> next();
    void write(std::vector<Errand>& errands);
    void write_notes();
    bool has_work() const { return !waiting_.empty() || is_stopping_; }
    bool has_due_notes() const;
    bool is_idle();

    accept::Service& service_;
    const WriterLimits limits_;
    Turn turn_;
    std::mutex mutex_;
    std::condition_variable something_;
    std::deque<Errand> waiting_;
    std::size_t waiting_bytes_ = 0;
    std::vector<accept::Seen> notes_;
    std::chrono::steady_clock::time_point notes_due_;  // if there are any
    bool is_stopping_ = false;
    std::thread thread_;  // last: it uses all the others
};

}  // namespace server_app
