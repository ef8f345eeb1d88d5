#include "sync-server/http/session.h"

#include <boost/asio/awaitable.hpp>
#include <map>
#include <utility>

#include "sync-server/http/parser.h"
#include "sync-server/http/problems.h"

namespace http {

namespace {

// The first read of a request waits, perhaps for a minute, in thousands of connections.
constexpr std::size_t kFirstReadBytes = 512;
constexpr std::size_t kReadBytes = 8 * 1024;
// More than this without a line's end is no head, chunk or trailer of anybody's.
constexpr std::size_t kUnusedBytesMax = 16 * 1024;
// A small body travels in the packet of its head.
constexpr std::size_t kOnePacketBytes = 16 * 1024;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

TimePoint after(Milliseconds time) {
    return std::chrono::steady_clock::now() + time;
}

// The bytes of one body, counted in the sum of all as they come and given back at the end.
class Held {
public:
    explicit Held(std::size_t& total) : total_(total) {}
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;
    ~Held() { total_ -= bytes_; }
    void set(std::size_t bytes) {
        total_ += bytes - bytes_;
        bytes_ = bytes;
    }

private:
    std::size_t& total_;
    std::size_t bytes_ = 0;
};

// Those of a stranger are counted by address, too, until she turns out to be known.
class HeldByStranger {
public:
    HeldByStranger(std::map<std::string, std::size_t>& by_address, const std::string& address)
        : by_address_(by_address), address_(address) {}
    HeldByStranger(const HeldByStranger&) = delete;
    HeldByStranger& operator=(const HeldByStranger&) = delete;
    ~HeldByStranger() { set(0); }
    // Of her address in all.
    std::size_t set(std::size_t bytes) {
        if (bytes == bytes_) return bytes == 0 ? 0 : by_address_[address_];
        std::size_t& total = by_address_[address_];
        total += bytes - bytes_;
        bytes_ = bytes;
        const std::size_t in_all = total;
        if (total == 0) by_address_.erase(address_);
        return in_all;
    }

private:
    std::map<std::string, std::size_t>& by_address_;
    const std::string& address_;
    std::size_t bytes_ = 0;
};

}  // namespace

struct Session::Incoming {
    Incoming(Shared& shared, const std::string& address)
        : parser(shared.limits),
          held(shared.held_bytes),
          held_by_stranger(shared.stranger_bytes, address),
          is_known(!shared.is_known),
          head_deadline(after(shared.limits.head_time_max)),
          stranger_deadline(after(shared.limits.stranger_time_max)) {}

