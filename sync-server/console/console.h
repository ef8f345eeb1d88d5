// The health centre's pages as one answer to a request: finds the page, who asks and what she may,
// and lets nothing through that is not in the table of rights. Called from several threads at once.
#pragma once

#include "shared/crypto/password.h"
#include "sync-server/console/errands.h"
#include "sync-server/console/sign_in.h"
#include "sync-server/console/visit.h"
#include "sync-server/http/routes.h"
#include "sync-server/importing/previews.h"

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace console {

struct Settings {
    Centre centre;
    // A connection of its own that only reads; one is opened for each thread that needs one.
    std::function<Result<db::Connection>()> open_reader;
    OnWriter on_writer;
    forms::InForce& forms;  // outlives the pages
    const base::Clock& clock;
    base::Random& random;  // safe from several threads
    Erasing erasing;
    crypto::Argon2Cost password_cost = {};
    // A connection of its own for long work (errands.h). Empty: it is done at once, on the writer.
    Errands::Open open_errands = {};
};

class Console {
public:
    explicit Console(Settings settings);
    ~Console();
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;

    // Every path that is not a laptop's (/v1/...).
    http::Response answer(http::Request&& request);

private:
    class Reader;
    http::Response serve(const struct Route& route, http::Request& request);
    http::Response ask_to_sign_in(const http::Request& request);
    Result<std::optional<server_store::ConsoleRequest>> taken_before(const std::string& id,
                                                                     const Visit& visit);
    Answer take(const struct Route& route, const Visit& visit);
    http::Response finish(const Visit& visit, const struct Route& route, Answer answer);
    http::Response not_found(const http::Request& request);
    http::Response own_mistake(const http::Request& request, const base::Error& error);
    Result<std::unique_ptr<Reader>> reader();
    Status see(const server_store::ConsoleSession& session, base::Instant now);

    Settings settings_;
    http::Router router_;
    SignIn sign_in_;
    importing::Previews previews_;
    Errands errands_;  // after what its work writes to
    std::mutex readers_lock_;
    std::vector<db::Connection> readers_;
};

}  // namespace console
