#include "sync-server/store/records/erasing.h"

#include "shared/base/id.h"
#include "shared/records/agreement.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/duplicates/candidates.h"
#include "sync-server/store/duplicates/profiles.h"
#include "sync-server/store/records/crossings.h"
#include "sync-server/store/records/moves.h"
#include "sync-server/store/records/records.h"
#include "sync-server/store/reports/facts.h"

#include <deque>
#include <optional>
#include <set>
#include <utility>

namespace server_store {

using base::Done;

namespace {

constexpr std::string_view kNowhere;  // a tombstone that no unit's feed carries

Status run_with(db::Connection& connection, const char* sql, const std::string& id) {
    TRY_LET(statement, connection.prepare(sql));
    return statement.bind(1, id).run();
}

Result<std::vector<std::string>> texts_with(db::Connection& connection, const char* sql,
                                            std::string_view id) {
    TRY_LET(statement, connection.prepare(sql));
    statement.bind(1, id);
    std::vector<std::string> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(statement.text(0));
    }
}

Status put_tombstone(db::Connection& connection, const std::string& id, std::string_view unit,
                     std::int64_t seq) {
    TRY_LET(statement, connection.prepare("INSERT INTO erased (id, unit, seq) VALUES ($1, $2, $3) "
                                          "ON CONFLICT DO NOTHING"));
    return statement.bind(1, id).bind(2, unit).bind(3, seq).run();
}

Status put_in_feed(db::Connection& connection, const std::string& id, const std::string& unit,
                   const records::Agreement& agreement, std::int64_t seq) {
    TRY_LET(update, connection.prepare("UPDATE unit_state SET seq = $2, count = $3, hash = $4 "
                                       "WHERE unit = $1"));
    TRY(update.bind(1, unit)
            .bind(2, seq)
            .bind(3, agreement.count)
            .bind(4, static_cast<std::int64_t>(agreement.hash))
            .run());
    return put_tombstone(connection, id, unit, seq);
}

// The row goes, and with it its part of the unit's agreement.
Status take_record_out(db::Connection& connection, const StoredRecord& stored) {
    const std::string& id = stored.record.id.text();
    TRY_LET(state, unit_state(connection, stored.record.unit));
    state.agreement.remove(records::row_hash(id, stored.record.revision, stored.fields_text));
    TRY(run_with(connection, "DELETE FROM record WHERE id = $1", id));
    return put_in_feed(connection, id, stored.record.unit, state.agreement, state.seq + 1);
}

// A laptop of a unit that it left may not have heard of that yet.
Status tell_units_left(db::Connection& connection, const std::string& id) {
    TRY_LET(units, units_left(connection, id));
    for (const std::string& unit : units) {
        TRY_LET(state, unit_state(connection, unit));
        TRY(put_in_feed(connection, id, unit, state.agreement, state.seq + 1));
    }
    return Done{};
}

// After a restore from an old backup nothing here says which unit it was of.
Status tell_every_unit(db::Connection& connection, const std::string& id) {
    TRY(put_tombstone(connection, id, kNowhere, 0));
    TRY_LET(units, texts_with(connection, "SELECT unit FROM unit_state WHERE $1 <> ''", id));
    for (const std::string& unit : units) {
        TRY_LET(state, unit_state(connection, unit));
        TRY(put_in_feed(connection, id, unit, state.agreement, state.seq + 1));
    }
    return Done{};
}

struct Key {
    std::int64_t device = 0;
    std::int64_t n = 0;
};

Result<std::vector<Key>> changes_to(db::Connection& connection, const std::string& id) {
    TRY_LET(statement, connection.prepare("SELECT device, n FROM change WHERE record = $1"));
    statement.bind(1, id);
    std::vector<Key> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back({statement.number(0), statement.number(1)});
    }
}

