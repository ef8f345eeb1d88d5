#include "sync-server/accept/desk/deciding.h"
#include "sync-server/accept/desk/taking_back.h"
#include "sync-server/app/commands/centre_desk.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/app/commands/output.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/records/records.h"

namespace server_app {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

Result<std::string> device_name(Centre& centre, std::int64_t no) {
    TRY_LET(device, server_store::find_device_by_no(centre.connection, no));
    return device ? device->id.text() : std::string("-");
}

Result<base::Fields> fields_of(const std::string& json) {
    auto fields = base::Fields::parse(json.empty() ? "{}" : json);
    if (fields.ok()) return fields;
    return Error{ErrorCode::Usage, "--set takes a JSON object: " + fields.error().message};
}

Result<accept::Choice> choice_of(const DeskOptions& options) {
    if (options.choice == "incoming") return accept::Choice::Incoming;
    if (options.choice == "standing") return accept::Choice::Standing;
    if (options.choice == "third" && !options.set.empty()) return accept::Choice::Third;
    return Error{ErrorCode::Usage, "choose incoming, standing, or third with --set JSON"};
}

// What stands on the server in the fields that the contender is about.
Result<std::string> standing_values(Centre& centre, const server_store::Contender& contender) {
    TRY_LET(stored, server_store::find_record(centre.connection, contender.record));
    TRY_LET(mine, base::Fields::parse(contender.mine));
    base::Fields standing;
    for (const auto& [name, token] : mine.entries()) {
        const std::string* value = stored ? stored->record.fields.token(name) : nullptr;
        standing.set_token(name, value == nullptr ? "null" : *value);
    }
    return standing.to_json();
}

Result<std::int64_t> device_no(Centre& centre, const std::string& id) {
    TRY_LET(device, server_store::find_device(centre.connection, id));
    if (!device) return Error{ErrorCode::NotFound, "there is no device " + id};
    return device->no;
}

}  // namespace

Status conflicts_list(const DeskOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(contenders, server_store::open_contenders(centre->connection));
    Rows rows{{"conflict", "record", "group", "standing", "incoming", "device", "n"}, {}};
    for (const server_store::Contender& each : contenders) {
        TRY_LET(standing, standing_values(*centre, each));
        TRY_LET(device, device_name(*centre, each.device));
        rows.rows.push_back({each.id, each.record, each.group, standing, each.mine, device,
                             std::to_string(each.n)});
    }
    print(rows, options.json);
    return Done{};
}

Status conflicts_resolve(const DeskOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(choice, choice_of(options));
    TRY_LET(third, fields_of(options.set));
    TRY(accept::resolve_conflict(desk_of(*centre), options.conflict, choice, third,
                                 options.reason));
    print_facts({{"conflict", options.conflict}, {"state", "resolved"}}, options.json);
    return Done{};
}

Status conflicts_reopen(const DeskOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY(accept::reopen_conflict(desk_of(*centre), options.conflict, options.reason));
    print_facts({{"conflict", options.conflict}, {"state", "open"}}, options.json);
    return Done{};
}

Status quarantine_list(const DeskOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(items, server_store::open_quarantine(centre->connection));
    Rows rows{{"device", "n", "record", "why", "field", "reason", "line"}, {}};
    for (const server_store::Quarantined& each : items) {
        TRY_LET(device, device_name(*centre, each.device));
        rows.rows.push_back({device, std::to_string(each.n), each.record, each.code, each.field,
                             each.reason, each.line});
    }
    print(rows, options.json);
    return Done{};
}

Status quarantine_mend(const DeskOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(device, device_no(*centre, options.device));
    TRY_LET(fields, fields_of(options.set));
    TRY(accept::mend_quarantined(desk_of(*centre), device, options.n, fields, options.reason));
    print_facts({{"n", std::to_string(options.n)}, {"state", "mended"}}, options.json);
    return Done{};
}

Status quarantine_reject(const DeskOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(device, device_no(*centre, options.device));
    if (options.reason.empty()) {
        return Error{ErrorCode::Usage, "a rejection needs a reason: the cadre will read it"};
    }
    TRY(accept::reject_quarantined(desk_of(*centre), device, options.n, options.reason));
    print_facts({{"n", std::to_string(options.n)}, {"state", "rejected"}}, options.json);
    return Done{};
}

Status quarantine_reopen(const DeskOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(device, device_no(*centre, options.device));
    TRY(accept::reopen_quarantined(desk_of(*centre), device, options.n, options.reason));
    print_facts({{"n", std::to_string(options.n)}, {"state", "waiting"}}, options.json);
    return Done{};
}

}  // namespace server_app
