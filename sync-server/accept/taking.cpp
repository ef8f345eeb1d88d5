#include "sync-server/accept/taking.h"

#include "sync-server/accept/form_rules.h"
#include "sync-server/accept/writing.h"
#include "sync-server/store/changes.h"
#include "sync-server/store/records.h"

#include <optional>
#include <vector>

namespace accept {

namespace {

using protocol::Outcome;
using protocol::OutcomeKind;

// Why a change cannot stand, in the words that go back to the cadre.
struct Obstacle {
    std::string code;
    std::string field;
    std::string reason;
};

struct Waiting {
    std::int64_t n;
    records::Change change;
};

std::optional<Obstacle> scope_obstacle(const Session& session, const records::Change& change,
                                       const std::optional<server_store::StoredRecord>& standing) {
    const std::string& unit = standing ? standing->record.unit : change.unit;
    if (session.units.count(unit) == 0 || session.units.count(change.unit) == 0) {
        return Obstacle{"scope", "",
                        "Catatan ini milik posyandu yang bukan wilayah Anda. Data tersimpan di "
                        "puskesmas; koordinator akan memeriksanya."};
    }
    return std::nullopt;
}

std::optional<Obstacle> type_obstacle(const Session& session, const records::Change& change,
                                      const std::optional<server_store::StoredRecord>& standing) {
    if (session.forms.find(change.type) == nullptr) {
        return Obstacle{"type", "",
                        "Jenis catatan ini belum dikenal server puskesmas. Data tersimpan utuh; "
                        "koordinator akan memeriksanya."};
    }
    if (standing && standing->record.type != change.type) {
        return Obstacle{"type", "",
                        "Nomor catatan ini sudah dipakai untuk jenis catatan lain. Data tersimpan "
                        "utuh; koordinator akan memeriksanya."};
    }
    return std::nullopt;
}

// Asked once per request: most devices have nothing there.
Result<bool> has_quarantined(Session& session) {
    if (!session.has_quarantined) {
        TRY_LET(has_any,
                server_store::has_open_quarantine(session.connection, session.device.no));
        session.has_quarantined = has_any;
    }
    return *session.has_quarantined;
}

// All that waits for this record from this device, with the new change behind it (rule 12).
Result<std::vector<Waiting>> waiting_with(Session& session, std::int64_t n,
                                          const records::Change& change) {
    std::vector<Waiting> waiting;
    TRY_LET(has_any, has_quarantined(session));
    if (has_any) {
        TRY_LET(held, server_store::open_quarantine_of(session.connection, session.device.no,
                                                       change.record.text()));
        for (const server_store::Quarantined& item : held) {
            auto parsed = records::parse_change(item.line);
            if (parsed.ok()) waiting.push_back({item.n, std::move(parsed).value()});
        }
    }
    waiting.push_back({n, change});
    return waiting;
}

std::optional<Obstacle> document_obstacle(const Session& session,
                                          const std::vector<Waiting>& waiting,
                                          const std::optional<server_store::StoredRecord>& standing) {
    std::vector<records::Change> changes;
    for (const Waiting& each : waiting) changes.push_back(each.change);
    const forms::Form* form = session.forms.find(changes.back().type);
    const auto problem =
        document_problem(*form, document_of(standing, changes), session.today);
    if (!problem) return std::nullopt;
    return Obstacle{"check", problem->field, problem->reason};
}

std::optional<Obstacle> obstacle_of(const Session& session, const std::vector<Waiting>& waiting,
                                    const std::optional<server_store::StoredRecord>& standing) {
    const records::Change& change = waiting.back().change;
    if (auto type = type_obstacle(session, change, standing)) return type;
    for (const Waiting& each : waiting) {
        if (auto scope = scope_obstacle(session, each.change, standing)) return scope;
        if (each.change.type != change.type) return type_obstacle(session, each.change, standing);
    }
    return document_obstacle(session, waiting, standing);
}

Result<Outcome> quarantine(Session& session, std::int64_t n, const std::string& record,
                           std::string_view line, const Obstacle& obstacle) {
    TRY(server_store::put_quarantined(session.connection,
                               {session.device.no, n, record, std::string(line), obstacle.code,
                                obstacle.field, obstacle.reason, session.now, true}));
    session.has_quarantined = true;
    Outcome outcome;
    outcome.n = n;
    outcome.kind = OutcomeKind::Quarantined;
    outcome.code = obstacle.code;
    outcome.field = obstacle.field;
    outcome.reason = obstacle.reason;
    return outcome;
}

Status log(Session& session, std::int64_t n, const std::string& record, std::string_view line,
           const std::string& hash, const Outcome& outcome, const base::Fields& before) {
    server_store::LoggedChange logged;
    logged.device = session.device.no;
    logged.incarnation = session.device.incarnation;
    logged.n = n;
    logged.record = record;
    logged.line = std::string(line);
    logged.hash = hash;
    logged.received_at = session.now;
    logged.clock_offset_ms = session.clock_offset_ms;
    logged.before = before.to_json();
    logged.outcome = to_line(outcome);
    logged.outcome_seq = ++session.device.outcome_seq;
    return server_store::log_change(session.connection, logged);
}

// Releases what waited, in order: each gets its own merge and its own new outcome.
Status release(Session& session, const std::vector<Waiting>& waiting) {
    for (std::size_t i = 0; i + 1 < waiting.size(); ++i) {
        const Waiting& each = waiting[i];
        TRY_LET(written, write(session, each.change, session.device.no,
                               session.device.incarnation, each.n));
        TRY(server_store::close_quarantined(session.connection, session.device.no, each.n, session.now,
                                     "released"));
        // It left the device's overlay only now, and the device has shown it all along; the
        // record line goes with it.
        written.outcome.is_predicted = false;
        session.predicted.erase(each.change.record.text());
        TRY(announce(session, session.device.no, each.n, written.outcome));
    }
    return base::Done{};
}

}  // namespace

Result<Outcome> take(Session& session, std::int64_t n, std::string_view line,
                     const std::string& hash) {
    auto parsed = records::parse_change(line);
    if (!parsed.ok()) {
        TRY_LET(outcome,
                quarantine(session, n, "", line,
                           {"undecodable", "",
                            "Satu catatan tidak terbaca oleh server. Data tersimpan utuh; "
                            "koordinator akan memeriksanya."}));
        TRY(log(session, n, "", line, hash, outcome, {}));
        return outcome;
    }
    const records::Change& change = parsed.value();
    const std::string& record = change.record.text();
    TRY_LET(waiting, waiting_with(session, n, change));
    TRY_LET(standing, server_store::find_record(session.connection, record));
    if (const auto obstacle = obstacle_of(session, waiting, standing)) {
        TRY_LET(outcome, quarantine(session, n, record, line, *obstacle));
        TRY(log(session, n, record, line, hash, outcome, {}));
        return outcome;
    }
    const bool releases = waiting.size() > 1;
    if (releases) {
        TRY(release(session, waiting));
        TRY_LET(released, server_store::find_record(session.connection, record));
        standing = std::move(released);
    }
    TRY_LET(written, write_on(session, std::move(standing), change, session.device.no,
                              session.device.incarnation, n));
    if (releases) {
        written.outcome.is_predicted = false;
        session.predicted.erase(record);
    }
    TRY(log(session, n, record, line, hash, written.outcome, written.before));
    return written.outcome;
}

}  // namespace accept