    Parser parser;
    Held held;
    HeldByStranger held_by_stranger;
    bool is_known;
    Turns::Turn turn;
    bool has_turn = false;
    TimePoint head_deadline;
    TimePoint stranger_deadline;
    bool is_continued = false;
    bool is_gone = false;            // the other side; nobody is left to be answered
    std::optional<Problem> problem;  // answered instead of the request
    Response answer_to_problem() const {
        return parser.is_from_browser() ? to_page(*problem) : to_response(*problem);
    }
    bool is_over() const { return parser.is_done() || is_gone || problem; }
};

Session::Session(Shared& shared, std::unique_ptr<Connection> connection, std::string remote_address)
    : shared_(shared),
      connection_(std::move(connection)),
      remote_address_(std::move(remote_address)) {}

void Session::stop() {
    if (is_between_) cut();
}

asio::awaitable<void> Session::run() {
    const bool is_begun = co_await connection_->begin(after(shared_.limits.handshake_time_max));
    if (!is_begun) co_return;
    while (co_await serve_one()) {
    }
    co_await connection_->end();
}

// True if another request may follow.
asio::awaitable<bool> Session::serve_one() {
    if (!co_await wait_for_request()) co_return false;
    Incoming incoming(shared_, remote_address_);
    while (!incoming.is_over()) co_await read_request(incoming);
    if (incoming.is_gone) co_return false;
    if (incoming.problem) co_return co_await respond(incoming.answer_to_problem(), true);

    const bool keeps_alive = incoming.parser.keeps_alive();
    Request request = incoming.parser.take_request();
    request.remote_address = remote_address_;
    const bool with_body = request.method != "HEAD";
    incoming.turn.set_working(true);
    Response response = co_await shared_.workers->answer(std::move(request));
    incoming.turn.set_working(false);
    const bool is_last = !keeps_alive || shared_.is_stopping;
    co_return co_await respond(std::move(response), is_last, with_body);
}

asio::awaitable<bool> Session::wait_for_request() {
    if (buffer_.size() > 0) co_return !shared_.is_stopping;  // it came behind the one before
    buffer_.shrink_to_fit();
    is_between_ = true;
    if (shared_.is_stopping) co_return false;
    const auto space = buffer_.prepare(kFirstReadBytes);
    buffer_.commit(co_await connection_->read_some(static_cast<char*>(space.data()), space.size(),
                                                   after(shared_.limits.idle_time_max)));
    is_between_ = false;
    co_return buffer_.size() > 0;
}

asio::awaitable<void> Session::read_request(Incoming& incoming) {
    parse_more(incoming);
    if (incoming.is_over()) co_return;
    if (incoming.parser.has_head() && !incoming.is_continued) {
        incoming.is_continued = true;
        if (incoming.parser.expects_continue()) {
            co_await connection_->write_all(kContinue, shared_.limits.stall_time_max);
        }
    }
    incoming.is_gone = !co_await read_more(incoming);
}

void Session::parse_more(Incoming& incoming) {
    Parser& parser = incoming.parser;
    while (buffer_.size() > 0 && !parser.is_done() && !parser.problem()) {
        const auto bytes = buffer_.data();
        const std::size_t used = parser.put(static_cast<const char*>(bytes.data()), bytes.size());
        buffer_.consume(used);
        if (used == 0) break;
    }
    incoming.problem = parser.problem();
    if (!parser.is_done() && !incoming.problem && buffer_.size() > kUnusedBytesMax) {
        incoming.problem = Problem::MalformedRequest;
    }
    if (!parser.has_head() || incoming.problem) return;
    if (!incoming.has_turn) {
        incoming.has_turn = shared_.turns.take(incoming.turn, parser.bearer(), [this] { cut(); });
        if (!incoming.has_turn) incoming.problem = Problem::OneAtATime;
    }
    incoming.held.set(parser.body_bytes());
    if (shared_.held_bytes > shared_.limits.held_bytes_max) incoming.problem = Problem::Busy;
    if (!incoming.problem) limit_stranger(incoming);
}

// Who holds more than a stranger may, or longer, is asked once who she is.
void Session::limit_stranger(Incoming& incoming) {
    if (incoming.is_known) return;
    const Limits& limits = shared_.limits;
    const std::size_t bytes = incoming.parser.body_bytes();
    const std::size_t of_address = incoming.held_by_stranger.set(bytes);
    const bool is_large = bytes > limits.stranger_bytes_max;
    const bool is_late = std::chrono::steady_clock::now() > incoming.stranger_deadline;
    if (!is_large && !is_late && of_address <= limits.stranger_address_bytes_max) return;
    incoming.is_known = shared_.is_known(incoming.parser.head());
    if (incoming.is_known) {
        incoming.held_by_stranger.set(0);
    } else {
        incoming.problem = is_large ? Problem::BodyTooLarge : Problem::Busy;
    }
}

asio::awaitable<bool> Session::read_more(const Incoming& incoming) {
    const TimePoint deadline =
        incoming.parser.has_head() ? after(shared_.limits.stall_time_max) : incoming.head_deadline;
    const auto space = buffer_.prepare(kReadBytes);
    const std::size_t read =
        co_await connection_->read_some(static_cast<char*>(space.data()), space.size(), deadline);
    buffer_.commit(read);
    co_return read > 0;
}

asio::awaitable<bool> Session::respond(Response response, bool is_last, bool with_body) {
    std::string head = head_of(response, is_last);
    if (!with_body) response.body.clear();
    if (response.body.size() <= kOnePacketBytes) {
        head += response.body;
        response.body.clear();
    }
    bool is_written = co_await connection_->write_all(head, shared_.limits.stall_time_max);
    if (is_written) {
        is_written = co_await connection_->write_all(response.body, shared_.limits.stall_time_max);
    }
    co_return is_written && !is_last;
}

}  // namespace http
