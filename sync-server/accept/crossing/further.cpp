#include "sync-server/accept/crossing/further.h"

#include "shared/base/json.h"
#include "shared/records/change.h"
#include "sync-server/accept/joining/families.h"
#include "sync-server/accept/outside.h"
#include "sync-server/accept/relocating.h"
#include "sync-server/accept/writers.h"
#include "sync-server/store/changes.h"
#include "sync-server/store/devices.h"
#include "sync-server/store/moves.h"
#include "sync-server/store/people.h"
#include "sync-server/store/records.h"
#include "sync-server/store/unit_names.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace crossing {

using base::Done;
using base::Status;
namespace json = base::json;

namespace {

// A unit that is there no more goes by its code.
Result<std::string> unit_text(db::Connection& connection, const std::string& code) {
    TRY_LET(name, server_store::unit_name(connection, code));
    return name.empty() ? code : name;
}

Result<std::string> name_of(db::Connection& connection, const base::UserId& user) {
    if (user.text().empty()) return std::string("puskesmas");
    TRY_LET(known, server_store::find_user(connection, user));
    return known ? known->name : user.text();
}

Result<std::string> moves_text(db::Connection& connection, const std::string& record) {
    TRY_LET(moves, server_store::moves_of(connection, record));
    std::vector<std::string> tokens;
    for (const server_store::Move& each : moves) {
        TRY_LET(from, unit_text(connection, each.from));
        TRY_LET(to, unit_text(connection, each.to));
        tokens.push_back(
            json::Writer().add("from", from).add("to", to).add("since", each.since).text());
    }
    return json::array_of(tokens);
}

// What waits in quarantine because its family is gone, in the order in which it came.
class Waiters {
public:
    Waiters(db::Connection& connection, std::set<std::string> ids)
        : connection_(connection), ids_(std::move(ids)) {}

    Status add_to(Further& further) {
        TRY_LET(open, server_store::open_quarantine(connection_));
        for (const server_store::Quarantined& each : open) {
            if (each.code == accept::kMovedOut) TRY(add(each, further));
        }
        return Done{};
    }

private:
    struct Saying {
        std::size_t line = 0;
        std::map<std::string, std::int64_t> last_n = {};  // of each field
    };

    Status add(const server_store::Quarantined& item, Further& further) {
        const auto change = records::parse_change(item.line);
        if (!change.ok()) return Done{};
        const records::Change& made = change.value();
        TRY_LET(is_theirs, is_of_them(made));
        if (!is_theirs) return Done{};
        ids_.insert(item.record);
        further.changes.push_back({item.device, item.n});
        TRY_LET(unseen, unseen_of(item, made));
        base::Fields seen;
        for (const auto& [name, token] : made.set.entries()) {
            if (!unseen.has(name)) seen.set_token(name, token);
        }
        TRY_LET(origin, origin_of_change(item, made));
        if (!seen.empty() || unseen.empty()) {
            say(item, {item.record, made.type, std::move(seen), origin, false}, further);
        }
        if (!unseen.empty()) say(item, {item.record, made.type, unseen, origin, true}, further);
        return Done{};
    }

    // What it sets where others had written what its author never saw.
    Result<base::Fields> unseen_of(const server_store::Quarantined& item,
                                   const records::Change& made) {
        base::Fields unseen;
        TRY_LET(standing, server_store::find_record(connection_, item.record));
        if (!standing) return unseen;
        const auto writers = accept::Writers::parse(standing->writers);
        for (const auto& [name, token] : made.set.entries()) {
            if (!standing->record.fields.has(name) && !writers.has_own(name)) continue;
            const accept::Writer& last = writers.of(name);
            const bool is_own = last.device == item.device && last.n < item.n;
            if (last.revision > made.base && !is_own) unseen.set_token(name, token);
        }
        return unseen;
    }

    void say(const server_store::Quarantined& item, Line line, Further& further) {
        const base::Fields set = line.set;
        const auto [known, is_first] = sayings_.emplace(
            std::tuple(item.device, item.record, line.is_unseen), Saying{further.lines.size()});
        if (is_first) further.lines.push_back(std::move(line));
        add_to_line(known->second, item.n, set, further);
    }

