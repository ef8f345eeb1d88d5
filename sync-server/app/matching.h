// While the server runs: what laptops brought is compared at the next quiet moment, and the scan
// that somebody asked for is done. Its own thread and connection; laptops do not wait.
#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"

#include <memory>
#include <string>
#include <thread>

namespace server_app {

class Matching {
public:
    static base::Result<std::unique_ptr<Matching>> start(const std::string& data);
    // Stops between two pieces of its work.
    ~Matching();
    Matching(const Matching&) = delete;
    Matching& operator=(const Matching&) = delete;

private:
    explicit Matching(std::string data);
    void run(const std::stop_token& stop);

    std::string data_;
    base::SystemClock clock_;
    std::jthread thread_;
};

}  // namespace server_app
