// Long work of the pages, done where nobody waits for it: a backup, the figures of a month. One
// errand after the other, on a connection of their own; whoever asked may leave.
#pragma once

#include "shared/base/clock.h"
#include "shared/db/connection.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <semaphore>
#include <string>
#include <thread>

namespace console {

class Errands {
public:
    using Open = std::function<base::Result<db::Connection>()>;
    using Work = std::function<base::Status(db::Connection&)>;

    // Without a thread of its own (`open` is empty) an errand is done at once, by `at_once`.
    using AtOnce = std::function<void(const std::function<void(db::Connection&)>& work)>;
    Errands(Open open, AtOnce at_once, const base::Clock& clock);
    // Waits for the one that is under way; the others are dropped.
    ~Errands();
    Errands(const Errands&) = delete;
    Errands& operator=(const Errands&) = delete;

    // One of that name that waits or is under way is not asked for twice.
    void ask(const std::string& name, Work work);

    // Waits until the errand of that name is done, but no longer than that. False: it is not.
    bool is_done_within(const std::string& name, std::chrono::milliseconds patience);

    // Done now, while the caller waits, on a connection of its own: the one that pages write with
    // stays free meanwhile. Two at most: whoever waits holds one of the workers that laptops need,
    // too. Refused beyond that.
    base::Status beside(const Work& work);

    struct Standing {
        bool is_under_way = false;  // or waits for its turn
        std::optional<base::Instant> ended_at;
        std::string problem;  // of the last time; empty: it went well
    };
    Standing of(const std::string& name);

private:
    void run(const std::stop_token& stop);
    void end(const std::string& name, const base::Status& done);

    static constexpr std::ptrdiff_t kBesideMax = 2;

    Open open_;
    AtOnce at_once_;
    const base::Clock& clock_;
    std::mutex lock_;
    std::condition_variable_any woken_;
    std::condition_variable_any ended_;
    std::deque<std::pair<std::string, Work>> waiting_;
    std::map<std::string, Standing> standings_;
    std::counting_semaphore<kBesideMax> beside_{kBesideMax};
    std::jthread thread_;
};

}  // namespace console
