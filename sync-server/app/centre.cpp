#include "sync-server/app/centre.h"

#include "shared/base/file.h"
#include "sync-server/store/meta.h"

namespace server_app {

using base::Error;
using base::ErrorCode;
using base::Result;

std::string database_path(const std::string& data) {
    return data + "/centre.db";
}

Result<std::unique_ptr<Centre>> open_centre(const std::string& data) {
    if (!base::file_exists(database_path(data))) {
        return Error{
            ErrorCode::Usage,
            data + " holds no health centre; make one with: kawan-server init --data " + data};
    }
    TRY_LET(connection, server_store::open_database(database_path(data), false));
    TRY_LET(zone, server_store::meta(connection, server_store::kZone));
    if (zone.empty()) {
        return Error{ErrorCode::Usage, data + " was never wholly initialised; run init again"};
    }
    return std::unique_ptr<Centre>(new Centre{std::move(connection),
                                              {},
                                              {},
                                              forms::FormSet::builtin(),
                                              data,
                                              base::find_zone(zone).value_or(base::Zone{})});
}

}  // namespace server_app
