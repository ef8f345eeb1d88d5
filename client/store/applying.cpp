#include "client/store/applying.h"

#include "client/store/comparing.h"
#include "client/store/forking.h"
#include "client/store/leaving.h"
#include "client/store/moves.h"
#include "client/store/outbox.h"
#include "client/store/taking_lines.h"
#include "client/store/turning.h"
#include "shared/crypto/encoding.h"
#include "shared/crypto/keys.h"
#include "shared/protocol/enrolment.h"

#include <algorithm>

namespace store {

namespace {

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

// Forms are left out where the device has them: then its own stay. The choices and the closed
// months are said in every answer: what is not said was not chosen, or was opened again.
Status take_config(Store& store, const protocol::Answer& answer) {
    TRY_LET(identity, store.identity());
    const protocol::Welcome& welcome = answer.welcome;
    const bool is_known = identity.choices == welcome.choices && identity.closed == welcome.closed;
    if (answer.config.empty() && is_known) return base::Done{};
    identity.choices = welcome.choices;
    identity.closed = welcome.closed;
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
    TRY_LET(goes_on, take_lines(store, answer, named_by, is_present, is_ours, progress, applied));
    TRY(take_moves(store, answer, is_present));
    TRY(follow_scope(store, answer, goes_on, applied));
    if (is_present && answer.ending.receipt) TRY(put_receipt(store, *answer.ending.receipt));
    TRY(move_progress(answer, is_ours, progress, now));
    if (is_present) TRY(compare(store, answer, progress, applied));
    TRY(store.set_progress(progress));
    TRY(transaction.commit());
    return applied;
}

}  // namespace store
