#include "sync-server/accept/round/taking.h"

#include "sync-server/accept/change/late_words.h"
#include "sync-server/accept/change/waiting.h"
#include "sync-server/accept/change/writing.h"
#include "sync-server/accept/desk/erased.h"
#include "sync-server/accept/round/witnessing.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/records/records.h"

#include <vector>

namespace accept {

namespace {

using protocol::Outcome;
using protocol::OutcomeKind;

// More held changes than people make of one record: a later one no longer looks through all the
// others, and waits for the health centre.
constexpr std::int64_t kHeldMax = 50;

// Asked once per request: most devices have nothing there.
Result<bool> has_quarantined(Session& session) {
    if (!session.has_quarantined) {
        TRY_LET(has_any, server_store::has_open_quarantine(session.connection, session.device.no));
        session.has_quarantined = has_any;
    }
    return *session.has_quarantined;
}

// A laptop that was put back from a copy has not seen what it sent in the life before, unless it
// says that it mends that.
void keep_those_seen(const Session& session, const records::Change& change,
                     std::vector<Waiting>& waiting) {
    const std::int64_t life = session.device.incarnation;
    std::erase_if(waiting, [&](const Waiting& each) {
        return each.incarnation != life && change.mends.value_or(0) < each.n;
    });
    for (Waiting& each : waiting) each.incarnation = life;
}

// All that waits for this record from this device, with the new change behind it (rule 12).
Result<std::vector<Waiting>> waiting_with(Session& session, std::int64_t n,
                                          records::Change&& change) {
    std::vector<Waiting> waiting;
    TRY_LET(has_any, has_quarantined(session));
    if (has_any) {
        TRY_LET(held, waiting_of(session, session.device.no, change.record.text()));
        keep_those_seen(session, change, held);
        waiting = std::move(held);
    }
    waiting.push_back({n, session.device.incarnation, std::move(change)});
    return waiting;
}

Result<bool> is_behind_many(Session& session, const std::string& record) {
    TRY_LET(has_any, has_quarantined(session));
    if (!has_any) return false;
    TRY_LET(held, server_store::count_open_quarantine(session.connection, session.device.no, record,
                                                      kHeldMax));
    return held >= kHeldMax;
}

Result<Outcome> quarantine(Session& session, std::int64_t n, const std::string& record,
                           std::string_view line, const Obstacle& obstacle) {
    TRY(server_store::put_quarantined(
        session.connection, {session.device.no, n, record, std::string(line), obstacle.code,
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

Result<Outcome> keep(Session& session, std::int64_t n, const std::string& record,
                     std::string_view line, const std::string& hash, const Obstacle& obstacle) {
    TRY_LET(outcome, quarantine(session, n, record, line, obstacle));
    TRY(log(session, n, record, line, hash, outcome, {}));
    return outcome;
}

// After a restore it comes again, and a laptop has brought back already what it had led to.
Result<bool> was_brought_back(Session& session, std::int64_t n, const std::string& record) {
    const auto was = session.was.find(n);
    if (was == session.was.end()) return false;
    return is_brought_back(session, record, was->second);
}

Result<Outcome> say_again(Session& session, std::int64_t n, const records::Change& change,
                          std::string_view line, const std::string& hash) {
    const std::string& record = change.record.text();
    TRY_LET(standing, server_store::find_record(session.connection, record));
    Outcome outcome;
    outcome.n = n;
    outcome.kind = OutcomeKind::Identical;
    if (standing) outcome.revision = standing->record.revision;
    session.predicted.erase(record);
    TRY(log(session, n, record, line, hash, outcome, {}));
    return outcome;
}

// Why the line is not looked at further; what is in it waits as it came.
Result<std::optional<Obstacle>> closed_door(Session& session, const std::string& record) {
    if (session.is_revoked) {
        return std::optional(
            Obstacle{"revoked", "",
                     "Izin laptop ini sudah ditutup. Data tersimpan di puskesmas; koordinator akan "
                     "memeriksanya."});
    }
    TRY_LET(behind_many, is_behind_many(session, record));
    if (!behind_many) return std::optional<Obstacle>();
    return std::optional(
        Obstacle{"held", "",
                 "Banyak perubahan pada catatan ini masih menunggu pemeriksaan. Data tersimpan "
                 "utuh; koordinator akan memeriksanya."});
}

Result<Outcome> take_change(Session& session, std::int64_t n, records::Change&& taken,
                            std::string_view line, const std::string& hash) {
    const std::string record = taken.record.text();
    TRY_LET(waiting, waiting_with(session, n, std::move(taken)));
    TRY_LET(standing, server_store::find_record(session.connection, record));
    TRY_LET(obstacle, obstacle_of(session, {session.device, session.units}, waiting, standing));
    if (obstacle) return keep(session, n, record, line, hash, *obstacle);
    const records::Change change = std::move(waiting.back().change);
    waiting.pop_back();
    const bool is_new = !standing;
    const bool releases = !waiting.empty();
    if (releases) {
        TRY(release(session, session.device, waiting, "released"));
        TRY_LET(released, server_store::find_record(session.connection, record));
        standing = std::move(released);
    }
    TRY_LET(written, write_on(session, std::move(standing), change, session.device.no,
                              session.device.incarnation, n));
    if (is_new) TRY(note_late_word(session, record));
    if (releases) {
        written.outcome.is_predicted = false;
        session.predicted.erase(record);
    }
    TRY(log(session, n, record, line, hash, written.outcome, written.before));
    return written.outcome;
}

}  // namespace

Result<Outcome> take(Session& session, std::int64_t n, std::string_view line,
                     const std::string& hash) {
    auto parsed = records::parse_change(line);
    TRY_LET(erased, parsed.ok() ? erased_outcome(session, n, parsed.value())
                                : erased_outcome(session, n, line));
    if (erased) {
        const std::string of = parsed.ok() ? parsed.value().record.text() : "";
        TRY(log(session, n, of, "", hash, *erased, {}));
        return *erased;
    }
    if (!parsed.ok()) {
        return keep(
            session, n, "", line, hash,
            {"undecodable", "",
             "Satu catatan tidak terbaca oleh komputer puskesmas. Data tersimpan utuh; koordinator "
             "akan memeriksanya."});
    }
    records::Change change = std::move(parsed).value();
    const std::string record = change.record.text();
    TRY_LET(closed, closed_door(session, record));
    if (closed) return keep(session, n, record, line, hash, *closed);
    TRY_LET(is_here, was_brought_back(session, n, record));
    if (is_here) return say_again(session, n, change, line, hash);
    return take_change(session, n, std::move(change), line, hash);
}

}  // namespace accept
