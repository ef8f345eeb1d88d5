// While the server runs: what laptops brought is compared at the next quiet moment, and the scan
// that somebody asked for is done. Its own thread and connection; laptops do not wait.
#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/db/connection.h"
#include "sync-server/app/serving/turn.h"

#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace server_app {

class Matching {
public:
    // `also`: what else a quiet moment is for, every few seconds; on this thread and connection.
    using Also = std::function<base::Status(db::Connection&)>;
    // It writes in `turn`, as all do, a moment at a time.
    static base::Result<std::unique_ptr<Matching>> start(const std::string& data, Turn& turn,
                                                         Also also = {});
    // Stops between two pieces of its work.
    ~Matching();
    Matching(const Matching&) = delete;
    Matching& operator=(const Matching&) = delete;

private:
    Matching(std::string data, Turn& turn, Also also);
    void run(const std::stop_token& stop);

    std::string data_;
    Turn& turn_;
    Also also_;
    base::SystemClock clock_;
    std::jthread thread_;
};

}  // namespace server_app
