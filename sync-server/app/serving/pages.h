// The health centre's pages (sync-server/console) with what they need of a served data folder:
// their own connections beside the writer of what laptops bring, and the forms in force.
#pragma once

#include "sync-server/accept/service.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/serving/turn.h"
#include "sync-server/console/console.h"

#include <memory>

namespace server_app {

class Pages {
public:
    // All outlive it. A form published on a page is in force at once, in `forms`. Pages write when
    // it is their turn beside what laptops bring.
    static base::Result<std::unique_ptr<Pages>> open(Centre& centre, forms::InForce& forms,
                                                     Turn& turn);
    ~Pages();

    http::Response answer(http::Request&& request);

private:
    class Writer;
    Pages();
    std::unique_ptr<Writer> writer_;
    std::unique_ptr<console::Console> console_;
};

// Laptops' paths go to `api`, all others to the pages.
http::Handler doors(const http::Router& api, Pages& pages);

}  // namespace server_app
