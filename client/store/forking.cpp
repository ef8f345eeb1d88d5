#include "client/store/forking.h"

#include "client/store/erased.h"
#include "client/store/outbox.h"

#include <algorithm>

namespace store {

namespace {

Result<std::vector<Sent>> all_after(Store& store, std::int64_t n) {
    TRY_LET(statement, store.connection().prepare("SELECT n, record, line, hash, state, outcome, "
                                                  "before, epoch, counter FROM outbox WHERE n > $1 "
                                                  "ORDER BY n"));
    statement.bind(1, n);
    std::vector<Sent> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back({statement.number(0), RecordId(statement.text(1)), statement.text(2),
                         statement.text(3), statement.text(4), statement.text(5)});
        if (found.back().state == kDone) {
            found.back().reached = {statement.number(7), statement.number(8)};
        }
        if (statement.is_null(6)) continue;
        TRY_LET(before, Fields::parse(statement.text(6)));
        found.back().before = std::move(before);
    }
}

// How far our history and the server's are the same: a hash commits to all that came before it.
Result<std::int64_t> common_until(Store& store, const protocol::Fork& fork) {
    std::int64_t common = fork.from - 1;
    for (const std::string& theirs : fork.hashes) {
        TRY_LET(ours, hash_at(store, common + 1));
        if (ours != theirs) break;
        ++common;
    }
    return common;
}

Status renumber(Store& store, const Sent& change, std::int64_t n, const std::string& hash) {
    TRY_LET(statement, store.connection().prepare(
                           "INSERT INTO outbox (n, record, line, hash, made_at, state, outcome, "
                           "epoch, counter, in_overlay, before) VALUES ($1, $2, $3, $4, $5, "
                           "'waiting', '', $7, $8, 1, $6)"));
    auto parsed = records::parse_change(change.line);
    CHECK(parsed.ok());  // we wrote it
    return statement.bind(1, n)
        .bind(2, change.record.text())
        .bind(3, change.line)
        .bind(4, hash)
        .bind(5, parsed.value().made_at.unix_ms)
        .bind(6, change.before ? std::optional(change.before->to_json()) : std::nullopt)
        .bind(7, change.reached.epoch)
        .bind(8, change.reached.counter)
        .run();
}

Status begin_new_life(Store& store, const protocol::Fork& fork, std::int64_t common) {
    TRY_LET(progress, store.progress());
    TRY_LET(unknown_there, all_after(store, common));
    {
        TRY_LET(clear, store.connection().prepare("DELETE FROM outbox WHERE n > $1"));
        TRY(clear.bind(1, common).run());
    }
    std::string head = fork.head;
    std::int64_t n = fork.acknowledged;
    TRY(store.set_meta("chain_before_" + std::to_string(n + 1), head));
    for (const Sent& change : unknown_there) {
        TRY_LET(was_erased, is_erased(store, change.record.text()));
        if (was_erased || change.state == kErased) continue;  // there is nothing left to send
        head = records::chain_hash(head, ++n, change.line);
        TRY(renumber(store, change, n, head));
    }
    progress.incarnation = std::max(progress.incarnation, fork.incarnation) + 1;
    progress.acknowledged = fork.acknowledged;
    progress.last_n = n;
    progress.head = head;
    return store.set_progress(progress);
}

}  // namespace

Result<bool> follow_fork(Store& store, const protocol::Fork& fork) {
    TRY_LET(common, common_until(store, fork));
    const bool all_ours = common == fork.from + static_cast<std::int64_t>(fork.hashes.size()) - 1;
    if (!fork.is_whole && all_ours) {
        TRY_LET(progress, store.progress());
        progress.acknowledged = common;
        TRY(store.set_progress(progress));
        return false;
    }
    TRY(begin_new_life(store, fork, common));
    return true;
}

}  // namespace store
