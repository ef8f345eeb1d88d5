// One health centre's data folder: where its files are, and what opening it gives.
#pragma once

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/db/connection.h"
#include "shared/forms/form_set.h"
#include "sync-server/accept/round/epochs.h"
#include "sync-server/backup/data_folder.h"

#include <memory>
#include <string>

namespace server_app {

// Files inside the folder of --data.
std::string database_path(const std::string& data);

// The health centre's own massage procedure, if it wrote one (shared/care/procedure.h). It is
// handed to every laptop with the forms.
std::string procedure_path(const std::string& data);

// The forms in force here. A procedure that cannot be followed is refused with its row.
base::Result<forms::FormSet> forms_of(const std::string& data);

// The epochs that were begun in the folder, also by a database that is no longer there.
accept::EpochsBeside epochs_of(const std::string& data);

// What every command works with. Opens an initialised centre; refuses (Usage) any other folder.
struct Centre {
    db::Connection connection;
    base::SystemClock clock;
    base::SystemRandom random;
    forms::FormSet forms;  // those of this program, with the health centre's own procedure
    std::string data;
    base::Zone zone;
    std::unique_ptr<backup::Hold> hold;  // no restore while this is open
};
base::Result<std::unique_ptr<Centre>> open_centre(const std::string& data);

}  // namespace server_app
