// Connections that read beside the one writer, as many as are used at once. For any thread.
#pragma once

#include "shared/db/connection.h"

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace server_app {

class Readers {
public:
    explicit Readers(std::string database) : database_(std::move(database)) {}

    // On loan from the pool, to which it goes back.
    class Loan {
    public:
        Loan(Readers& home, std::unique_ptr<db::Connection> connection)
            : home_(&home), connection_(std::move(connection)) {}
        Loan(Loan&&) = default;
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;
        Loan& operator=(Loan&&) = delete;
        ~Loan();
        db::Connection& operator*() { return *connection_; }

    private:
        Readers* home_;
        std::unique_ptr<db::Connection> connection_;
    };
    base::Result<Loan> take();

private:
    std::string database_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<db::Connection>> idle_;
};

}  // namespace server_app
