// A health centre's server in this process, on a free port of loopback, with everything real: the
// listener, the rules, the database on disk.
#pragma once

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/db/connection.h"
#include "shared/protocol/enrolment.h"
#include "sync-server/accept/service.h"
#include "sync-server/app/serving/api.h"
#include "sync-server/http/server.h"

#include <memory>
#include <string>
#include <vector>

namespace figures {

class Centre {
public:
    // A fresh one, made in `folder`.
    Centre(const std::string& folder, const std::vector<std::string>& units);

    // A new user of these units, and her laptop enrolled.
    protocol::EnrolAnswer enrol(const std::string& name, const std::vector<std::string>& units);
    std::string url() const;
    std::uint16_t port() const { return server_->port(); }
    db::Connection& connection() { return *connection_; }  // while no request runs

private:
    base::SystemClock clock_;
    base::SystemRandom random_;
    std::unique_ptr<db::Connection> connection_;
    std::unique_ptr<accept::Service> service_;
    std::unique_ptr<server_app::Api> api_;
    std::unique_ptr<http::Server> server_;
};

// "http://127.0.0.1:PORT"
std::string loopback_url(const http::Server& server);

}  // namespace figures
