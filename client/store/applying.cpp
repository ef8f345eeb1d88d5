#include "client/store/applying.h"

#include "client/store/comparing.h"
#include "client/store/confirmed.h"
#include "client/store/erased.h"
#include "client/store/forking.h"
#include "client/store/leaving.h"
#include "client/store/outbox.h"
#include "client/store/turning.h"
#include "shared/crypto/encoding.h"
#include "shared/crypto/keys.h"
#include "shared/protocol/enrolment.h"

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
    TRY_LET(statement,
            store.connection().prepare("UPDATE outbox SET state = $2, outcome = $3, epoch = $4, "
                                       "counter = $5, in_overlay = in_overlay * $6 WHERE n = $1"));
    return statement.bind(1, sent.n)
        .bind(2, state)
        .bind(3, to_line(outcome))
        .bind(4, outcome.revision.epoch)
        .bind(5, outcome.revision.counter)
        .bind(6, leaves_now ? 0 : 1)
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

Status move_cursor(Store& store, const std::string& unit, protocol::Span span) {
    TRY_LET(statement,
            store.connection().prepare("INSERT INTO unit_state (unit, cursor, count, hash, "
                                       "differs) VALUES ($1, CASE WHEN $2 = 0 THEN $3 ELSE 0 END, "
                                       "0, 0, 0) ON CONFLICT (unit) DO UPDATE SET cursor = CASE "
                                       "WHEN $2 <= cursor AND $3 > cursor THEN $3 ELSE cursor "
                                       "END"));
    return statement.bind(1, unit).bind(2, span.from).bind(3, span.to).run();
}

// Kept only if it speaks of this very history.
Status put_receipt(Store& store, const protocol::Receipt& receipt) {
    TRY_LET(head, hash_at(store, receipt.last_n));
    if (head != receipt.head) return base::Done{};
    TRY_LET(statement, store.connection().prepare("INSERT INTO receipt (first_n, last_n, at, "
                                                  "receipt) VALUES ($1, $2, $3, $4)"));
    return statement.bind(1, receipt.first_n)
        .bind(2, receipt.last_n)
        .bind(3, receipt.at.unix_ms)
        .bind(4, to_json(receipt))
        .run();
}

Status check_receipt(Store& store, const protocol::Answer& answer) {
    if (!answer.ending.receipt) return base::Done{};
    TRY_LET(identity, store.identity());
    TRY_LET(key, crypto::VerifyKey::from_text(identity.receipt_key));
    const protocol::Receipt& receipt = *answer.ending.receipt;
    auto signature = crypto::from_base64url(receipt.signature);
    if (receipt.device.text() == identity.device && signature.ok() &&
        key.verify(signed_text(receipt), signature.value())) {
        return base::Done{};
    }
    return base::Error{base::ErrorCode::Refused,
                       "the receipt is not signed by the health centre's server; nothing was "
                       "marked as sent"};
}

// What the comparison says counts only for the state that asked, once nothing more follows.
Status compare(Store& store, const protocol::Answer& answer, Progress& progress, Applied& applied) {
    if (answer.ending.digest.empty()) {
        progress.compared = false;
        return base::Done{};
    }
    TRY_LET(ours, agreements_in_scope(store));
    applied.compared = true;
    applied.agreed = protocol::agreement_digest(ours) == answer.ending.digest;
    progress.compared = true;
    progress.agreed = applied.agreed;
    return mark_differing(store, answer.ending.agreements);
}

// A number alone says nothing: the server must speak of this very history (SYNC 7). Nor does the
// head, of another life: after a fork it may be ours, without the changes that led to it.
Result<bool> speaks_of_us(Store& store, const protocol::Welcome& welcome, const Progress& progress,
                          bool is_present) {
    TRY_LET(head, hash_at(store, welcome.acknowledged));
    return head == welcome.head && (is_present || welcome.incarnation == progress.incarnation);
}

Status move_progress(const protocol::Answer& answer, bool is_ours, Progress& progress,
                     Instant now) {
    const protocol::Welcome& welcome = answer.welcome;
    progress.epoch = welcome.epoch;
    if (is_ours) {
        progress.acknowledged = std::max(progress.acknowledged, welcome.acknowledged);
        progress.safe = std::max(progress.safe, welcome.safe);
        const protocol::Span outcomes = answer.ending.outcomes;
        if (outcomes.from <= progress.outcomes && outcomes.to > progress.outcomes) {
            progress.outcomes = outcomes.to;
        }
    }
    progress.last_sync_at = now;
    // A carried answer says no time: it is read on another day.
    if (welcome.server_ms != 0) progress.clock_offset_ms = now.unix_ms - welcome.server_ms;
    return base::Done{};
}

