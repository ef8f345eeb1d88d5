#include "sync-server/app/serving/broken_lists.h"

#include "sync-server/importing/taking.h"

namespace server_app {

base::Status clear_broken_lists(const accept::Desk& desk, Turn& turn) {
    using Work = std::function<base::Status(const accept::Desk&)>;
    return importing::clear_broken([&](const Work& work) {
        const std::lock_guard guard(turn);
        return work(desk);
    });
}

}  // namespace server_app