// Number and hash stay, so that the chain does; the device hears the new outcome.
Status blank_change(db::Connection& connection, Key key, std::string_view code) {
    protocol::Outcome outcome;
    outcome.n = key.n;
    outcome.kind = protocol::OutcomeKind::Erased;
    outcome.code = std::string(code);
    TRY_LET(seq, draw_outcome_seq(connection, key.device));
    TRY(set_outcome(connection, key.device, key.n, outcome, seq));
    TRY_LET(blank, connection.prepare("UPDATE change SET line = '', before = '{}' WHERE "
                                      "device = $1 AND n = $2"));
    TRY(blank.bind(1, key.device).bind(2, key.n).run());
    // It may contend for another record, the one that its own was joined into.
    TRY_LET(withdraw, connection.prepare("DELETE FROM contender WHERE device = $1 AND n = $2"));
    TRY(withdraw.bind(1, key.device).bind(2, key.n).run());
    TRY_LET(release, connection.prepare("DELETE FROM quarantine WHERE device = $1 AND n = $2"));
    return release.bind(1, key.device).bind(2, key.n).run();
}

struct Waiting {
    Key key;
    std::string record;
};

Result<std::vector<Waiting>> quarantined_naming(db::Connection& connection, const std::string& id) {
    TRY_LET(statement, connection.prepare("SELECT device, n, record FROM quarantine WHERE "
                                          "record = $1 OR instr(line, $1) > 0"));
    statement.bind(1, id);
    std::vector<Waiting> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back({{statement.number(0), statement.number(1)}, statement.text(2)});
    }
}

class Erasing {
public:
    Erasing(db::Connection& connection, const std::vector<std::string>& ids)
        : connection_(connection), ids_(ids.begin(), ids.end()) {}

    Result<std::int64_t> run() {
        std::int64_t found = 0;
        const std::deque<std::string> given(ids_.begin(), ids_.end());
        for (const std::string& id : given) {
            TRY_LET(is_known, is_erased(connection_, id));
            if (is_known || !base::is_uuid(id)) continue;
            TRY_LET(was_here, erase_one(id));
            if (was_here) ++found;
        }
        while (!unborn_.empty()) {
            const std::string id = unborn_.front();
            unborn_.pop_front();
            TRY(put_tombstone(connection_, id, kNowhere, 0));
            TRY(forget(id));
        }
        // Hers too, where no household that she is compared with leads to it.
        for (const std::string& id : ids_) TRY(forget_profile(id));
        for (const std::string& id : family_) {
            if (ids_.count(id) == 0) TRY(mark_dirty(connection_, id));
            TRY(forget_profile(id));
        }
        return found;
    }

private:
    Result<bool> erase_one(const std::string& id) {
        TRY_LET(stored, find_record(connection_, id));
        if (stored) {
            TRY(take_record_out(connection_, *stored));
            TRY(tell_units_left(connection_, id));
        } else {
            TRY(tell_every_unit(connection_, id));
        }
        TRY(forget(id));
        return stored.has_value();
    }

    Status forget(const std::string& id) {
        TRY(remember_family(id));
        TRY(forget_moves(connection_, id));
        TRY(blank_quarantined(id));
        TRY_LET(changes, changes_to(connection_, id));
        TRY(forget_crossings(connection_, id));
        for (const Key key : changes) TRY(blank_change(connection_, key, ""));
        for (const char* sql : {
                 "DELETE FROM link WHERE source = $1",
                 "DELETE FROM link WHERE target = $1",
                 "DELETE FROM fact WHERE person = $1",
                 "DELETE FROM fact WHERE evidence = $1",
                 "UPDATE closed_fact SET evidence = '' WHERE evidence = $1",
                 "UPDATE closed_fact SET person = '', evidence = '', detail = '' WHERE person = $1",
                 "DELETE FROM changed_person WHERE person = $1",
                 "DELETE FROM dirty WHERE person = $1",
                 "DELETE FROM contender WHERE record = $1",
                 "DELETE FROM witness WHERE record = $1",
                 "DELETE FROM candidate WHERE a = $1 OR b = $1",
                 "DELETE FROM late_word WHERE record = $1",
                 // Tables that somebody is looking at: whoever is in them is not told apart.
                 "DELETE FROM import_draft WHERE $1 <> ''",
             }) {
            TRY(run_with(connection_, sql, id));
        }
        return Done{};
    }

