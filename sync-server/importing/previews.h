// Tables that somebody is looking at, worked out once: what each row would become is found by
// asking after everybody who is written down. In memory only, one for each user; called from
// several threads.
#pragma once

#include "sync-server/importing/families.h"
#include "sync-server/importing/table.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace importing {

struct Preview {
    Table table;
    std::optional<Families> families;  // absent: the columns that are needed are not named yet
};

class Previews {
public:
    // `stamp` says of which table and choices; nullptr: not worked out yet.
    std::shared_ptr<const Preview> find(const std::string& user, const std::string& stamp);
    void put(const std::string& user, const std::string& stamp, Preview preview);
    void forget(const std::string& user);

private:
    std::mutex lock_;
    std::map<std::string, std::pair<std::string, std::shared_ptr<const Preview>>> by_user_;
};

}  // namespace importing
