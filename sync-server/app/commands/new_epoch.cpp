#include "sync-server/app/centre.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/app/commands/output.h"
#include "sync-server/store/keeping/audit.h"

namespace server_app {

Status new_epoch(const std::string& data, bool json) {
    TRY_LET(centre, open_centre(data));
    TRY_LET(transaction, db::Transaction::begin(centre->connection));
    TRY_LET(epoch, accept::begin_epoch_after(centre->connection, 0, epochs_of(data)));
    TRY(server_store::audit(centre->connection,
                            {centre->clock.now(), server_store::kCommandLine, "epoch_begun", ""}));
    TRY(transaction.commit());
    print_facts({{"epoch", std::to_string(epoch)},
                 {"laptops", "each brings at its next sync what this database lacks"}},
                json);
    return base::Done{};
}

}  // namespace server_app
