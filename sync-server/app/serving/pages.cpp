#include "sync-server/app/serving/pages.h"

#include "sync-server/app/erasing.h"
#include "sync-server/store/meta.h"

namespace server_app {

using base::Result;

namespace {

constexpr int kPatienceMs = 15'000;

Result<db::Connection> open_writer(const std::string& data) {
    db::OpenOptions options;
    options.may_create = false;
    options.busy_timeout_ms = kPatienceMs;
    return db::Connection::open(database_path(data), options);
}

}  // namespace

// Pages write one at a time, on a connection of their own, in turn with the writer of what laptops
// bring. What else writes (a backup, a command) they wait for as SQLite does, up to so long.
class Pages::Writer {
public:
    static Result<std::unique_ptr<Writer>> open(const std::string& data, Turn& turn) {
        TRY_LET(connection, open_writer(data));
        return std::make_unique<Writer>(std::move(connection), turn);
    }
    Writer(db::Connection connection, Turn& turn)
        : connection_(std::move(connection)), turn_(turn) {}

    void run(const std::function<void(db::Connection&)>& work) {
        const std::lock_guard guard(turn_);
        work(connection_);
    }

private:
    db::Connection connection_;
    Turn& turn_;
};

namespace {

Result<db::Connection> open_reader(const std::string& data) {
    db::OpenOptions options;
    options.may_create = false;
    options.is_read_only = true;
    return db::Connection::open(database_path(data), options);
}

Result<console::Centre> about(Centre& centre) {
    TRY_LET(name, server_store::meta(centre.connection, server_store::kCentre));
    TRY_LET(address, server_store::meta(centre.connection, server_store::kAddress));
    return console::Centre{name, centre.zone, centre.data, address};
}

}  // namespace

Pages::Pages() = default;
Pages::~Pages() = default;

Result<std::unique_ptr<Pages>> Pages::open(Centre& centre, forms::InForce& forms, Turn& turn) {
    std::unique_ptr<Pages> pages(new Pages());
    TRY_LET(writer, Writer::open(centre.data, turn));
    pages->writer_ = std::move(writer);
    TRY_LET(about_it, about(centre));
    Writer* const one = pages->writer_.get();
    const std::string data = centre.data;
    console::Settings settings{
        std::move(about_it),
        [data] { return open_reader(data); },
        [one](const std::function<void(db::Connection&)>& work) { one->run(work); },
        forms,
        centre.clock,
        centre.random,
        erasing_in(data),
        {},
        [data] { return open_writer(data); }};
    pages->console_ = std::make_unique<console::Console>(std::move(settings));
    return pages;
}

http::Response Pages::answer(http::Request&& request) {
    return console_->answer(std::move(request));
}

http::Handler doors(const http::Router& api, Pages& pages) {
    return [&api, &pages](http::Request&& request) {
        const bool is_laptop = request.path == "/v1" || request.path.starts_with("/v1/");
        return is_laptop ? api(std::move(request)) : pages.answer(std::move(request));
    };
}

}  // namespace server_app
