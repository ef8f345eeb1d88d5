#include "sync-server/http/server.h"

#include <sys/resource.h>
#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

#include "shared/base/log.h"
#include "sync-server/http/host.h"
#include "sync-server/http/session.h"

namespace http {

using asio::ip::tcp;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using boost::system::error_code;

namespace {

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);
// Out of descriptors, most likely: some will be free again soon.
constexpr Milliseconds kAcceptRetry{100};
// Database, log and whatever else the program has open.
constexpr rlim_t kOtherDescriptors = 256;

// The usual limit of 1,024 open files is less than the connections that we promise. As many of them
// as there are files for, beside those that the program opens itself.
std::size_t connections_for(std::size_t wished) {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return wished;
    const rlim_t files = std::min<rlim_t>(wished + kOtherDescriptors, limit.rlim_max);
    if (limit.rlim_cur < files) {
        limit.rlim_cur = files;
        if (setrlimit(RLIMIT_NOFILE, &limit) != 0) getrlimit(RLIMIT_NOFILE, &limit);
    }
    const rlim_t rest = limit.rlim_cur - std::min(limit.rlim_cur / 2, kOtherDescriptors);
    return std::min<std::size_t>(wished, rest);
}

Result<tcp::endpoint> endpoint_of(const Config& config) {
    error_code error;
    const auto address = asio::ip::make_address(config.address, error);
    if (error) {
        return Error{ErrorCode::Usage, "\"" + config.address + "\" is not a numeric address"};
    }
    if (config.plain_http && !address.is_loopback()) {
        return Error{ErrorCode::Usage,
                     "without TLS the server listens on a loopback address only (127.0.0.1)"};
    }
    return tcp::endpoint(address, config.port);
}

std::string remote_address_of(const tcp::socket& socket) {
    error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    return error ? std::string() : host_of(endpoint.address().to_string());
}

}  // namespace

// The connections of each address, while they last.
class Counted {
public:
    Counted(std::map<std::string, std::size_t>& all, const std::string& address)
        : all_(all), at_(all.try_emplace(address, 0).first) {
        ++at_->second;
    }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;
    ~Counted() {
        if (--at_->second == 0) all_.erase(at_);
    }
    std::size_t of_address() const { return at_->second; }

private:
    std::map<std::string, std::size_t>& all_;
    std::map<std::string, std::size_t>::iterator at_;
};

class Server::Core {
public:
    Core(Config config, Handler handler)
        : config_(std::move(config)),
          workers_(config_.worker_threads, config_.limits.waiting_max, std::move(handler)) {
        shared_.limits = config_.limits;
        shared_.workers = &workers_;
        shared_.is_known = config_.is_known;
    }

    Status start() {
        if (!config_.plain_http) {
            TRY_LET(context, make_tls_context(config_.certificate_pem, config_.key_pem));
            tls_ = context;
        }
        TRY(listen());
        connections_max_ = connections_for(config_.limits.connections_max);
        asio::co_spawn(io_, accept_all(), asio::detached);
        thread_ = std::thread([this] { io_.run(); });
        return Done{};
    }

    std::uint16_t port() const { return port_; }

    void stop() {
        const std::lock_guard lock(stopping_);
        if (!thread_.joinable()) return;
        asio::post(io_, [this] { begin_stop(); });
        thread_.join();
        workers_.join();
    }

private:
    using Done = base::Done;

    Status listen() {
        TRY_LET(endpoint, endpoint_of(config_));
        error_code error;
        acceptor_.open(endpoint.protocol(), error);
        if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
        if (!error) acceptor_.bind(endpoint, error);
        if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
        if (error) {
            return Error{ErrorCode::Network, "cannot listen on " + config_.address + " port " +
                                                 std::to_string(config_.port) + ": " +
                                                 error.message()};
        }
        port_ = acceptor_.local_endpoint(error).port();
        return Done{};
    }

    asio::awaitable<void> accept_all() {
        while (!shared_.is_stopping) {
            auto [error, socket] = co_await acceptor_.async_accept(kAwait);
            if (shared_.is_stopping) co_return;
            if (error) {
                asio::steady_timer pause(io_, kAcceptRetry);
                co_await pause.async_wait(kAwait);
            } else if (sessions_.size() < connections_max_) {
                asio::co_spawn(io_, serve(std::move(socket)), asio::detached);
            }
        }
    }

    asio::awaitable<void> serve(tcp::socket socket) {
        std::string remote_address = remote_address_of(socket);
        const Counted counted(connections_, remote_address);
        if (counted.of_address() > config_.limits.address_connections_max) co_return;
        auto connection = config_.plain_http ? make_plain_connection(std::move(socket))
                                             : make_tls_connection(std::move(socket), tls_);
        Session session(shared_, std::move(connection), std::move(remote_address));
        sessions_.insert(&session);
        try {
            co_await session.run();
        } catch (const std::exception&) {
            base::log::error("a connection ended for want of memory");
        }
        sessions_.erase(&session);
        if (sessions_.empty()) grace_.cancel();
    }

    void begin_stop() {
        shared_.is_stopping = true;
        error_code ignored;
        acceptor_.close(ignored);
        const auto sessions = sessions_;  // a session that stops leaves the set
        for (Session* each : sessions) each->stop();
        if (sessions.empty()) return;
        grace_.expires_after(config_.limits.stop_time_max);
        grace_.async_wait([this](const error_code& error) {
            if (error) return;
            for (Session* each : sessions_) each->cut();
        });
    }

    Config config_;
    Workers workers_;
    Shared shared_;
    TlsContext tls_;
    std::uint16_t port_ = 0;
    asio::io_context io_{1};
    tcp::acceptor acceptor_{io_};
    asio::steady_timer grace_{io_};
    std::set<Session*> sessions_;
    std::size_t connections_max_ = 0;
    std::map<std::string, std::size_t> connections_;  // by address
    std::mutex stopping_;
    std::thread thread_;
};

Result<std::unique_ptr<Server>> Server::start(Config config, Handler handler) {
    auto core = std::make_unique<Core>(std::move(config), std::move(handler));
    TRY(core->start());
    return std::unique_ptr<Server>(new Server(std::move(core)));
}

Server::Server(std::unique_ptr<Core> core) : core_(std::move(core)) {}
Server::~Server() {
    stop();
}
std::uint16_t Server::port() const {
    return core_->port();
}
void Server::stop() {
    core_->stop();
}

}  // namespace http
