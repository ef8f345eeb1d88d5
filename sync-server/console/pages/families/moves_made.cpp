#include "sync-server/console/pages/families/moves_made.h"

#include "shared/base/markup.h"
#include "sync-server/accept/change/aliases.h"
#include "sync-server/accept/joining/joining.h"
#include "sync-server/accept/joining/moving.h"
#include "sync-server/console/pages/decided.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/records/moves.h"
#include "sync-server/store/records/records.h"

#include <algorithm>
#include <set>

namespace console {

using html::all;
using joining::NotedMove;
using server_store::Audited;

namespace {

// Of the same household or person, the one right after it.
Result<std::optional<NotedMove>> next_move(const Visit& visit, const Audited& moved) {
    constexpr std::int64_t kMost = 1000;  // of one family
    server_store::AuditSearch search;
    search.what = moved.what;
    search.subject = moved.subject;
    search.from = moved.at;
    TRY_LET(found, server_store::search_audit(visit.connection, search, 0, kMost));
    std::optional<NotedMove> next;
    for (const Audited& each : found) {  // the newest first
        if (each.at == moved.at && each.reason == moved.reason) break;
        next = joining::noted_move(each.reason);
    }
    return next;
}

// Where she lived before she moved alone: what the move wrote over.
Result<std::string> home_before(const Visit& visit, const Audited& moved, const std::string& unit) {
    TRY_LET(history, server_store::history_of(visit.connection, moved.subject));
    std::string home;
    for (const server_store::LoggedChange& each : history) {
        if (each.received_at != moved.at) continue;
        TRY_LET(before, base::Fields::parse_kept(each.before));
        if (before.has("household_id")) home = before.text("household_id");
    }
    TRY_LET(id, accept::canonical(visit.connection, home));
    TRY_LET(household, server_store::find_record(visit.connection, id));
    const bool is_there = household && household->record.unit == unit;
    return is_there ? id : std::string();
}

// Who lives in a household, and it; a person by herself.
Result<std::set<std::string>> family_of(const Visit& visit, const records::Record& record) {
    std::set<std::string> ids = {record.id.text()};
    if (record.type != "household") return ids;
    TRY_LET(naming, server_store::records_naming(visit.connection, record.id.text()));
    for (const records::Record& each : naming) {
        if (each.fields.text("household_id") == record.id.text()) ids.insert(each.id.text());
    }
    return ids;
}

Result<bool> came_along(const Visit& visit, const std::string& id, const NotedMove& noted) {
    TRY_LET(moves, server_store::moves_of(visit.connection, id));
    return std::any_of(moves.begin(), moves.end(), [&noted](const records::Move& each) {
        return each.from == noted.from && each.to == noted.to;
    });
}

// The latest joining with somebody who did not come along: moved back, both would go. Empty: none.
Result<std::string> joined_since(const Visit& visit, const Audited& moved, const NotedMove& noted,
                                 const records::Record& record) {
    constexpr std::size_t kMost = 1000;  // years of joining
    TRY_LET(family, family_of(visit, record));
    TRY_LET(merges, joining::merges(visit.connection, kMost));
    for (const joining::Merge& each : merges) {
        if (each.decided_at < moved.at) break;  // the newest first
        const bool is_theirs = family.contains(each.winner) || family.contains(each.loser);
        if (each.undone_at || !is_theirs) continue;
        TRY_LET(winner_came, came_along(visit, each.winner, noted));
        TRY_LET(loser_came, came_along(visit, each.loser, noted));
        if (!winner_came || !loser_came) return each.id;
    }
    return std::string();
}

Result<Html> way_back(const Visit& visit, const Audited& moved, const NotedMove& noted,
                      const records::Record& record) {
    TRY_LET(merge, joined_since(visit, moved, noted, record));
    if (!merge.empty()) {
        return all(" · ", tr("joined since:"), " ",
                   link("/merges/" + merge, tr("take the joining back first")));
    }
    MoveBack way{record.id.text(), record.type == "person", noted.from};
    if (way.is_person) {
        TRY_LET(home, home_before(visit, moved, noted.from));
        way.home = home;
    }
    return all(" · ", link(address_of(way), tr("Take back")));
}

}  // namespace

std::string address_of(const MoveBack& way) {
    std::string path = "/moves/within?person=" + base::percent_encoded(way.record) +
                       "&to=" + base::percent_encoded(way.to) + "&since=never&back=1";
    if (way.is_person) path += "&alone=1";
    if (!way.pair.empty()) path += "&pair=" + base::percent_encoded(way.pair);
    return way.home.empty() ? path : path + "&into=" + way.home;
}

Result<Html> what_became_of_move(const Visit& visit, const Audited& moved,
                                 const records::Record& record) {
    const auto noted = joining::noted_move(moved.reason);
    if (!noted) return Html();
    const Html where =
        all(": ",
            tr("from {0} to {1}", {unit_words(visit, noted->from), unit_words(visit, noted->to)}));
    TRY_LET(next, next_move(visit, moved));
    const bool is_back = next ? next->to == noted->from : record.unit == noted->from;
    if (is_back) return all(where, ", ", tr("taken back since"));
    const bool stands = !next && record.unit == noted->to;
    if (!stands || !visit.may(Action::MoveFamilies)) return where;
    TRY_LET(way, way_back(visit, moved, *noted, record));
    return all(where, way);
}

Result<Html> moves_made(const Visit& visit) {
    TRY_LET(rows, decided_rows(visit, {"move"}));
    return decided_table(visit, std::move(rows), tr("Nobody has moved between our posyandu yet."));
}

}  // namespace console
