#include "sync-server/accept/desk/desk.h"

#include "shared/base/json.h"
#include "shared/base/text.h"
#include "sync-server/accept/change/form_rules.h"
#include "sync-server/accept/change/writing.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/meta.h"

namespace accept {

using base::Done;
using base::Error;
using base::ErrorCode;

namespace {

constexpr std::int64_t kConsoleIncarnation = 0;  // no same-device rule

Status log(Session& session, const records::Change& change, std::int64_t n,
           const protocol::Outcome& outcome, const base::Fields& before) {
    server_store::Device& console = session.device;
    server_store::LoggedChange logged;
    logged.device = console.no;
    logged.n = n;
    logged.record = change.record.text();
    logged.line = to_line(change);
    logged.hash = records::chain_hash(console.head, n, logged.line);
    logged.received_at = session.now;
    logged.before = before.to_json();
    logged.outcome = to_line(outcome);
    logged.outcome_seq = ++console.outcome_seq;
    TRY(server_store::log_change(session.connection, logged));
    console.acknowledged = n;
    console.head = logged.hash;
    return server_store::save_progress(session.connection, console);
}

}  // namespace

Status add_console_device(db::Connection& connection, base::Instant now) {
    server_store::Device console;
    console.id = base::DeviceId(std::string(server_store::kConsoleDevice));
    console.name = "console";
    console.incarnation = kConsoleIncarnation;
    console.token_hash = "none";  // no token hashes to this
    return server_store::add_device(connection, console, now);
}

Result<Session> desk_session(const Desk& desk) {
    TRY_LET(device, server_store::find_device(desk.connection, server_store::kConsoleDevice));
    TRY_LET(epoch, server_store::meta(desk.connection, server_store::kEpoch));
    TRY_LET(zone_name, server_store::meta(desk.connection, server_store::kZone));
    if (!device) return Error{ErrorCode::Usage, "this database was never initialised"};
    const base::Zone zone = base::find_zone(zone_name).value_or(base::Zone{});
    const base::Instant now = desk.clock.now();
    server_store::User coordinator;
    coordinator.role = "KOORD";
    return Session{desk.connection,
                   desk.forms,
                   desk.random,
                   now,
                   base::date_in(now, zone),
                   base::json::integer_of(epoch).value_or(1),
                   *device,
                   coordinator,
                   {},
                   false,
                   0,
                   {}};
}

Status write_at_desk(Session& session, const records::Change& change) {
    const std::int64_t n = session.device.acknowledged + 1;
    TRY_LET(written, write(session, change, session.device.no, kConsoleIncarnation, n));
    return log(session, change, n, written.outcome, written.before);
}

Status quarantine_at_desk(Session& session, const records::Change& change,
                          const Obstacle& obstacle) {
    const server_store::Device& console = session.device;
    const std::int64_t n = console.acknowledged + 1;
    TRY(server_store::put_quarantined(
        session.connection, {console.no, n, change.record.text(), to_line(change), obstacle.code,
                             obstacle.field, obstacle.reason, session.now, true}));
    protocol::Outcome outcome;
    outcome.n = n;
    outcome.kind = protocol::OutcomeKind::Quarantined;
    outcome.code = obstacle.code;
    outcome.field = obstacle.field;
    outcome.reason = obstacle.reason;
    return log(session, change, n, outcome, {});
}

constexpr std::size_t kReasonCharactersMax = 1000;  // as of the longest note

Status check_desk_text(const base::Fields& fields, std::string_view reason) {
    if (!base::is_valid_utf8(reason) || !base::is_valid_utf8(fields.to_json())) {
        return Error{ErrorCode::Usage, "the reason and the values must be UTF-8 text"};
    }
    if (base::character_count(reason) > kReasonCharactersMax) {
        return Error{ErrorCode::Usage, "the reason is longer than 1,000 characters"};
    }
    return Done{};
}

Status check_document(Session& session, const std::string& type, const base::Fields& document) {
    const forms::Form* form = session.forms.find(type);
    if (form == nullptr) return Error{ErrorCode::Refused, "a record of an unknown type"};
    if (const auto problem = document_problem(*form, document, session.today)) {
        return Error{ErrorCode::Refused, problem->field + ": " + problem->reason};
    }
    return Done{};
}

records::Change desk_change(const Session& session, const records::Record& record,
                            const base::Fields& set, std::string_view reason) {
    records::Change change;
    change.record = record.id;
    change.type = record.type;
    change.unit = record.unit;
    change.base = record.revision;
    change.set = set;
    change.form_version = "1";
    change.made_at = session.now;
    change.reason = std::string(reason);
    return change;
}

}  // namespace accept
