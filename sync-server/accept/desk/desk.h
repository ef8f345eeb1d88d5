// Writing at the health centre: the console's device, whose changes stand in the log like any
// other. What is decided, joined, moved or brought in there goes through these.
#pragma once

#include "shared/base/clock.h"
#include "shared/forms/form_set.h"
#include "shared/records/change.h"
#include "sync-server/accept/change/waiting.h"
#include "sync-server/accept/round/session.h"

#include <string>
#include <string_view>

namespace accept {

struct Desk {
    db::Connection& connection;
    const forms::FormSet& forms;
    const base::Clock& clock;
    base::Random& random;
};

// The device that console writes belong to; made by init.
base::Status add_console_device(db::Connection& connection, base::Instant now);

// The caller's transaction has begun: what is drawn in the session is its own.
Result<Session> desk_session(const Desk& desk);

// A change on top of the record as it stands, by the console's device (SYNC 9: no same-device
// rule).
records::Change desk_change(const Session& session, const records::Record& record,
                            const base::Fields& set, std::string_view reason);
Status write_at_desk(Session& session, const records::Change& change);
// One that cannot stand, kept whole: in quarantine, as a change of the console's device.
Status quarantine_at_desk(Session& session, const records::Change& change,
                          const Obstacle& obstacle);

// What a person types here goes to laptops, which can read nothing but UTF-8 (Usage).
Status check_desk_text(const base::Fields& fields, std::string_view reason);
// Refused, with the field and the reason, if a record of the type could not stand so.
Status check_document(Session& session, const std::string& type, const base::Fields& document);

}  // namespace accept
