#include "sync-server/console/errands.h"

#include "shared/base/log.h"

#include <utility>

namespace console {

using base::Status;

namespace {

// Given back however the work ends.
template <typename Semaphore>
struct Place {
    Semaphore& taken;
    ~Place() { taken.release(); }
};

}  // namespace

Errands::Errands(Open open, AtOnce at_once, const base::Clock& clock)
    : open_(std::move(open)), at_once_(std::move(at_once)), clock_(clock) {
    if (open_) thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

Errands::~Errands() = default;  // the thread is asked to stop, and waited for

void Errands::ask(const std::string& name, Work work) {
    if (!open_) {
        at_once_([&](db::Connection& connection) { end(name, work(connection)); });
        return;
    }
    const std::lock_guard guard(lock_);
    Standing& standing = standings_[name];
    if (standing.is_under_way) return;
    standing.is_under_way = true;
    waiting_.emplace_back(name, std::move(work));
    woken_.notify_one();
}

Status Errands::beside(const Work& work) {
    if (!beside_.try_acquire()) {
        return base::Error{base::ErrorCode::Refused,
                           "others are having figures counted; try again in a minute"};
    }
    const Place<decltype(beside_)> place{beside_};
    Status done = base::Done{};
    if (!open_) {
        at_once_([&](db::Connection& connection) { done = work(connection); });
        return done;
    }
    TRY_LET(connection, open_());
    return work(connection);
}

bool Errands::is_done_within(const std::string& name, std::chrono::milliseconds patience) {
    std::unique_lock lock(lock_);
    return ended_.wait_for(lock, patience, [&] { return !standings_[name].is_under_way; });
}

Errands::Standing Errands::of(const std::string& name) {
    const std::lock_guard guard(lock_);
    return standings_[name];
}

void Errands::end(const std::string& name, const Status& done) {
    if (!done.ok()) base::log::error("an errand failed: " + name + ": " + done.error().message);
    const std::lock_guard guard(lock_);
    standings_[name] = {false, clock_.now(), done.ok() ? std::string() : done.error().message};
    ended_.notify_all();
}

void Errands::run(const std::stop_token& stop) {
    for (;;) {
        std::pair<std::string, Work> next;
        {
            std::unique_lock lock(lock_);
            const bool has_one = woken_.wait(lock, stop, [this] { return !waiting_.empty(); });
            if (!has_one || stop.stop_requested()) return;
            next = std::move(waiting_.front());
            waiting_.pop_front();
        }
        auto connection = open_();
        end(next.first, connection.ok() ? next.second(connection.value())
                                        : Status(std::move(connection).error()));
    }
}

}  // namespace console
