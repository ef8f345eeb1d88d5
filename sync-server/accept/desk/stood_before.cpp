#include "sync-server/accept/desk/stood_before.h"

#include "shared/protocol/outcome.h"
#include "shared/records/change.h"

namespace accept {

using server_store::LoggedChange;

namespace {

bool is_after(const LoggedChange& logged, records::Revision seen) {
    const auto outcome = protocol::parse_outcome(logged.outcome);
    return outcome.ok() && outcome.value().revision > seen;
}

}  // namespace

base::Result<base::Fields> stood_before(db::Connection& connection,
                                        const server_store::Contender& contender) {
    base::Fields found;
    TRY_LET(came, server_store::find_change(connection, contender.device, contender.n));
    // One that was written to a record joined since has seen that one, not this.
    if (!came || came->record != contender.record) return found;
    const auto change = records::parse_change(came->line);
    if (!change.ok()) return found;
    TRY_LET(mine, base::Fields::parse(contender.mine));
    TRY_LET(history, server_store::history_of(connection, contender.record));
    // The first who wrote on an answer after that found it as it was.
    for (const LoggedChange& each : history) {
        if (!is_after(each, change.value().base)) continue;
        TRY_LET(before, base::Fields::parse(each.before));
        for (const auto& [name, token] : before.entries()) {
            if (mine.has(name) && !found.has(name)) found.set_token(name, token);
        }
    }
    return found;
}

}  // namespace accept
