#include "sync-server/app/serving/readers.h"

namespace server_app {

using base::Result;

namespace {

// Each has its own: one answer's pages, of which the operating system keeps copies anyway.
constexpr int kCacheKib = 1024;

}  // namespace

Readers::Loan::~Loan() {
    if (connection_ == nullptr) return;
    const std::lock_guard lock(home_->mutex_);
    home_->idle_.push_back(std::move(connection_));
}

Result<Readers::Loan> Readers::take() {
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            auto connection = std::move(idle_.back());
            idle_.pop_back();
            return Loan(*this, std::move(connection));
        }
    }
    db::OpenOptions options;
    options.is_read_only = true;
    options.cache_kib = kCacheKib;
    TRY_LET(opened, db::Connection::open(database_, options));
    return Loan(*this, std::make_unique<db::Connection>(std::move(opened)));
}

}  // namespace server_app
