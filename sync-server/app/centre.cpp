#include "sync-server/app/centre.h"

#include "shared/base/file.h"
#include "shared/care/procedure.h"
#include "sync-server/accept/staff/publishing.h"
#include "sync-server/backup/epochs.h"
#include "sync-server/backup/erased_list.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/records/erasing.h"

namespace server_app {

using base::Error;
using base::ErrorCode;
using base::Result;

std::string database_path(const std::string& data) {
    return backup::database_path(data);
}

std::string procedure_path(const std::string& data) {
    return backup::procedure_path(data);
}

Result<forms::FormSet> forms_of(const std::string& data) {
    forms::FormSet forms = forms::FormSet::builtin();
    const std::string path = procedure_path(data);
    if (!base::file_exists(path)) return forms;
    TRY_LET(text, base::read_file(path));
    auto form = forms::parse_form(text, {});
    if (!form.ok()) return std::move(form).error().during(path);
    if (form.value().id != care::kProcedureForm || form.value().makes_records) {
        return Error{ErrorCode::Malformed,
                     path + ": expected form_id massage_procedure and kawan:records none"};
    }
    auto procedure = care::read_procedure(form.value());
    if (!procedure.ok()) return std::move(procedure).error().during(path);
    forms.add(std::move(form).value());
    return forms;
}

accept::EpochsBeside epochs_of(const std::string& data) {
    return {[data] { return backup::begun_epoch(data); },
            [data](std::int64_t epoch) { return backup::keep_epoch(data, epoch); }};
}

namespace {

// What a command that was cut off had written down already, or a database that came from elsewhere
// does not know: nobody works here before it is done.
base::Status finish_erasing(db::Connection& connection, const std::string& data,
                            base::Instant now) {
    TRY_LET(listed, backup::read_erased_list(data));
    std::vector<std::string> unknown;
    for (std::string& id : listed) {
        TRY_LET(is_known, server_store::is_erased(connection, id));
        if (!is_known) unknown.push_back(std::move(id));
    }
    if (unknown.empty()) return base::Done{};
    TRY_LET(transaction, db::Transaction::begin(connection));
    TRY_LET(found, server_store::apply_erased(connection, unknown));
    TRY(server_store::audit(connection, {now, server_store::kCommandLine, "erase_from_list", "",
                                         std::to_string(found) + " records were here"}));
    return transaction.commit();
}

}  // namespace

Result<std::unique_ptr<Centre>> open_centre(const std::string& data) {
    if (!base::file_exists(database_path(data))) {
        return Error{
            ErrorCode::Usage,
            data + " holds no health centre; make one with: kawan-server init --data " + data};
    }
    TRY_LET(hold, backup::Hold::with_others(data));
    if (hold == nullptr) {
        return Error{ErrorCode::Refused, "a backup is being restored here; try again after it"};
    }
    TRY_LET(connection, server_store::open_database(database_path(data), false));
    TRY_LET(zone, server_store::meta(connection, server_store::kZone));
    if (zone.empty()) {
        return Error{ErrorCode::Usage, data + " was never wholly initialised; run init again"};
    }
    TRY_LET(shipped, forms_of(data));
    TRY_LET(forms, staff::published(connection, std::move(shipped)));
    TRY(finish_erasing(connection, data, base::SystemClock().now()));
    return std::unique_ptr<Centre>(new Centre{std::move(connection),
                                              {},
                                              {},
                                              std::move(forms),
                                              data,
                                              base::find_zone(zone).value_or(base::Zone{}),
                                              std::move(hold)});
}

}  // namespace server_app
