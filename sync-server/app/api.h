// The devices' two doors as HTTP routes: /v1/enrol and /v1/sync.
#pragma once

#include "sync-server/accept/service.h"
#include "sync-server/http/routes.h"

#include <mutex>

namespace server_app {

class Api {
public:
    // `service` outlives the routes. Requests are taken one at a time: one writer.
    explicit Api(accept::Service& service) : service_(service) {}
    void add_to(http::Router& router);

private:
    http::Response sync(const http::Request& request);
    http::Response enrol(const http::Request& request);

    accept::Service& service_;
    std::mutex one_writer_;
};

}  // namespace server_app
