#include "sync-server/app/serving/one_writer.h"

#include "shared/base/log.h"

namespace server_app {

using accept::Reply;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

// A commit costs the disk as much for one laptop that was seen as for a hundred.
constexpr std::chrono::seconds kNotesWait{2};

std::size_t bytes_of(const accept::Incoming& request) {
    return request.token.size() + request.body.size();
}

// A service that throws has no memory left; its transaction was undone on the way.
template <typename Work>
std::vector<Result<Reply>> guarded(std::size_t count, Work work) {
    try {
        return work();
    } catch (const std::exception&) {
        return std::vector<Result<Reply>>(count,
                                          Error{ErrorCode::Storage, "no memory for a request"});
    }
}

}  // namespace

OneWriter::OneWriter(accept::Service& service, const WriterLimits& limits)
    : service_(service), limits_(limits), thread_([this] { run(); }) {}

OneWriter::~OneWriter() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    something_.notify_one();
    thread_.join();
}

bool OneWriter::sync(accept::Incoming request, Answered answered) {
    return put({Door::Sync, std::move(request), std::move(answered)});
}

bool OneWriter::enrol(std::string body, Answered answered) {
    return put({Door::Enrol, {"", std::move(body)}, std::move(answered)});
}

// The largest request there is must find a place where nothing else waits.
bool OneWriter::put(Errand errand) {
    const std::size_t bytes = bytes_of(errand.request);
    {
        const std::lock_guard lock(mutex_);
        const bool is_full = waiting_.size() >= limits_.waiting_max ||
                             waiting_bytes_ + bytes > limits_.waiting_bytes_max;
        if (is_full && !waiting_.empty()) return false;
        waiting_bytes_ += bytes;
        waiting_.push_back(std::move(errand));
    }
    something_.notify_one();
    return true;
}

void OneWriter::note(const accept::Seen& seen) {
    const std::lock_guard lock(mutex_);
    if (notes_.empty()) notes_due_ = std::chrono::steady_clock::now() + kNotesWait;
    notes_.push_back(seen);
    something_.notify_one();
}

bool OneWriter::has_due_notes() const {
    if (notes_.empty()) return false;
    return is_stopping_ || std::chrono::steady_clock::now() >= notes_due_;
}

void OneWriter::run() {
    for (;;) {
        std::vector<Errand> errands = next();
        if (!errands.empty()) write(errands);
        write_notes();
        if (is_idle() && !service_.tidy().ok()) base::log::error("the log cannot be shortened");
        const std::lock_guard lock(mutex_);
        if (is_stopping_ && waiting_.empty() && notes_.empty()) return;
    }
}

bool OneWriter::is_idle() {
    const std::lock_guard lock(mutex_);
    return !has_work();
}

// Those whose turn it is: one enrolment, or requests for one commit. None: only notes, or the end.
std::vector<OneWriter::Errand> OneWriter::next() {
    std::unique_lock lock(mutex_);
    something_.wait(lock, [this] { return has_work() || !notes_.empty(); });
    if (!has_work()) something_.wait_until(lock, notes_due_, [this] { return has_work(); });
    std::vector<Errand> errands;
    std::size_t bytes = 0;
    while (!waiting_.empty()) {
        const Errand& first = waiting_.front();
        bytes += bytes_of(first.request);
        const bool fits = first.door == Door::Sync && bytes <= limits_.commit_bytes_max;
        if (!errands.empty() && !fits) break;
        waiting_bytes_ -= bytes_of(first.request);
        errands.push_back(std::move(waiting_.front()));
        waiting_.pop_front();
        if (errands.back().door == Door::Enrol) break;
    }
    return errands;
}

void OneWriter::write(std::vector<Errand>& errands) {
    auto replies = guarded(errands.size(), [&]() -> std::vector<Result<Reply>> {
        const std::lock_guard turn(turn_);
        if (errands.front().door == Door::Enrol) {
            return {service_.enrol(errands.front().request.body)};
        }
        std::vector<accept::Incoming> requests;
        for (Errand& each : errands) requests.push_back(std::move(each.request));
        return service_.handle(requests);
    });
    for (std::size_t i = 0; i < errands.size(); ++i) {
        errands[i].answered(std::move(replies[i]));
    }
}

void OneWriter::write_notes() {
    std::vector<accept::Seen> notes;
    {
        const std::lock_guard lock(mutex_);
        if (!has_due_notes()) return;
        notes.swap(notes_);
    }
    const std::lock_guard turn(turn_);
    const base::Status noted = service_.note(notes);
    if (!noted.ok()) base::log::error("laptops were seen, and it was not noted down");
}

}  // namespace server_app