    // What she was compared by holds names of her family: it is gathered anew from what is left.
    Status forget_profile(const std::string& id) {
        TRY_LET(profile, find_profile(connection_, id));
        if (!profile) return Done{};
        TRY_LET(of_home, profiles_of_home(connection_, profile->home));
        for (const std::string& each : of_home) {
            TRY(remove_profile(connection_, each));
            TRY(queue_for_matching(connection_, "person", each));
        }
        return Done{};
    }

    Status remember_family(const std::string& id) {
        TRY_LET(near, texts_with(connection_,
                                 "SELECT target FROM link WHERE source = $1 UNION "
                                 "SELECT source FROM link WHERE target = $1 UNION "
                                 "SELECT person FROM fact WHERE evidence = $1",
                                 id));
        family_.insert(near.begin(), near.end());
        return Done{};
    }

    // A record that only ever waited is erased with the one that it names; of one that stands, only
    // the change.
    Status blank_quarantined(const std::string& id) {
        TRY_LET(waiting, quarantined_naming(connection_, id));
        for (const Waiting& each : waiting) {
            TRY_LET(stands, find_record(connection_, each.record));
            const bool is_only_named = stands && each.record != id;
            TRY(blank_change(connection_, each.key, is_only_named ? protocol::kNamesErased : ""));
            if (stands || each.record.empty()) continue;
            if (ids_.insert(each.record).second) unborn_.push_back(each.record);
        }
        return Done{};
    }

    db::Connection& connection_;
    std::set<std::string> ids_;
    std::set<std::string> family_;
    std::deque<std::string> unborn_;  // records that never came to stand
};

}  // namespace

Result<std::int64_t> apply_erased(db::Connection& connection, const std::vector<std::string>& ids) {
    // What is taken out of a page is overwritten, not only no longer pointed at.
    TRY(connection.execute("PRAGMA secure_delete = ON"));
    return Erasing(connection, ids).run();
}

Status mark_erased(db::Connection& connection, std::string_view id) {
    return put_tombstone(connection, std::string(id), kNowhere, 0);
}

Result<bool> has_erased(db::Connection& connection) {
    TRY_LET(statement, connection.prepare("SELECT 1 FROM erased LIMIT 1"));
    return statement.step();
}

Result<bool> is_erased(db::Connection& connection, std::string_view id) {
    TRY_LET(statement, connection.prepare("SELECT 1 FROM erased WHERE id = $1 LIMIT 1"));
    return statement.bind(1, id).step();
}

Result<std::vector<std::string>> erased_ids(db::Connection& connection) {
    return texts_with(connection, "SELECT DISTINCT id FROM erased WHERE id <> $1 ORDER BY id", "");
}

Result<bool> names_erased(db::Connection& connection, std::string_view line) {
    TRY_LET(statement, connection.prepare("SELECT 1 FROM erased WHERE instr($1, id) > 0 LIMIT 1"));
    return statement.bind(1, line).step();
}

Result<std::vector<Tombstone>> tombstones(db::Connection& connection, std::string_view unit,
                                          std::int64_t after) {
    TRY_LET(statement, connection.prepare("SELECT id, seq, '', 0, 0 FROM erased WHERE unit = $1 "
                                          "AND seq > $2 UNION ALL SELECT id, seq, to_unit, "
                                          "epoch, counter FROM moved WHERE unit = $1 AND "
                                          "seq > $2 ORDER BY 2"));
    statement.bind(1, unit).bind(2, after);
    std::vector<Tombstone> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back({statement.text(0),
                         statement.number(1),
                         statement.text(2),
                         {statement.number(3), statement.number(4)}});
    }
}

Result<std::int64_t> count_quarantined_naming(db::Connection& connection,
                                              const std::vector<std::string>& ids) {
    std::set<std::pair<std::int64_t, std::int64_t>> found;
    for (const std::string& id : ids) {
        TRY_LET(waiting, quarantined_naming(connection, id));
        for (const Waiting& each : waiting) found.emplace(each.key.device, each.key.n);
    }
    return static_cast<std::int64_t>(found.size());
}

}  // namespace server_store
