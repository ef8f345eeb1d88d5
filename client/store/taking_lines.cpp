#include "client/store/taking_lines.h"

#include "client/store/confirmed.h"
#include "client/store/erased.h"
#include "client/store/outbox.h"

#include <algorithm>
#include <map>
#include <set>

namespace store {

namespace {

using protocol::OutcomeKind;

// Records that the answer speaks of; true: the server's text was just put in place.
using Touched = std::map<std::string, bool>;

std::string_view state_of(OutcomeKind kind) {
    switch (kind) {
        case OutcomeKind::Applied:
        case OutcomeKind::Merged:
        case OutcomeKind::Identical:
            return kDone;
        case OutcomeKind::Conflict:
            return kConflict;
        case OutcomeKind::Quarantined:
            return kQuarantined;
        case OutcomeKind::Rejected:
            return kRejected;
        case OutcomeKind::Erased:
            return kErased;
    }
    return kWaiting;
}

Result<std::optional<Sent>> find_sent(Store& store, std::int64_t n) {
    TRY_LET(statement, store.connection().prepare("SELECT n, record, line, hash, state, outcome "
                                                  "FROM outbox WHERE n = $1"));
    TRY_LET(has_row, statement.bind(1, n).step());
    if (!has_row) return std::optional<Sent>();
    return std::optional<Sent>(Sent{statement.number(0), RecordId(statement.text(1)),
                                    statement.text(2), statement.text(3), statement.text(4),
                                    statement.text(5)});
}

// `is_confirmed`: the confirmed record contains the change already (SYNC 1).
Status put_outcome(Store& store, const Sent& sent, const protocol::Outcome& outcome,
                   bool is_confirmed) {
    const std::string_view state = state_of(outcome.kind);
    // Quarantined: still hers, still shown. Rejected: a person has said no. All others leave the
    // overlay when the confirmed record has caught up: now, or in leave_overlay.
    const bool leaves_now = state == kRejected || (state == kDone && is_confirmed);
    // A refusal that was taken back: shown again, unless she has written of the record since.
    const bool comes_back = sent.state == kRejected && state == kQuarantined;
    TRY_LET(statement,
            store.connection().prepare("UPDATE outbox SET state = $2, outcome = $3, epoch = $4, "
                                       "counter = $5, in_overlay = CASE WHEN $7 = 1 THEN NOT "
                                       "EXISTS (SELECT 1 FROM outbox later WHERE later.record = "
                                       "outbox.record AND later.n > outbox.n AND later.state <> "
                                       "'rejected') ELSE in_overlay * $6 END WHERE n = $1"));
    if (comes_back) {
        TRY_LET(change, records::parse_change(sent.line));
        TRY(put_place(store, change.record, change.type, change.unit));
    }
    return statement.bind(1, sent.n)
        .bind(2, state)
        .bind(3, to_line(outcome))
        .bind(4, outcome.revision.epoch)
        .bind(5, outcome.revision.counter)
        .bind(6, leaves_now ? 0 : 1)
        .bind(7, comes_back ? 1 : 0)
        .run();
}

// A change leaves the overlay when its final outcome and the confirmed state that contains it are
// both here (SYNC 1).
Status leave_overlay(Store& store, const std::string& record, bool is_put) {
    TRY_LET(has_own, has_unresolved(store, record));
    if (!has_own && is_put) return base::Done{};  // nearly always
    if (!has_own) return show_confirmed(store, record);
    TRY_LET(statement,
            store.connection().prepare(
                "UPDATE outbox SET in_overlay = 0 WHERE record = $1 AND in_overlay = 1 AND "
                "state IN ('done', 'conflict') AND EXISTS (SELECT 1 FROM record r WHERE "
                "r.id = $1 AND r.confirmed IS NOT NULL AND (r.epoch > outbox.epoch OR "
                "(r.epoch = outbox.epoch AND r.counter >= outbox.counter)))"));
    TRY(statement.bind(1, record).run());
    return refresh_shown(store, record);
}

// The server left the record line out because the device can work it out.
Result<bool> predict(Confirming& confirming, const Sent& sent, const protocol::Outcome& outcome) {
    auto change = records::parse_change(sent.line);
    CHECK(change.ok());  // we wrote it
    return confirming.predict(change.value(), outcome.revision);
}

// Not asked for: nobody wanted it erased, it only names somebody who is.
Status forget(Store& store, const std::string& record, bool is_asked_for, Confirming& confirming,
              Applied& applied) {
    TRY_LET(was_here, store.find(record));
    TRY_LET(is_new, forget_erased(store, record, confirming));
    if (!is_new || !was_here) return base::Done{};
    ++applied.erased;
    if (is_asked_for && was_here->record.type == "household") ++applied.gone.families;
    if (is_asked_for && was_here->record.type == "person") ++applied.gone.persons;
    return base::Done{};
}

// Of a record that is erased, or of one that stays and only named one.
Status apply_erasure(Store& store, const Sent& sent, const protocol::Outcome& outcome,
                     Confirming& confirming, Applied& applied) {
    const bool is_new = outcome.code == protocol::kNewNamesErased;
    const bool names_one = is_new || outcome.code == protocol::kNamesErased;
    if (names_one && sent.state != kErased) ++applied.gone.not_taken;
    if (is_new || !names_one) {
        TRY(forget(store, sent.record.text(), !is_new, confirming, applied));
    }
    return blank_change(store, sent.n);
}

Status apply_outcomes(Store& store, const protocol::Answer& answer, Confirming& confirming,
                      Touched& touched, Applied& applied) {
    for (const protocol::Outcome& outcome : answer.outcomes) {
        TRY_LET(sent, find_sent(store, outcome.n));
        if (!sent) continue;  // another life's
        bool& is_put = touched[sent->record.text()];
        ++applied.outcomes;
        if (outcome.kind == OutcomeKind::Erased) {
            TRY(apply_erasure(store, *sent, outcome, confirming, applied));
            continue;
        }
        if (sent->state == kErased) continue;  // late
        bool is_confirmed = false;
        // Identical made no revision: its record is what an earlier change made, or another's.
        if (outcome.is_predicted && outcome.kind != OutcomeKind::Identical) {
            TRY_LET(is_taken, predict(confirming, *sent, outcome));
            is_confirmed = is_taken;
            is_put = is_put || is_taken;
        }
        TRY(put_outcome(store, *sent, outcome, is_confirmed));
    }
    return base::Done{};
}

// In a repair of the state that asked, the server's row stands whatever ours says.
Status apply_records(const protocol::Answer& answer, Confirming& confirming, bool is_present,
                     Touched& touched, Applied& applied) {
    std::set<std::string> repaired;
    for (const protocol::Bucket& bucket : answer.buckets) {
        if (is_present) repaired.insert(bucket.ids.begin(), bucket.ids.end());
    }
    for (const protocol::RecordLine& line : answer.records) {
        const std::string& id = line.record.id.text();
        TRY_LET(is_taken, confirming.confirm(line, repaired.count(id) != 0));
        if (!is_taken) continue;
        touched[id] = true;
        ++applied.records;
    }
    return base::Done{};
}

// Confirmed records in the bucket that the server does not hold are ghosts of a damaged store.
Status drop_ghosts(Store& store, const protocol::Bucket& bucket, Confirming& confirming) {
    const std::set<std::string> held(bucket.ids.begin(), bucket.ids.end());
    std::vector<std::string> ghosts;
    {
        TRY_LET(statement, store.connection().prepare("SELECT id FROM record WHERE unit = $1 AND "
                                                      "confirmed IS NOT NULL"));
        statement.bind(1, bucket.unit);
        for (;;) {
            TRY_LET(has_row, statement.step());
            if (!has_row) break;
            const std::string id = statement.text(0);
            if (records::bucket_of(id) == bucket.number && held.count(id) == 0) {
                ghosts.push_back(id);
            }
        }
    }
    for (const std::string& id : ghosts) {
        TRY(confirming.drop(id));
        TRY(refresh_shown(store, id));
    }
    return base::Done{};
}

// What went to another unit is that unit's row from now on, whether it is in scope or about to go.
Status apply_moves(const protocol::Answer& answer, Confirming& confirming, Touched& touched) {
    for (const protocol::MovedLine& line : answer.moved) {
        TRY_LET(is_news, confirming.move(line));
        if (is_news) touched.try_emplace(line.id, false);
    }
    return base::Done{};
}

}  // namespace

Result<bool> take_lines(Store& store, const protocol::Answer& answer, const NamedBy& named_by,
                        bool is_present, bool is_ours, const Progress& progress, Applied& applied) {
    Touched touched;
    Confirming confirming(store, named_by);
    // Outcomes of a time before what is known here say nothing new, and may say something old;
    // those of another life speak of other changes.
    const bool says_outcomes = is_ours && answer.ending.outcomes.to >= progress.outcomes;
    if (says_outcomes) TRY(apply_outcomes(store, answer, confirming, touched, applied));
    TRY(apply_records(answer, confirming, is_present, touched, applied));
    TRY(apply_moves(answer, confirming, touched));
    for (const protocol::ErasedLine& line : answer.erased) {
        TRY(forget(store, line.id, true, confirming, applied));
        touched.erase(line.id);
    }
    const std::int64_t acknowledged = is_ours ? answer.welcome.acknowledged : 0;
    TRY(blank_erased(store, std::max(progress.acknowledged, acknowledged)));
    if (is_present) {
        for (const protocol::Bucket& bucket : answer.buckets) {
            TRY(drop_ghosts(store, bucket, confirming));
        }
    }
    TRY(confirming.finish());
    for (const auto& [record, is_put] : touched) TRY(leave_overlay(store, record, is_put));
    // The answer leaves out the records that its outcomes let the asker work out: without these
    // nobody may go on from its end.
    return says_outcomes;
}

}  // namespace store
