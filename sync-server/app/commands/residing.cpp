#include "sync-server/accept/desk/deciding.h"
#include "sync-server/accept/desk/residence.h"
#include "sync-server/app/commands/centre_desk.h"
#include "sync-server/app/commands/families.h"
#include "sync-server/app/commands/output.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/records/records.h"

namespace server_app {

using base::Done;
using base::Error;
using base::ErrorCode;

Status set_residence(const ResidenceOptions& options) {
    if (options.is_temporary == options.is_domiciled) {
        return Error{ErrorCode::Usage, "write --temporary or --domiciled"};
    }
    const bool has_home = !options.from_unit.empty() || !options.from_text.empty();
    if (options.is_temporary != has_home) {
        return Error{ErrorCode::Usage,
                     "--from-unit or --from-text says where her home is; it goes "
                     "with --temporary"};
    }
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(stored, server_store::find_record(centre->connection, options.person));
    if (!stored) return Error{ErrorCode::NotFound, "there is no such person"};
    const accept::Residence wanted{options.is_temporary, options.from_unit, options.from_text,
                                   options.since};
    TRY_LET(is_set, accept::set_residence(desk_of(*centre), options.person, stored->record.revision,
                                          wanted, options.reason));
    if (!is_set) return Error{ErrorCode::Refused, accept::kChangedSince};
    TRY(server_store::audit(centre->connection, {centre->clock.now(), server_store::kCommandLine,
                                                 "residence_set", options.person, options.reason}));
    print_facts({{"person", options.person},
                 {"state", options.is_temporary ? "stays for a while; counts at her home"
                                                : "lives and counts here"}},
                options.json);
    return Done{};
}

}  // namespace server_app
