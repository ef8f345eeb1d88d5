#include "sync-server/accept/change/late_words.h"

#include "sync-server/store/records/records.h"

#include <algorithm>

namespace accept {

namespace {

// A unit whose feed the device does not read tells it nothing, and nothing of whom it names.
bool is_unread(const Session& session, const server_store::Parting& parting) {
    const auto cursor = session.cursors.find(parting.unit);
    return cursor != session.cursors.end() && cursor->second < parting.seq;
}

// Asked once per request: nearly always there are none.
Status find_unread(Session& session) {
    if (session.unread_partings) return base::Done{};
    TRY_LET(all, server_store::partings(session.connection));
    std::erase_if(all, [&](const auto& each) { return !is_unread(session, each); });
    session.unread_partings = std::move(all);
    return base::Done{};
}

}  // namespace

Status note_late_word(Session& session, const std::string& record) {
    TRY(find_unread(session));
    if (session.unread_partings->empty()) return base::Done{};
    TRY_LET(named, server_store::ids_named_by(session.connection, record));
    for (const server_store::Parting& each : *session.unread_partings) {
        if (std::find(named.begin(), named.end(), each.winner) == named.end()) continue;
        TRY(server_store::put_late_word(session.connection, each.merge, record));
    }
    return base::Done{};
}

}  // namespace accept
