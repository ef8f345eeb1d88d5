#include "sync-server/importing/previews.h"

namespace importing {

std::shared_ptr<const Preview> Previews::find(const std::string& user, const std::string& stamp) {
    const std::lock_guard guard(lock_);
    const auto found = by_user_.find(user);
    if (found == by_user_.end() || found->second.first != stamp) return nullptr;
    return found->second.second;
}

void Previews::put(const std::string& user, const std::string& stamp, Preview preview) {
    auto made = std::make_shared<const Preview>(std::move(preview));
    const std::lock_guard guard(lock_);
    by_user_[user] = {stamp, std::move(made)};
}

void Previews::forget(const std::string& user) {
    const std::lock_guard guard(lock_);
    by_user_.erase(user);
}

}  // namespace importing
