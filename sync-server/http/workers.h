// The threads on which handlers run, and how much may wait for them.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>
#include <cstddef>

#include "sync-server/http/routes.h"

namespace http {

class Workers {
public:
    Workers(std::size_t threads, std::size_t waiting_max, Handler handler);
    // From the io thread, which goes on with other things meanwhile. Problem::Busy when too many
    // wait already, Problem::Internal when the handler threw.
    boost::asio::awaitable<Response> answer(Request request);
    void join() { pool_.join(); }

private:
    boost::asio::awaitable<Response> run(Request request);

    Handler handler_;
    std::size_t waiting_max_;
    std::size_t waiting_ = 0;  // the io thread's
    boost::asio::thread_pool pool_;
};

}  // namespace http