    // Of one laptop's words on one field the last counts, by its own count, in whatever order they
    // came: they go as one line.
    static void add_to_line(Saying& said, std::int64_t n, const base::Fields& set,
                            Further& further) {
        base::Fields& line = further.lines[said.line].set;
        for (const auto& [name, token] : set.entries()) {
            const auto [last, is_first] = said.last_n.emplace(name, n);
            if (!is_first && last->second > n) continue;
            last->second = n;
            line.set_token(name, token);
        }
    }

    Result<bool> is_of_them(const records::Change& change) {
        if (ids_.count(change.record.text()) != 0) return true;
        TRY_LET(standing, server_store::find_record(connection_, change.record.text()));
        if (standing) return false;
        return ids_.count(accept::anchor_of(
                   {change.record, change.type, change.unit, {}, change.set})) != 0;
    }

    Result<std::string> origin_of_change(const server_store::Quarantined& item,
                                         const records::Change& change) {
        TRY_LET(author, server_store::author_of(connection_, item.device, item.n));
        TRY_LET(by, name_of(connection_, author ? author->user : base::UserId("")));
        TRY_LET(unit, unit_text(connection_, change.unit));
        return json::Writer()
            .add("unit", change.unit)
            .add("unit_name", unit)
            .add("by", by)
            .add("at", item.opened_at.unix_ms)
            .text();
    }

    db::Connection& connection_;
    std::set<std::string> ids_;
    // By device, record, and whether it was written unseen.
    std::map<std::tuple<std::int64_t, std::string, bool>, Saying> sayings_;
};

Status add_written(db::Connection& connection, const records::Record& record, Further& further) {
    TRY_LET(stored, server_store::find_record(connection, record.id.text()));
    CHECK(stored.has_value());  // read a moment ago, in this transaction
    TRY_LET(known, server_store::known_outside(connection, record.id.text()));
    const auto writers = accept::Writers::parse(stored->writers);
    const base::Fields set =
        writers.written_since(known.value_or(records::Revision{}), stored->record.fields);
    if (set.empty() && known) return Done{};
    TRY_LET(origin, origin_of(connection, *stored));
    further.lines.push_back({record.id.text(), record.type, set, origin, false});
    further.records.push_back({record.id.text(), stored->record.revision, ""});
    return Done{};
}

}  // namespace

Result<std::string> origin_of(db::Connection& connection,
                              const server_store::StoredRecord& stored) {
    const accept::Writer last = accept::Writers::parse(stored.writers).last();
    TRY_LET(author, server_store::author_of(connection, last.device, last.n));
    TRY_LET(by, name_of(connection, author ? author->user : base::UserId("")));
    TRY_LET(unit, unit_text(connection, stored.record.unit));
    TRY_LET(moves, moves_text(connection, stored.record.id.text()));
    return json::Writer()
        .add("unit", stored.record.unit)
        .add("unit_name", unit)
        .add("revision", to_text(stored.record.revision))
        .add("by", by)
        .add("at", author ? author->received_at.unix_ms : 0)
        .add_token("moves", moves)
        .text();
}

Result<std::vector<records::Record>> all_of(db::Connection& connection, const std::string& family) {
    TRY_LET(crossings, server_store::crossings(connection));
    std::vector<std::string> ids;
    for (const server_store::Crossing& each : crossings) {
        if (each.family != family) continue;
        TRY_LET(records, server_store::crossing_records(connection, each.id));
        for (const server_store::CrossingRecord& record : records) ids.push_back(record.record);
    }
    TRY_LET(belongings, joining::belongings_of(connection, ids));
    return std::move(belongings.going);
}

Result<Further> further_of(db::Connection& connection, const std::string& family) {
    Further further;
    TRY_LET(records, all_of(connection, family));
    std::set<std::string> ids;
    for (const records::Record& each : records) {
        if (each.unit != server_store::kOutside) continue;  // it is here again
        ids.insert(each.id.text());
        TRY(add_written(connection, each, further));
    }
    TRY(Waiters(connection, std::move(ids)).add_to(further));
    return further;
}

}  // namespace crossing
