// The devices' two doors as HTTP routes: /v1/enrol and /v1/sync.
#pragma once

#include "sync-server/app/serving/one_writer.h"
#include "sync-server/app/serving/readers.h"
#include "sync-server/http/routes.h"

#include <string>

namespace server_app {

struct Packing;

class Api {
public:
    // `service` outlives the routes and is theirs alone; `database`: the file that it writes.
    Api(accept::Service& service, const std::string& database, const WriterLimits& limits = {})
        : service_(service), readers_(database), writer_(service, limits) {}
    void add_to(http::Router& router);
    Turn& turn() { return writer_.turn(); }

private:
    http::Response sync(const http::Request& request);
    http::Response read_or_write(accept::Incoming incoming, Packing packing);
    http::Response enrol(const http::Request& request);

    const accept::Service& service_;
    Readers readers_;
    OneWriter writer_;
};

}  // namespace server_app
