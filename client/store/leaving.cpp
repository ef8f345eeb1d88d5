#include "client/store/leaving.h"

#include "client/store/confirmed.h"
#include "client/store/drafts.h"
#include "client/store/outbox.h"

#include <algorithm>
#include <vector>

namespace store {

namespace {

Result<std::vector<std::string>> texts(db::Statement& statement) {
    std::vector<std::string> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(statement.text(0));
    }
}

// Units of which anything is here and that are none of these. One step of the index for each unit,
// since this is asked after every answer.
Result<std::vector<std::string>> foreign_units(Store& store, const std::set<std::string>& units) {
    std::vector<std::string> found;
    std::string last;
    for (;;) {
        TRY_LET(next, store.connection().prepare("SELECT min(unit) FROM record WHERE unit > $1"));
        TRY(next.bind(1, last).step());
        if (next.is_null(0)) return found;
        last = next.text(0);
        if (units.count(last) == 0) found.push_back(last);
    }
}

// Her own changes have all had their last word.
Result<std::vector<std::string>> settled_records(Store& store, const std::string& unit) {
    TRY_LET(statement,
            store.connection().prepare(
                "SELECT id FROM record WHERE unit = $1 AND NOT EXISTS (SELECT 1 FROM outbox o "
                "WHERE o.record = record.id AND o.state IN ('waiting', 'quarantined', "
                "'conflict')) ORDER BY no"));
    statement.bind(1, unit);
    return texts(statement);
}

// All that her drafts say, to look for ids in it.
Result<std::string> said_by_drafts(Store& store) {
    TRY_LET(all, drafts(store));
    std::string said;
    for (const Draft& draft : all) {
        said += draft.id + "\n" + draft.record + "\n" + draft.answers.to_json() + "\n";
    }
    return said;
}

Status remove(Store& store, const std::string& record) {
    for (const char* sql : {
             "DELETE FROM record WHERE id = $1",  // takes its history along
             "DELETE FROM link WHERE source = $1",
             "UPDATE outbox SET in_overlay = 0 WHERE record = $1",
         }) {
        TRY_LET(statement, store.connection().prepare(sql));
        TRY(statement.bind(1, record).run());
    }
    return base::Done{};
}

Result<std::int64_t> let_go_of(Store& store, const std::string& unit, const std::string& drafts,
                               Confirming& confirming) {
    TRY_LET(settled, settled_records(store, unit));
    std::int64_t gone = 0;
    for (const std::string& id : settled) {
        if (drafts.find(id) != std::string::npos) continue;
        TRY(confirming.drop(id));
        TRY(remove(store, id));
        ++gone;
    }
    return gone;
}

// Their feeds are read from the beginning should they come back; what stays of them has its part in
// the sums still.
Status forget_cursors(Store& store, const std::set<std::string>& units) {
    TRY_LET(known, store.connection().prepare("SELECT unit FROM unit_state ORDER BY unit"));
    TRY_LET(all, texts(known));
    for (const std::string& unit : all) {
        if (units.count(unit) != 0) continue;
        for (const char* sql : {
                 "UPDATE unit_state SET cursor = 0, differs = 0 WHERE unit = $1",
                 "DELETE FROM unit_state WHERE unit = $1 AND NOT EXISTS "
                 "(SELECT 1 FROM record WHERE unit = $1)",
             }) {
            TRY_LET(statement, store.connection().prepare(sql));
            TRY(statement.bind(1, unit).run());
        }
    }
    return base::Done{};
}

}  // namespace

Result<records::Revision> moved_at(Store& store, std::string_view record) {
    TRY_LET(statement,
            store.connection().prepare("SELECT epoch, counter FROM moved WHERE id = $1"));
    TRY_LET(has_row, statement.bind(1, record).step());
    if (!has_row) return records::Revision{};
    return records::Revision{statement.number(0), statement.number(1)};
}

Status remember_move(Store& store, std::string_view record, records::Revision revision) {
    TRY_LET(statement, store.connection().prepare(
                           "INSERT INTO moved (id, epoch, counter) VALUES ($1, $2, $3) ON "
                           "CONFLICT (id) DO UPDATE SET epoch = $2, counter = $3 WHERE epoch < $2 "
                           "OR (epoch = $2 AND counter < $3)"));
    return statement.bind(1, record).bind(2, revision.epoch).bind(3, revision.counter).run();
}

Status forget_moves(Store& store) {
    TRY(store.connection().execute("DELETE FROM moved"));
    TRY(store.connection().execute("DELETE FROM was"));
    return store.set_meta(kMovesTold, "");
}

Result<std::int64_t> let_go(Store& store, const std::set<std::string>& units) {
    std::int64_t gone = 0;
    TRY_LET(foreign, foreign_units(store, units));
    if (!foreign.empty()) {
        TRY_LET(said, said_by_drafts(store));
        const NamedBy nothing = [](const records::Record&) { return std::vector<std::string>(); };
        Confirming confirming(store, nothing);
        for (const std::string& unit : foreign) {
            TRY_LET(left, let_go_of(store, unit, said, confirming));
            gone += left;
        }
        TRY(confirming.finish());
    }
    TRY(forget_cursors(store, units));
    return gone;
}

}  // namespace store
