#include "client/sync/cost.h"

#include "client/store/outbox.h"
#include "client/sync/link_speed.h"

#include <limits>
#include <utility>

namespace sync_client {

base::Result<Cost> cost_of(store::Store& store, const base::Clock& clock, const Self& self) {
    Cost cost;
    TRY_LET(batch, BatchSize::remembered(store));
    TRY_LET(link, LinkSpeed::remembered(store));
    TRY_LET(outgoing, prepare(store, clock, self, batch.bytes()));
    TRY_LET(waiting, store::to_send(store, std::numeric_limits<std::size_t>::max()));
    if (waiting.empty()) return cost;
    TRY_LET(packing, packing_of(store));
    std::int64_t rounds = 0;
    std::size_t next = 0;
    while (next < waiting.size()) {
        outgoing.lines.clear();
        for (std::size_t bytes = 0; next < waiting.size() && bytes < batch.bytes(); ++next) {
            bytes += waiting[next].line.size();
            outgoing.lines.push_back(std::move(waiting[next].line));
        }
        TRY_LET(body, packed(text_of(outgoing), packing));
        cost.bytes += static_cast<std::int64_t>(body.size());
        ++rounds;
    }
    cost.changes = static_cast<std::int64_t>(waiting.size());
    cost.ms = link.ms_for(cost.bytes, rounds);
    return cost;
}

}  // namespace sync_client
