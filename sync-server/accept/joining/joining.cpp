#include "sync-server/accept/joining/joining.h"

#include "shared/base/id.h"
#include "shared/base/json.h"
#include "sync-server/accept/change/aliases.h"
#include "sync-server/accept/joining/choosing.h"
#include "sync-server/accept/joining/families.h"
#include "sync-server/accept/joining/guards.h"
#include "sync-server/accept/joining/seen.h"
#include "sync-server/accept/joining/tagged.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/records/records.h"
#include "sync-server/store/reports/facts.h"

#include <algorithm>
#include <array>
#include <set>

namespace joining {

using base::Done;
using base::Error;
using base::ErrorCode;
using records::Record;

namespace {

constexpr std::array<std::string_view, 3> kJoinable = {"person", "household", "birth_event"};

struct Pair {
    Record winner, loser;
};

Result<Record> record_of(db::Connection& connection, std::string_view id) {
    TRY_LET(stored, server_store::find_record(connection, id));
    if (!stored) return Error{ErrorCode::NotFound, "one of the two is not here"};
    return std::move(stored->record);
}

Result<Pair> pair_of(db::Connection& connection, std::string_view winner, std::string_view loser) {
    if (winner == loser) return Error{ErrorCode::Refused, "that is one and the same record"};
    TRY_LET(kept, record_of(connection, winner));
    TRY_LET(other, record_of(connection, loser));
    const bool is_joinable =
        std::find(kJoinable.begin(), kJoinable.end(), kept.type) != kJoinable.end();
    if (kept.type == other.type && is_joinable) return Pair{std::move(kept), std::move(other)};
    return Error{ErrorCode::Refused, "only two persons, two households or two births are joined"};
}

struct Held {
    std::map<std::string, std::int64_t> counts;
    std::string last_visit;