// Forms are left out where the device has them: then its own stay. The choices are said in every
// answer: what is not said was not chosen.
Status take_config(Store& store, const protocol::Answer& answer) {
    TRY_LET(identity, store.identity());
    if (answer.config.empty() && identity.choices == answer.welcome.choices) return base::Done{};
    identity.choices = answer.welcome.choices;
    if (answer.config.empty()) return store.set_identity(identity);
    TRY_LET(taken, protocol::parse_config(answer.config));
    auto held = protocol::parse_config(identity.config);
    const bool keeps_forms =
        taken.forms.empty() && held.ok() && held.value().forms_digest == taken.forms_digest;
    if (keeps_forms) taken.forms = held.value().forms;
    identity.config = to_json(taken);
    return store.set_identity(identity);
}

Status apply_fork(Store& store, const protocol::Fork& fork, Progress& progress, Applied& applied) {
    TRY_LET(has_forked, follow_fork(store, fork));
    applied.forked = true;
    TRY_LET(moved, store.progress());
    progress = moved;
    progress.compared = false;
    if (has_forked) ++applied.new_lives;
    return store.set_progress(progress);
}

// What went to another unit is that unit's row from now on, whether it is in scope or about to go.
Status apply_moves(const protocol::Answer& answer, Confirming& confirming, Touched& touched) {
    for (const protocol::MovedLine& line : answer.moved) {
        TRY_LET(is_news, confirming.move(line));
        if (is_news) touched.try_emplace(line.id, false);
    }
    return base::Done{};
}

// Gives whether the cursors may follow.
Result<bool> apply_lines(Store& store, const protocol::Answer& answer, const NamedBy& named_by,
                         bool is_present, bool is_ours, const Progress& progress,
                         Applied& applied) {
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

// A unit that was taken from the user has no cursor: should it come back, all of it comes.
Status follow_scope(Store& store, const protocol::Answer& answer, bool cursors_follow,
                    Applied& applied) {
    TRY_LET(units, units_in_scope(store));
    if (!units) return base::Done{};
    for (const auto& [unit, span] : answer.ending.cursors) {
        if (cursors_follow && units->count(unit) != 0) TRY(move_cursor(store, unit, span));
    }
    TRY_LET(gone, let_go(store, *units));
    applied.left = gone;
    return base::Done{};
}

Status count_turn(Store& store, const Progress& before, Applied& applied) {
    TRY_LET(after, store.progress());
    applied.turn_done = after.epoch != before.epoch;
    if (!applied.turn_done) return base::Done{};
    const std::int64_t waited = before.last_n - before.acknowledged;
    applied.sent_again = std::max<std::int64_t>(0, after.last_n - after.acknowledged - waited);
    return base::Done{};
}

}  // namespace

Gone& Gone::operator+=(const Gone& more) {
    families += more.families;
    persons += more.persons;
    not_taken += more.not_taken;
    return *this;
}

Result<Applied> apply(Store& store, const protocol::Answer& answer, const NamedBy& named_by,
                      Instant now) {
    TRY(check_receipt(store, answer));
    TRY_LET(transaction, db::Transaction::begin(store.connection()));
    TRY_LET(progress, store.progress());
    TRY_LET(ask, ask_of(store, progress));
    const bool is_present = answer.welcome.ask == ask;
    Applied applied;
    const bool is_known = progress.epoch == 0 || answer.welcome.epoch == progress.epoch;
    if (is_known && answer.welcome.is_reset) return applied;  // late: we have turned already
    if (!is_known) {
        // Of a time before the restore, or of another moment of the turn: it says nothing now.
        if (!answer.welcome.is_reset || !is_present) return applied;
        TRY(follow_reset(store, answer));
        applied.turned = true;
        TRY(count_turn(store, progress, applied));
        TRY(transaction.commit());
        return applied;
    }
    if (answer.welcome.fork) {
        if (is_present) TRY(apply_fork(store, *answer.welcome.fork, progress, applied));
        TRY(transaction.commit());
        return applied;
    }
    // An older one may know less of her units: what leaves on its word would have to come again.
    if (is_present) TRY(take_config(store, answer));
    TRY_LET(is_ours, speaks_of_us(store, answer.welcome, progress, is_present));
    applied.revoked = answer.welcome.is_revoked && is_present;
    TRY_LET(goes_on, apply_lines(store, answer, named_by, is_present, is_ours, progress, applied));
    TRY(follow_scope(store, answer, goes_on, applied));
    if (is_present && answer.ending.receipt) TRY(put_receipt(store, *answer.ending.receipt));
    TRY(move_progress(answer, is_ours, progress, now));
    if (is_present) TRY(compare(store, answer, progress, applied));
    TRY(store.set_progress(progress));
    TRY(transaction.commit());
    return applied;
}

}  // namespace store
