#include "client/store/confirmed.h"

#include "client/store/outbox.h"

namespace store {

namespace {

struct Standing {
    std::string unit;
    records::Revision revision;
    std::string confirmed;
    bool is_confirmed = false;
};

Result<std::optional<Standing>> standing_of(Store& store, std::string_view id) {
    TRY_LET(statement, store.connection().prepare("SELECT unit, epoch, counter, confirmed FROM "
                                                  "record WHERE id = $1"));
    TRY_LET(has_row, statement.bind(1, id).step());
    if (!has_row) return std::optional<Standing>();
    return std::optional<Standing>(Standing{statement.text(0),
                                            {statement.number(1), statement.number(2)},
                                            statement.text(3),
                                            !statement.is_null(3)});
}

Status move_agreement(Store& store, const std::string& unit, records::Agreement delta) {
    TRY_LET(read, store.connection().prepare("SELECT hash FROM unit_state WHERE unit = $1"));
    TRY_LET(has_row, read.bind(1, unit).step());
    const auto old = has_row ? static_cast<std::uint64_t>(read.number(0)) : 0;
    TRY_LET(statement,
            store.connection().prepare("INSERT INTO unit_state (unit, cursor, count, hash, "
                                       "differs) VALUES ($1, 0, $2, $3, 0) ON CONFLICT (unit) DO "
                                       "UPDATE SET count = count + $2, hash = $3"));
    return statement.bind(1, unit).bind(2, delta.count)
        .bind(3, static_cast<std::int64_t>(old + delta.hash)).run();
}

Status take_from_agreement(Store& store, std::string_view id, const Standing& standing) {
    records::Agreement delta;
    delta.remove(records::row_hash(id, standing.revision, standing.confirmed));
    return move_agreement(store, standing.unit, delta);
}

Status put_row(Store& store, const records::Record& record, const std::string& text) {
    TRY_LET(statement,
            store.connection().prepare(
                "INSERT INTO record (id, type, unit, epoch, counter, confirmed, shown) VALUES "
                "($1, $2, $3, $4, $5, $6, $6) ON CONFLICT (id) DO UPDATE SET unit = excluded.unit, "
                "epoch = excluded.epoch, counter = excluded.counter, "
                "confirmed = excluded.confirmed"));
    return statement.bind(1, record.id.text()).bind(2, record.type).bind(3, record.unit)
        .bind(4, record.revision.epoch).bind(5, record.revision.counter).bind(6, text).run();
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

Result<bool> confirm(Store& store, const records::Record& record, const NamedBy& named_by,
                     bool repairs) {
    const std::string text = record.fields.to_json();
    TRY_LET(standing, standing_of(store, record.id.text()));
    if (standing && standing->is_confirmed) {
        const bool is_damaged = repairs && record.revision == standing->revision &&
                                text != standing->confirmed;
        if (record.revision <= standing->revision && !is_damaged) return false;
        TRY(take_from_agreement(store, record.id.text(), *standing));
    }
    TRY(put_row(store, record, text));
    records::Agreement delta;
    delta.add(records::row_hash(record.id.text(), record.revision, text));
    TRY(move_agreement(store, record.unit, delta));
    TRY(put_links(store, record, named_by));
    TRY(refresh_shown(store, record.id.text()));
    return true;
}

Status drop_confirmed(Store& store, std::string_view id) {
    TRY_LET(standing, standing_of(store, id));
    if (!standing || !standing->is_confirmed) return base::Done{};
    TRY(take_from_agreement(store, id, *standing));
    TRY_LET(statement, store.connection().prepare("UPDATE record SET confirmed = NULL, epoch = 0, "
                                                  "counter = 0 WHERE id = $1"));
    TRY(statement.bind(1, id).run());
    return refresh_shown(store, id);
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
            sum.add(records::row_hash(rows.text(0), {rows.number(1), rows.number(2)},
                                      rows.text(3)));
        }
    }
    TRY_LET(statement, store.connection().prepare("UPDATE unit_state SET count = $2, hash = $3 "
                                                  "WHERE unit = $1"));
    return statement.bind(1, unit).bind(2, sum.count)
        .bind(3, static_cast<std::int64_t>(sum.hash)).run();
}

}  // namespace store
