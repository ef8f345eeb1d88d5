#include "client/store/sealed_vfs/key_ring.h"

#include <map>
#include <mutex>

namespace sealed_vfs {
namespace {

struct Ring {
    std::mutex mutex;
    std::map<std::string, SealedPath, std::less<>> by_name;
};

Ring& ring() {
    static Ring only;
    return only;
}

std::string_view main_name(std::string_view name) {
    for (const std::string_view suffix : {"-wal", "-journal"})
        if (name.ends_with(suffix)) return name.substr(0, name.size() - suffix.size());
    return name;
}

}  // namespace

void remember(const std::string& given_name, SealedPath path) {
    const std::lock_guard lock(ring().mutex);
    ring().by_name[path.full_name] = path;
    ring().by_name[given_name] = std::move(path);
}

void forget(const std::string& given_name) {
    const std::lock_guard lock(ring().mutex);
    const auto found = ring().by_name.find(given_name);
    if (found == ring().by_name.end()) return;
    const std::string full_name = found->second.full_name;
    ring().by_name.erase(given_name);
    ring().by_name.erase(full_name);
}

std::optional<SealedPath> find_path(std::string_view name) {
    const std::lock_guard lock(ring().mutex);
    auto found = ring().by_name.find(name);
    if (found == ring().by_name.end()) found = ring().by_name.find(main_name(name));
    if (found == ring().by_name.end()) return std::nullopt;
    return found->second;
}

}  // namespace sealed_vfs
