// Syncing one store over the network, and what is said about it.
#pragma once

#include "client/store/applying.h"
#include "client/store/status.h"
#include "client/store/store.h"
#include "client/sync/round.h"
#include "shared/forms/form_set.h"

#include <atomic>
#include <functional>
#include <string>
#include <vector>

namespace client_app {

inline constexpr const char* kAppVersion = "0.1.0";

// Rounds until neither side has more. An error only if there is no way to even try; what stops it
// on the way stands in the total.
base::Result<sync_client::Total> sync_all(
    store::Store& store, const store::Identity& identity, const forms::FormSet& forms,
    const base::Clock& clock, const std::atomic<bool>* is_cancelled,
    const std::function<bool(const sync_client::Total&)>& progress);

// What happened, whether the data is safe, what to do next. In Indonesian.
std::string sentence_of(sync_client::Trouble trouble, long long waiting);
// The same, and where something else than the server answered, what that may be.
std::string sentence_of(const sync_client::RoundError& error, long long waiting);
// The server was restored from a backup, and what it had lost was sent to it anew.
std::string sentence_of_restore(long long sent_again);
// Lawfully erased at the health centre, and with this sync on the laptop (SYNC 23); what was not
// taken since it names one of them. Empty: nothing of that kind.
std::vector<std::string> sentences_of_erasure(std::int64_t erased, const store::Gone& gone);
std::string sentence_of_safety(std::int64_t safe, std::int64_t acknowledged);
// The four counts, each with its sentence (SYNC 19), what is safe, and whether both sides agree.
std::vector<std::string> sentences_of(const store::SyncStatus& status);

}  // namespace client_app
