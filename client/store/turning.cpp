#include "client/store/turning.h"

#include "client/store/forking.h"
#include "client/store/leaving.h"
#include "client/store/outbox.h"
#include "shared/base/json.h"
#include "shared/protocol/record_line.h"

#include <algorithm>

namespace store {

namespace {

namespace json = base::json;

constexpr std::string_view kTurn = "turn";
constexpr std::size_t kLackingAtOnce = 500;  // the server says anew after each request

// Where this store stands on its way to the new epoch.
struct Turning {
    std::int64_t to = 0;
    std::string unit;                  // being gone through; empty: all are
    std::vector<std::string> lacking;  // records of it that the server lacks
};

Result<std::optional<Turning>> turning_of(Store& store) {
    TRY_LET(text, store.meta(kTurn));
    if (text.empty()) return std::optional<Turning>();
    TRY_LET(object, json::Object::parse(text));
    Turning turning{object.integer("to").value_or(0), object.string("unit").value_or(""), {}};
    for (const std::string& token : object.array("lacking").value_or(std::vector<std::string>{})) {
        turning.lacking.push_back(json::string_of(token).value_or(""));
    }
    return std::optional<Turning>(std::move(turning));
}

Status keep(Store& store, const Turning& turning) {
    std::vector<std::string> lacking;
    for (const std::string& id : turning.lacking) lacking.push_back(json::quoted(id));
    return store.set_meta(kTurn, json::Writer()
                                     .add("to", turning.to)
                                     .add("unit", turning.unit)
                                     .add_token("lacking", json::array_of(lacking))
                                     .text());
}

Result<std::string> unit_after(Store& store, const std::string& unit) {
    TRY_LET(statement, store.connection().prepare("SELECT unit FROM unit_state WHERE unit > $1 "
                                                  "ORDER BY unit LIMIT 1"));
    TRY_LET(has_row, statement.bind(1, unit).step());
    return has_row ? statement.text(0) : std::string();
}

// The confirmed text as the server once sent it.
Result<std::string> witness_line(Store& store, const std::string& id) {
    TRY_LET(row, store.connection().prepare("SELECT type, unit, epoch, counter, confirmed FROM "
                                            "record WHERE id = $1 AND confirmed IS NOT NULL"));
    TRY_LET(has_row, row.bind(1, id).step());
    if (!has_row) return std::string();
    return protocol::record_line(id, row.text(0), row.text(1), {row.number(2), row.number(3)},
                                 row.text(4));
}

// Only a bucket that the answer names differs at all.
Result<std::vector<std::string>> lacking_of(Store& store, const std::string& unit,
                                            const std::vector<protocol::Held>& held) {
    std::vector<const protocol::Held*> buckets(records::kBuckets, nullptr);
    for (const protocol::Held& each : held) {
        const bool is_bucket = each.number >= 0 && each.number < records::kBuckets;
        if (each.unit == unit && is_bucket) buckets[static_cast<std::size_t>(each.number)] = &each;
    }
    TRY_LET(rows, store.connection().prepare("SELECT id, epoch, counter FROM record WHERE "
                                             "unit = $1 AND confirmed IS NOT NULL"));
    rows.bind(1, unit);
    std::vector<std::string> lacking;
    while (lacking.size() < kLackingAtOnce) {
        TRY_LET(has_row, rows.step());
        if (!has_row) break;
        const std::string id = rows.text(0);
        const auto* bucket = buckets[static_cast<std::size_t>(records::bucket_of(id))];
        if (bucket == nullptr) continue;
        const auto theirs = bucket->rows.find(id);
        const records::Revision ours{rows.number(1), rows.number(2)};
        if (theirs == bucket->rows.end() || theirs->second < ours) lacking.push_back(id);
    }
    return lacking;
}

// Own changes that the server does not hold any more wait again, and show until it has answered.
Status wait_again(Store& store, std::int64_t after) {
    std::vector<std::string> records;
    {
        TRY_LET(rows,
                store.connection().prepare("SELECT DISTINCT record FROM outbox WHERE n > $1"));
        rows.bind(1, after);
        for (;;) {
            TRY_LET(has_row, rows.step());
            if (!has_row) break;
            records.push_back(rows.text(0));
        }
    }
    TRY_LET(update,
            store.connection().prepare(
                "UPDATE outbox SET epoch = CASE state WHEN 'done' THEN epoch ELSE 0 END, counter = "
                "CASE state WHEN 'done' THEN counter ELSE 0 END, state = 'waiting', outcome = '', "
                "in_overlay = 1 WHERE n > $1"));
    TRY(update.bind(1, after).run());
    for (const std::string& record : records) TRY(refresh_shown(store, record));
    return base::Done{};
}

// After an earlier life the numbers that the server gave to it are not in this box; and what was
// erased since cannot be sent again.
Result<bool> holds_all_after(Store& store, std::int64_t n, std::int64_t last) {
    TRY_LET(rows, store.connection().prepare("SELECT COUNT(*) FROM outbox WHERE n > $1 "
                                             "AND state <> 'erased'"));
    TRY(rows.bind(1, n).step());
    return rows.number(0) == last - n;
}

// False: the server names more of its history first.
Result<bool> part_from(Store& store, const protocol::Fork& fork) {
    TRY_LET(ours, hash_at(store, fork.acknowledged));
    TRY_LET(progress, store.progress());
    TRY_LET(holds_all, holds_all_after(store, fork.acknowledged, progress.last_n));
    if (ours != fork.head || !holds_all) return follow_fork(store, fork);
    TRY(wait_again(store, fork.acknowledged));
    progress.acknowledged = fork.acknowledged;
    TRY(store.set_progress(progress));
    return true;
}

Status finish(Store& store, const protocol::Answer& answer) {
    TRY_LET(has_parted, part_from(store, *answer.welcome.fork));
    if (!has_parted) return base::Done{};
    TRY_LET(progress, store.progress());
    progress.epoch = answer.welcome.epoch;
    progress.safe = std::min(progress.safe, progress.acknowledged);
    progress.outcomes = 0;
    progress.compared = false;
    TRY(store.set_progress(progress));
    // Everything is sent anew; what stood here alone is taken out by the comparison.
    TRY(store.connection().execute("UPDATE unit_state SET cursor = 0, differs = 0"));
    TRY(forget_moves(store));
    return store.set_meta(kTurn, "");
}

}  // namespace

Result<std::string> turn_step(Store& store) {
    return store.meta(kTurn);
}

Result<std::optional<TurnRequest>> turn_request(Store& store, std::size_t bytes_max) {
    TRY_LET(turning, turning_of(store));
    if (!turning) return std::optional<TurnRequest>();
    TurnRequest request{{turning->to, turning->unit.empty()}, turning->unit, {}};
    std::size_t bytes = 0;
    for (const std::string& id : turning->lacking) {
        TRY_LET(line, witness_line(store, id));
        if (line.empty()) continue;
        bytes += line.size() + 1;
        if (!request.lines.empty() && bytes > bytes_max) break;
        request.lines.push_back(std::move(line));
    }
    return std::optional<TurnRequest>(std::move(request));
}

Status follow_reset(Store& store, const protocol::Answer& answer) {
    TRY_LET(turning, turning_of(store));
    if (!turning || turning->to != answer.welcome.epoch) {
        TRY_LET(first, unit_after(store, ""));
        return keep(store, {answer.welcome.epoch, first, {}});
    }
    if (turning->unit.empty()) {
        return answer.welcome.fork ? finish(store, answer) : base::Status(base::Done{});
    }
    TRY_LET(lacking, lacking_of(store, turning->unit, answer.held));
    turning->lacking = std::move(lacking);
    if (turning->lacking.empty()) {
        TRY_LET(next, unit_after(store, turning->unit));
        turning->unit = next;
    }
    return keep(store, *turning);
}

}  // namespace store
