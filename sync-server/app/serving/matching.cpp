#include "sync-server/app/serving/matching.h"

#include "shared/base/log.h"
#include "sync-server/app/centre.h"
#include "sync-server/merge/scanning.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/records/imports.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace server_app {

namespace {

constexpr auto kQuiet = std::chrono::seconds(5);         // a batch's records come close together
constexpr std::int64_t kSweepMs = 3'600'000;             // what somebody looked at and left
constexpr auto kAfterTrouble = std::chrono::minutes(5);  // a full disk is not cured in seconds

void wait(const std::stop_token& stop, std::chrono::seconds time) {
    std::mutex mutex;
    std::condition_variable_any stopped;
    std::unique_lock lock(mutex);
    stopped.wait_for(lock, stop, time, [] { return false; });
}

}  // namespace

base::Result<std::unique_ptr<Matching>> Matching::start(const std::string& data, Turn& turn,
                                                        Also also) {
    return std::unique_ptr<Matching>(new Matching(data, turn, std::move(also)));
}

Matching::Matching(std::string data, Turn& turn, Also also)
    : data_(std::move(data)),
      turn_(turn),
      also_(std::move(also)),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

Matching::~Matching() {
    thread_.request_stop();
}

void Matching::run(const std::stop_token& stop) {
    auto connection = server_store::open_database(database_path(data_), false);
    if (!connection.ok()) return base::log::error("comparing: " + connection.error().message);
    base::Instant swept{0};
    const merge::Alone alone = [this](const merge::Work& work) {
        const std::lock_guard guard(turn_);
        return work();
    };
    while (!stop.stop_requested()) {
        wait(stop, kQuiet);
        if (stop.stop_requested()) return;
        if (also_) {
            const auto also = also_(connection.value());
            if (!also.ok()) base::log::error("a quiet moment: " + also.error().message);
        }
        const base::Instant now = clock_.now();
        if (now.unix_ms - swept.unix_ms >= kSweepMs) {
            swept = now;
            const auto dropped = server_store::drop_old_import_drafts(connection.value(), now);
            if (!dropped.ok()) base::log::error("old lists: " + dropped.error().message);
        }
        const auto done = merge::work_in_background(
            connection.value(), clock_, [&stop] { return stop.stop_requested(); }, alone);
        if (done.ok() || db::is_busy(done.error())) continue;
        base::log::error("comparing: " + done.error().message);
        wait(stop, kAfterTrouble);
    }
}

}  // namespace server_app
