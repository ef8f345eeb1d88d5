#include "sync-server/accept/deciding.h"

#include "shared/base/json.h"
#include "shared/base/text.h"
#include "sync-server/accept/form_rules.h"
#include "sync-server/accept/session.h"
#include "sync-server/accept/waiting.h"
#include "sync-server/accept/writing.h"
#include "sync-server/store/meta.h"

namespace accept {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

constexpr std::int64_t kConsoleIncarnation = 0;  // no same-device rule

Result<Session> console_session(const Desk& desk) {
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

// A change of the console, from now on in the log like any other.
Status write_and_log(Session& session, const records::Change& change) {
    server_store::Device& console = session.device;
    const std::int64_t n = console.acknowledged + 1;
    const std::string line = to_line(change);
    TRY_LET(written, write(session, change, console.no, kConsoleIncarnation, n));
    server_store::LoggedChange logged;
    logged.device = console.no;
    logged.n = n;
    logged.record = change.record.text();
    logged.line = line;
    logged.hash = records::chain_hash(console.head, n, line);
    logged.received_at = session.now;
    logged.before = written.before.to_json();
    logged.outcome = to_line(written.outcome);
    logged.outcome_seq = ++console.outcome_seq;
    TRY(server_store::log_change(session.connection, logged));
    console.acknowledged = n;
    console.head = logged.hash;
    return server_store::save_progress(session.connection, console);
}

// What a person types here goes to laptops, which can read nothing but UTF-8.
Status check_text(const base::Fields& fields, std::string_view reason) {
    if (base::is_valid_utf8(reason) && base::is_valid_utf8(fields.to_json())) return Done{};
    return Error{ErrorCode::Usage, "the reason and the values must be UTF-8 text"};
}

Status check_document(Session& session, const std::string& type, const base::Fields& document) {
    const forms::Form* form = session.forms.find(type);
    if (form == nullptr) return Error{ErrorCode::Refused, "a record of an unknown type"};
    if (const auto problem = document_problem(*form, document, session.today)) {
        return Error{ErrorCode::Refused, problem->field + ": " + problem->reason};
    }
    return Done{};
}

records::Change console_change(const Session& session, const records::Record& record,
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

}  // namespace

Status add_console_device(db::Connection& connection, base::Instant now) {
    server_store::Device console;
    console.id = base::DeviceId(std::string(server_store::kConsoleDevice));
    console.name = "console";
    console.incarnation = kConsoleIncarnation;
    console.token_hash = "none";  // no token hashes to this
    return server_store::add_device(connection, console, now);
}

Status resolve_conflict(const Desk& desk, std::string_view conflict, Choice choice,
                        const base::Fields& third, std::string_view reason) {
    TRY(check_text(third, reason));
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, console_session(desk));
    TRY_LET(contender, server_store::find_contender(desk.connection, conflict));
    if (!contender || !contender->is_open) {
        return Error{ErrorCode::NotFound, "there is no open conflict of that id"};
    }
    TRY_LET(standing, server_store::find_record(desk.connection, contender->record));
    CHECK(standing.has_value());
    TRY_LET(incoming, base::Fields::parse(contender->mine));
    const base::Fields set = choice == Choice::Incoming ? incoming
                             : choice == Choice::Third  ? third
                                                        : base::Fields();
    base::Fields document = standing->record.fields;
    document.apply(set);
    TRY(check_document(session, standing->record.type, document));
    records::Change change = console_change(session, standing->record, set, reason);
    change.decides = std::string(conflict);
    TRY(write_and_log(session, change));
    return transaction.commit();
}

namespace {

// The document of all that waits, with the mend on top; refused where it cannot stand.
Status check_mended(Session& session, const std::vector<Waiting>& waiting,
                    const base::Fields& mend) {
    if (waiting.empty()) {
        return Error{ErrorCode::Refused,
                     "this line cannot be read as a record, so it can only be rejected"};
    }
    TRY_LET(standing,
            server_store::find_record(session.connection, waiting.front().change.record.text()));
    if (const auto obstacle = type_obstacle(session, waiting, standing)) {
        return Error{ErrorCode::Refused,
                     "what waits for this record is not of one known type; reject what is not"};
    }
    std::vector<records::Change> together;
    for (const Waiting& each : waiting) together.push_back(each.change);
    base::Fields document = document_of(standing, together);
    document.apply(mend);
    return check_document(session, together.front().type, document);
}

}  // namespace

Status mend_quarantined(const Desk& desk, std::int64_t device_no, std::int64_t n,
                        const base::Fields& fields, std::string_view reason) {
    TRY(check_text(fields, reason));
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, console_session(desk));
    TRY_LET(item, server_store::find_quarantined(desk.connection, device_no, n));
    TRY_LET(device, server_store::find_device_by_no(desk.connection, device_no));
    if (!item || !item->is_open || !device) {
        return Error{ErrorCode::NotFound, "nothing of that number is in quarantine"};
    }
    TRY_LET(waiting, waiting_of(session, device_no, item->record));
    TRY(check_mended(session, waiting, fields));
    TRY(release(session, *device, waiting, "mended"));
    if (!fields.empty()) {
        TRY_LET(released, server_store::find_record(desk.connection, item->record));
        CHECK(released.has_value());
        records::Change mend = console_change(session, released->record, fields, reason);
        mend.mends = n;
        TRY(write_and_log(session, mend));
    }
    return transaction.commit();
}

Status reject_quarantined(const Desk& desk, std::int64_t device_no, std::int64_t n,
                          std::string_view reason) {
    TRY(check_text({}, reason));
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, console_session(desk));
    TRY_LET(item, server_store::find_quarantined(desk.connection, device_no, n));
    TRY_LET(device, server_store::find_device_by_no(desk.connection, device_no));
    if (!item || !item->is_open || !device) {
        return Error{ErrorCode::NotFound, "nothing of that number is in quarantine"};
    }
    TRY(server_store::close_quarantined(desk.connection, device_no, n, session.now, "rejected"));
    protocol::Outcome outcome;
    outcome.n = n;
    outcome.kind = protocol::OutcomeKind::Rejected;
    outcome.reason = std::string(reason);
    TRY(announce(session, device_no, n, outcome));
    // What was held behind it may stand now.
    if (!item->record.empty()) TRY(release_what_passes(session, *device, item->record));
    return transaction.commit();
}

}  // namespace accept
