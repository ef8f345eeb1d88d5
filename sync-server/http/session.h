// One connection's life: requests read within the limits, answered by the workers, one after the
// other, until either side ends it. Used by the io thread only.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <map>
#include <memory>
#include <string>

#include "sync-server/http/connection.h"
#include "sync-server/http/server.h"
#include "sync-server/http/turns.h"
#include "sync-server/http/workers.h"

namespace http {

// What all sessions share.
struct Shared {
    Limits limits;
    Workers* workers = nullptr;
    Turns turns;
    std::size_t held_bytes = 0;  // of all bodies that are arriving or waiting
    // By address, of those of whom nobody has asked yet whether they are known.
    std::map<std::string, std::size_t> stranger_bytes;
    IsKnown is_known;
    bool is_stopping = false;
};

class Session {
public:
    Session(Shared& shared, std::unique_ptr<Connection> connection, std::string remote_address);
    asio::awaitable<void> run();
    void stop();  // at once when between two requests, else after the present one
    void cut() { connection_->cut(); }

private:
    struct Incoming;
    asio::awaitable<bool> serve_one();
    asio::awaitable<bool> wait_for_request();
    asio::awaitable<void> read_request(Incoming& incoming);
    asio::awaitable<bool> read_more(const Incoming& incoming);
    void parse_more(Incoming& incoming);
    void limit_stranger(Incoming& incoming);
    asio::awaitable<bool> respond(Response response, bool is_last, bool with_body = true);

    Shared& shared_;
    std::unique_ptr<Connection> connection_;
    std::string remote_address_;
    boost::beast::flat_buffer buffer_;
    bool is_between_ = true;
};

}  // namespace http
