#include "client/store/confirmed.h"

#include "client/store/erased.h"
#include "client/store/history.h"
#include "client/store/leaving.h"

namespace store {

namespace {

Status move_agreement(Store& store, const std::string& unit, records::Agreement delta) {
    TRY_LET(read, store.connection().prepare("SELECT hash FROM unit_state WHERE unit = $1"));
    TRY_LET(has_row, read.bind(1, unit).step());
    const auto old = has_row ? static_cast<std::uint64_t>(read.number(0)) : 0;
    TRY_LET(statement,
            store.connection().prepare("INSERT INTO unit_state (unit, cursor, count, hash, "
                                       "differs) VALUES ($1, 0, $2, $3, 0) ON CONFLICT (unit) DO "
                                       "UPDATE SET count = count + $2, hash = $3"));
    return statement.bind(1, unit)
        .bind(2, delta.count)
        .bind(3, static_cast<std::int64_t>(old + delta.hash))
        .run();
}

Status insert_row(Store& store, const records::Record& record, const std::string& text) {
    TRY_LET(statement,
            store.connection().prepare("INSERT INTO record (id, type, unit, epoch, counter, "
                                       "confirmed, shown) VALUES ($1, $2, $3, $4, $5, $6, '')"));
    return statement.bind(1, record.id.text())
        .bind(2, record.type)
        .bind(3, record.unit)
        .bind(4, record.revision.epoch)
        .bind(5, record.revision.counter)
        .bind(6, text)
        .run();
}

// The unit is in an index, which is written anew wherever it is set: so only if it is another.
Status update_row(Store& store, const std::string& unit_before, std::int64_t no,
                  const records::Record& record, const std::string& text) {
    TRY_LET(statement, store.connection().prepare(
                           unit_before == record.unit
                               ? "UPDATE record SET epoch = $2, counter = $3, "
                                 "confirmed = $4, shown = '' WHERE no = $1"
                               : "UPDATE record SET epoch = $2, counter = $3, "
                                 "confirmed = $4, shown = '', unit = $5 WHERE no = $1"));
    statement.bind(1, no)
        .bind(2, record.revision.epoch)
        .bind(3, record.revision.counter)
        .bind(4, text);
    if (unit_before != record.unit) statement.bind(5, record.unit);
    return statement.run();
}

Status put_links(Store& store, const records::Record& record, const NamedBy& named_by) {
    for (const std::string& target : named_by(record)) {
        TRY_LET(add, store.connection().prepare("INSERT INTO link (source, target) VALUES "
                                                "($1, $2) ON CONFLICT DO NOTHING"));
        TRY(add.bind(1, record.id.text()).bind(2, target).run());
    }
    return base::Done{};
}

}  // namespace

struct Confirming::Standing {
    std::int64_t no = 0;
    std::string unit;
    records::Revision revision;
    std::string confirmed;
    bool is_confirmed = false;
};

Result<std::optional<Confirming::Standing>> Confirming::standing_of(std::string_view id) {
    TRY_LET(statement, store_.connection().prepare("SELECT no, unit, epoch, counter, confirmed "
                                                   "FROM record WHERE id = $1"));
    TRY_LET(has_row, statement.bind(1, id).step());
    if (!has_row) return std::optional<Standing>();
    return std::optional<Standing>(Standing{statement.number(0),
                                            statement.text(1),
                                            {statement.number(2), statement.number(3)},
                                            statement.text(4),
                                            !statement.is_null(4)});
}

Result<bool> Confirming::was_erased(std::string_view id) {
    if (!has_erased_) {
        TRY_LET(any, store_.connection().number("SELECT EXISTS (SELECT 1 FROM erased)"));
        has_erased_ = any != 0;
    }
    return *has_erased_ ? is_erased(store_, id) : Result<bool>(false);
}

Result<records::Revision> Confirming::when_moved(std::string_view id) {
    if (!has_moved_) {
        TRY_LET(any, store_.connection().number("SELECT EXISTS (SELECT 1 FROM moved)"));
        has_moved_ = any != 0;
    }
    return *has_moved_ ? moved_at(store_, id) : Result<records::Revision>(records::Revision{});
}

void Confirming::take_from_agreement(std::string_view id, const Standing& standing) {
    deltas_[standing.unit].remove(records::row_hash(id, standing.revision, standing.confirmed));
}

Status Confirming::put(const records::Record& record, const std::optional<Standing>& standing) {
    const std::string text = record.fields.to_json();
    if (standing && standing->is_confirmed) take_from_agreement(record.id.text(), *standing);
    deltas_[record.unit].add(records::row_hash(record.id.text(), record.revision, text));
    if (standing) {
        TRY(update_row(store_, standing->unit, standing->no, record, text));
    } else {
        TRY(insert_row(store_, record, text));
    }
    return base::Done{};
}

// Of a record that was not here before, only who wrote it: a first sync brings thousands.
Status Confirming::keep_history(const protocol::RecordLine& line,
                                const std::optional<Standing>& standing) {
    ArrivedChange change;
    change.revision = line.record.revision;
    change.by = line.last.by;
    change.at = line.last.received_at;
    const auto& other = line.last.other;
    const records::Revision known = standing ? standing->revision : records::Revision{};
    if (other && other->revision > known) {
        change.by = other->by;
        change.at = other->received_at;
        change.is_ours = true;
    }
    if (standing) {
        TRY_LET(old, Fields::parse(standing->is_confirmed ? standing->confirmed : "{}"));
        change.from = standing->revision;
        change.after = line.record.fields.changes_since(old);
        change.before = old.changes_since(line.record.fields);
        if (change.after.empty()) return base::Done{};
    }
    return put_arrived(store_, line.record.id.text(), change);
}

Result<bool> Confirming::confirm(const protocol::RecordLine& line, bool repairs) {
    const records::Record& record = line.record;
    TRY_LET(is_gone, was_erased(record.id.text()));
    if (is_gone) return false;  // a late answer that still has it
    TRY_LET(moved, when_moved(record.id.text()));
    if (record.revision < moved && !repairs) return false;  // the same, of one that went away
    TRY_LET(standing, standing_of(record.id.text()));
    if (standing && standing->is_confirmed && record.revision <= standing->revision) {
        const bool is_damaged = repairs && (record.revision != standing->revision ||
                                            record.fields.to_json() != standing->confirmed);
        if (!is_damaged) return false;
        TRY(put(record, standing));  // nobody's change: there is nothing to tell of it
        TRY(put_links(store_, record, named_by_));
        return true;
    }
    TRY(put(record, standing));
    TRY(put_links(store_, record, named_by_));
    TRY(keep_history(line, standing));
    return true;
}

Result<bool> Confirming::predict(const records::Change& change, records::Revision next) {
    TRY_LET(standing, standing_of(change.record.text()));
    TRY_LET(is_gone, was_erased(change.record.text()));
    if (!standing || is_gone) return false;
    const bool is_next = standing->revision.counter + 1 == next.counter &&
                         (!standing->is_confirmed || standing->revision.epoch == next.epoch);
    if (!is_next) return false;
    TRY_LET(fields, Fields::parse(standing->is_confirmed ? standing->confirmed : "{}"));
    fields.apply(change.set);
    // Whom it names was linked when the change was saved.
    TRY(put({change.record, change.type, standing->unit, next, std::move(fields)}, standing));
    return true;
}

Result<bool> Confirming::move(const protocol::MovedLine& line) {
    TRY_LET(standing, standing_of(line.id));
    if (standing && standing->is_confirmed && line.revision <= standing->revision) return false;
    // The feeds of two units tell a record's two moves in the units' order, not in the moves'.
    TRY_LET(moved, when_moved(line.id));
    if (line.revision < moved) return false;
    TRY(remember_move(store_, line.id, line.revision));
    has_moved_ = true;
    if (!standing || standing->unit == line.to) return true;
    if (standing->is_confirmed) {
        const auto hash = records::row_hash(line.id, standing->revision, standing->confirmed);
        deltas_[standing->unit].remove(hash);
        deltas_[line.to].add(hash);
    }
    TRY_LET(statement, store_.connection().prepare("UPDATE record SET unit = $2 WHERE no = $1"));
    TRY(statement.bind(1, standing->no).bind(2, line.to).run());
    return true;
}

Status Confirming::drop(const std::string& id) {
    has_erased_.reset();  // it may be erased next
    TRY_LET(standing, standing_of(id));
    if (!standing || !standing->is_confirmed) return base::Done{};
    take_from_agreement(id, *standing);
    TRY(forget_history(store_, id));
    TRY_LET(statement, store_.connection().prepare("UPDATE record SET confirmed = NULL, epoch = 0, "
                                                   "counter = 0 WHERE no = $1"));
    return statement.bind(1, standing->no).run();
}

Status Confirming::finish() {
    for (const auto& [unit, delta] : deltas_) TRY(move_agreement(store_, unit, delta));
    deltas_.clear();
    return base::Done{};
}

Result<std::map<std::string, records::Agreement>> agreements(Store& store) {
    TRY_LET(statement,
            store.connection().prepare("SELECT unit, count, hash FROM unit_state ORDER BY unit"));
    std::map<std::string, records::Agreement> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found[statement.text(0)] = {statement.number(1),
                                    static_cast<std::uint64_t>(statement.number(2))};
    }
}

Status recount(Store& store, std::string_view unit) {
    records::Agreement sum;
    {
        TRY_LET(rows, store.connection().prepare("SELECT id, epoch, counter, confirmed FROM record "
                                                 "WHERE unit = $1 AND confirmed IS NOT NULL"));
        rows.bind(1, unit);
        for (;;) {
            TRY_LET(has_row, rows.step());
            if (!has_row) break;
            sum.add(
                records::row_hash(rows.text(0), {rows.number(1), rows.number(2)}, rows.text(3)));
        }
    }
    TRY_LET(statement, store.connection().prepare("UPDATE unit_state SET count = $2, hash = $3 "
                                                  "WHERE unit = $1"));
    return statement.bind(1, unit)
        .bind(2, sum.count)
        .bind(3, static_cast<std::int64_t>(sum.hash))
        .run();
}

}  // namespace store