    void add(const Record& record) {
        ++counts[record.type];
        if (record.type != "visit" || is_retracted(record)) return;
        last_visit = std::max(last_visit, record.fields.text("started_at"));
    }
};

Result<Held> held_by(db::Connection& connection, const Record& one) {
    TRY_LET(belongings, belongings_of(connection, {one.id.text()}));
    Held held;
    std::set<std::string> counted;
    const auto add = [&](const std::vector<Record>& records) {
        for (const Record& each : records) {
            const bool is_other = each.id != one.id && each.type != "merge_log";
            if (is_other && counted.insert(each.id.text()).second) held.add(each);
        }
    };
    add(belongings.going);
    TRY_LET(naming, server_store::records_naming(connection, one.id.text()));
    add(naming);  // babies are of their household, and name their mother
    return held;
}

// Two ids of what was joined before name one and the same: there is nothing to choose.
Status leave_out_joined(db::Connection& connection, const Pair& pair,
                        std::vector<FieldPair>& fields) {
    std::vector<FieldPair> left;
    for (FieldPair& each : fields) {
        const std::string one = pair.winner.fields.text(each.field);
        const std::string other = pair.loser.fields.text(each.field);
        if (base::is_uuid(one) && base::is_uuid(other)) {
            TRY_LET(meant, accept::canonical(connection, one));
            TRY_LET(meant_by_other, accept::canonical(connection, other));
            if (meant == meant_by_other) continue;
        }
        left.push_back(std::move(each));
    }
    fields = std::move(left);
    return Done{};
}

Result<Preview> look_at(const Desk& desk, std::string_view winner, std::string_view loser) {
    TRY_LET(pair, pair_of(desk.connection, winner, loser));
    const forms::Form* form = desk.forms.find(pair.winner.type);
    CHECK(form != nullptr);  // the shipped forms have them
    TRY_LET(objections, objections_to(desk.connection, pair.winner, pair.loser));
    TRY_LET(held, held_by(desk.connection, pair.winner));
    TRY_LET(moving, held_by(desk.connection, pair.loser));
    auto fields = pairs_of(*form, pair.winner.fields, pair.loser.fields);
    TRY(leave_out_joined(desk.connection, pair, fields));
    return Preview{std::move(pair.winner),       std::move(pair.loser),  std::move(fields),
                   std::move(moving.counts),     std::move(held.counts), std::move(held.last_visit),
                   std::move(moving.last_visit), std::move(objections)};
}

Status check_objections(const std::vector<Objection>& objections, bool is_forced) {
    for (const Objection& each : objections) {
        if (each.can_be_forced && is_forced) continue;
        return Error{ErrorCode::Refused, each.words};
    }
    return Done{};
}

// Not as long as a reader follows, with room for what hangs below.
constexpr int kAliasesMax = 8;

Result<int> depth_below(db::Connection& connection, const std::string& id, int depth) {
    if (depth > kAliasesMax) return depth;
    int deepest = depth;
    TRY_LET(naming, server_store::records_naming(connection, id));
    for (const Record& each : naming) {
        if (each.fields.text("merged_into") != id) continue;
        TRY_LET(below, depth_below(connection, each.id.text(), depth + 1));
        deepest = std::max(deepest, below);
    }
    return deepest;
}

Status check_chain(db::Connection& connection, const std::string& loser) {
    TRY_LET(depth, depth_below(connection, loser, 1));
    if (depth <= kAliasesMax) return Done{};
    return Error{ErrorCode::Refused, "that would be a chain of too many joined records"};
}

// An alias, and nothing else of hers is touched.
Status put_alias(accept::Session& session, const Pair& pair, const Request& request,
                 const std::string& merge) {
    base::Fields alias;
    alias.set("merged_into", pair.winner.id.text());
    if (pair.loser.type == "household") alias.set("status", "MERGED");
    return write_tagged(session, pair.loser, alias, request.reason, merge);
}

// So that laptops and reports can see that it was done, by whom, and why.
Status put_log(accept::Session& session, const Pair& pair, const Request& request,
               const Chosen& chosen, const std::string& merge) {
    Record log;
    log.id = records::RecordId(merge);
    log.type = kMergeLog;
    log.unit = pair.winner.unit;
    base::Fields fields;
    fields.set("entity", pair.winner.type);
    fields.set("survivor_id", pair.winner.id.text());
    fields.set("duplicate_id", pair.loser.id.text());
    fields.set("match_evidence", request.reason);
    fields.set("field_choices", chosen.choices_json);
    fields.set("decided_by", request.actor);
    fields.set("decided_at", moment(session));
    TRY(accept::check_document(session, log.type, fields));
    return write_tagged(session, log, fields, request.reason, merge);
}

Status write_all(accept::Session& session, const Preview& found, const Request& request,
                 const std::string& merge) {
    TRY_LET(chosen, choose(found.fields, request));
    const Pair pair{found.winner, found.loser};
    base::Fields document = pair.winner.fields;
    document.apply(chosen.set);
    TRY(accept::check_document(session, pair.winner.type, document));
    if (!chosen.set.empty()) {
        TRY(write_tagged(session, pair.winner, chosen.set, request.reason, merge));
    }
    TRY(put_alias(session, pair, request, merge));
    TRY(put_log(session, pair, request, chosen, merge));
    // What hangs on the one is counted as the other's from now on.
    TRY(server_store::mark_dirty(session.connection, pair.winner.id.text()));
    return server_store::mark_dirty(session.connection, pair.loser.id.text());
}

}  // namespace

Result<Preview> preview(const Desk& desk, std::string_view winner, std::string_view loser) {
    return look_at(desk, winner, loser);
}

Result<std::string> join(const Desk& desk, const Request& request) {
    TRY(check_reason(request.reason));
    TRY(accept::check_desk_text(request.third, ""));
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, accept::desk_session(desk));
    TRY(check_seen(desk.connection, request.seen));
    TRY_LET(found, look_at(desk, request.winner, request.loser));
    TRY(check_objections(found.objections, request.is_forced));
    TRY(check_chain(desk.connection, request.loser));
    std::string merge = base::make_uuid7(session.now, session.random);
    TRY(write_all(session, found, request, merge));
    TRY(server_store::audit(desk.connection,
                            {session.now, request.actor, "merge", merge,
                             request.loser + " into " + request.winner + ": " + request.reason}));
    TRY(transaction.commit());
    return merge;
}

}  // namespace joining
