#include "sync-server/accept/change/aliases.h"

#include "sync-server/store/records/records.h"

namespace accept {

namespace {

constexpr int kHopsMax = 16;  // a chain so long is a ring, which nobody can make here

}  // namespace

base::Result<std::string> canonical(db::Connection& connection, std::string id) {
    for (int hop = 0; hop < kHopsMax; ++hop) {
        TRY_LET(stored, server_store::find_record(connection, id));
        const std::string next = stored ? stored->record.fields.text("merged_into") : std::string();
        if (next.empty()) return id;
        id = next;
    }
    return id;
}

}  // namespace accept
