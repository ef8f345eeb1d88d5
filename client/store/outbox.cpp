#include "client/store/outbox.h"

#include "shared/base/text.h"
#include "shared/protocol/limits.h"

#include <algorithm>

namespace store {

namespace {

#define SENT_COLUMNS "n, record, line, hash, state, outcome, epoch, counter"

Sent read_sent(const db::Statement& row) {
    return Sent{row.number(0), RecordId(row.text(1)), row.text(2),  row.text(3),
                row.text(4),   row.text(5),           std::nullopt, {row.number(6), row.number(7)}};
}

Result<std::vector<Sent>> read_all(db::Statement& statement) {
    std::vector<Sent> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(read_sent(statement));
    }
}

Status put_links(Store& store, const std::string& source, const std::vector<std::string>& targets) {
    for (const std::string& target : targets) {
        TRY_LET(add, store.connection().prepare("INSERT INTO link (source, target) VALUES "
                                                "($1, $2) ON CONFLICT DO NOTHING"));
        TRY(add.bind(1, source).bind(2, target).run());
    }
    return base::Done{};
}

// What the author saw: the confirmed revision (SYNC, words: base), and the fields as shown.
struct Seen {
    records::Revision base;
    Fields fields;
};
Result<Seen> seen_of(Store& store, const RecordId& record) {
    TRY_LET(found, store.find(record.text()));
    if (!found) return Seen{};
    return Seen{found->record.revision, std::move(found->record.fields)};
}

Fields replaced_by(const Fields& set, const Fields& shown) {
    Fields before;
    for (const auto& [name, token] : set.entries()) {
        if (const std::string* old = shown.token(name)) before.set_token(name, *old);
    }
    return before;
}

Status append(Store& store, const records::Change& change, const std::string& line,
              const Fields& before, Instant now) {
    TRY_LET(progress, store.progress());
    const std::int64_t n = progress.last_n + 1;
    const std::string hash = records::chain_hash(progress.head, n, line);
    TRY_LET(statement, store.connection().prepare(
                           "INSERT INTO outbox (n, record, line, hash, made_at, state, outcome, "
                           "epoch, counter, in_overlay, before) VALUES ($1, $2, $3, $4, $5, "
                           "'waiting', '', 0, 0, 1, $6)"));
    TRY(statement.bind(1, n)
            .bind(2, change.record.text())
            .bind(3, line)
            .bind(4, hash)
            .bind(5, now.unix_ms)
            .bind(6, before.to_json())
            .run());
    progress.last_n = n;
    progress.head = hash;
    return store.set_progress(progress);
}

// The lines of the record's unresolved changes, in order.
Result<std::vector<std::string>> overlay_of(Store& store, std::string_view record) {
    TRY_LET(statement, store.connection().prepare("SELECT line FROM outbox WHERE record = $1 AND "
                                                  "in_overlay = 1 ORDER BY n"));
    statement.bind(1, record);
    std::vector<std::string> lines;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return lines;
        lines.push_back(statement.text(0));
    }
}

// A line that its own reader would not take never leaves the laptop, so it is never kept.
Status check_line(const Write& write, const std::string& line) {
    using base::Error;
    using base::ErrorCode;
    for (const std::string* text : {&write.reason, &write.type, &write.unit, &write.decides}) {
        if (!base::is_valid_utf8(*text)) {
            return Error{ErrorCode::Usage, "alasan berisi huruf yang tidak terbaca (bukan UTF-8)"};
        }
    }
    if (line.size() > protocol::kLineBytesMax) {
        return Error{ErrorCode::Refused,
                     "this record is too long to be sent; please shorten the notes"};
    }
    if (line.find('\n') != std::string::npos || !records::parse_change(line).ok()) {
        return Error{ErrorCode::Refused, "isian ini tidak dapat dikirim: susunannya tidak terbaca"};
    }
    return base::Done{};
}

Status remove_draft(Store& store, std::string_view draft) {
    if (draft.empty()) return base::Done{};
    TRY_LET(statement, store.connection().prepare("DELETE FROM draft WHERE id = $1"));
    return statement.bind(1, draft).run();
}

bool writes_to(const records::Change& earlier, const Write& write) {
    const auto has = [&](const std::string& field) { return earlier.set.has(field); };
    const auto& entries = write.set.entries();
    return std::any_of(entries.begin(), entries.end(),
                       [&](const Fields::Entry& entry) { return has(entry.first); }) ||
           std::any_of(write.tied.begin(), write.tied.end(), has);
}

// Where a field, or one that is tied to it, shows her own value that is not resolved yet, the
// server's may be another by now, which she has not seen below it: she writes on what her own value
// was written on (SYNC 8, 10).
Result<records::Revision> base_of(Store& store, const Write& write, records::Revision confirmed) {
    TRY_LET(lines, overlay_of(store, write.record.text()));
    records::Revision base = confirmed;
    for (const std::string& line : lines) {
        const auto earlier = records::parse_change(line);
        if (!earlier.ok() || !(earlier.value().base < base)) continue;
        if (writes_to(earlier.value(), write)) base = earlier.value().base;
    }
    return base;
}

}  // namespace

// Her own values that are not resolved yet are shown too: what they were written on is what she has
// seen for certain.
Result<records::Revision> base_now(Store& store, const RecordId& record) {
    TRY_LET(seen, seen_of(store, record));
    TRY_LET(lines, overlay_of(store, record.text()));
    for (const std::string& line : lines) {
        const auto earlier = records::parse_change(line);
        if (earlier.ok()) seen.base = std::min(seen.base, earlier.value().base);
    }
    return seen.base;
}

Result<std::int64_t> save(Store& store, const Write& write, const std::vector<std::string>& named,
                          Instant now, std::string_view draft_to_remove) {
    TRY_LET(transaction, db::Transaction::begin(store.connection()));
    TRY_LET(n, save_inside(store, write, named, now, draft_to_remove));
    TRY(transaction.commit());
    return n;
}

namespace {

// What waits of this record at the health centre is before her eyes: the change mends it, also in a
// later life of this laptop (SYNC 12).
Result<std::optional<std::int64_t>> mended_by(Store& store, const Write& write) {
    TRY_LET(row, store.connection().prepare("SELECT MAX(n) FROM outbox WHERE record = $1 AND "
                                            "state = 'quarantined'"));
    TRY_LET(has_row, row.bind(1, write.record.text()).step());
    if (!has_row || row.is_null(0)) return std::optional<std::int64_t>();
    return std::optional(row.number(0));
}

}  // namespace

Result<std::int64_t> save_inside(Store& store, const Write& write,
                                 const std::vector<std::string>& named, Instant now,
                                 std::string_view draft_to_remove) {
    TRY(remove_draft(store, draft_to_remove));
    if (write.set.empty() && write.decides.empty()) return std::int64_t{0};
    TRY_LET(seen, seen_of(store, write.record));
    if (write.decides.empty()) {
        if (write.base) seen.base = std::min(seen.base, *write.base);
        TRY_LET(base, base_of(store, write, seen.base));
        seen.base = base;
    }
    TRY_LET(mends, mended_by(store, write));
    const records::Change change{write.record, write.type,         write.unit, seen.base,
                                 write.set,    write.form_version, now,        write.reason,
                                 mends,        write.decides,      {}};
    const std::string line = to_line(change);
    TRY(check_line(write, line));
    TRY(put_place(store, write.record, write.type, write.unit));
    TRY(append(store, change, line, replaced_by(write.set, seen.fields), now));
    TRY(refresh_shown(store, write.record.text()));
    TRY(put_links(store, write.record.text(), named));
    TRY_LET(progress, store.progress());
    return progress.last_n;
}

Status put_place(Store& store, const RecordId& record, std::string_view type,
                 std::string_view unit) {
    TRY_LET(statement,
            store.connection().prepare("INSERT INTO record (id, type, unit, epoch, counter, "
                                       "confirmed, shown) VALUES ($1, $2, $3, 0, 0, NULL, '{}') "
                                       "ON CONFLICT (id) DO NOTHING"));
    return statement.bind(1, record.text()).bind(2, type).bind(3, unit).run();
}

Result<bool> has_unresolved(Store& store, std::string_view record) {
    TRY_LET(statement, store.connection().prepare("SELECT 1 FROM outbox WHERE record = $1 AND "
                                                  "in_overlay = 1"));
    return statement.bind(1, record).step();
}

// Rows that are right already are not written: after a sync most are.
Status show_confirmed(Store& store, std::string_view record) {
    TRY_LET(row, store.connection().prepare("SELECT no, confirmed IS NULL, confirmed IS NOT "
                                            "NULL AND shown = '' FROM record WHERE id = $1"));
    TRY_LET(has_row, row.bind(1, record).step());
    if (!has_row || row.number(2) != 0) return base::Done{};
    TRY_LET(change, store.connection().prepare(row.number(1) != 0
                                                   ? "DELETE FROM record WHERE no = $1"
                                                   : "UPDATE record SET shown = '' WHERE no = $1"));
    return change.bind(1, row.number(0)).run();
}

Status refresh_shown(Store& store, std::string_view record) {
    TRY_LET(lines, overlay_of(store, record));
    if (lines.empty()) return show_confirmed(store, record);
    TRY_LET(row, store.connection().prepare("SELECT confirmed FROM record WHERE id = $1"));
    TRY_LET(has_row, row.bind(1, record).step());
    if (!has_row) return base::Done{};
    TRY_LET(fields, Fields::parse(row.is_null(0) ? "{}" : row.text(0)));
    for (const std::string& line : lines) {
        const auto change = records::parse_change(line);
        // What an older program wrote and this one cannot read is sent all the same, not shown.
        if (change.ok()) fields.apply(change.value().set);
    }
    TRY_LET(update, store.connection().prepare("UPDATE record SET shown = $2 WHERE id = $1"));
    return update.bind(1, record).bind(2, fields.to_json()).run();
}

Result<std::vector<Sent>> to_send(Store& store, std::size_t bytes_max) {
    TRY_LET(progress, store.progress());
    TRY_LET(statement, store.connection().prepare("SELECT " SENT_COLUMNS " FROM outbox WHERE "
                                                  "n > $1 ORDER BY n"));
    statement.bind(1, progress.acknowledged);
    std::vector<Sent> batch;
    std::size_t bytes = 0;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return batch;
        Sent next = read_sent(statement);
        bytes += next.line.size() + 1;
        if (!batch.empty() && bytes > bytes_max) return batch;
        batch.push_back(std::move(next));
    }
}

Result<std::string> hash_at(Store& store, std::int64_t n) {
    if (n == 0) return std::string();
    TRY_LET(statement, store.connection().prepare("SELECT hash FROM outbox WHERE n = $1"));
    TRY_LET(has_row, statement.bind(1, n).step());
    if (has_row) return statement.text(0);
    // After a fork the chain goes on from the other life's last change, which is not in this box.
    return store.meta("chain_before_" + std::to_string(n + 1));
}

Result<std::vector<Sent>> troubled(Store& store) {
    TRY_LET(statement,
            store.connection().prepare("SELECT " SENT_COLUMNS " FROM outbox WHERE state <> 'done' "
                                       "AND state IN ('quarantined', 'conflict', 'rejected') "
                                       "ORDER BY n"));
    return read_all(statement);
}

Result<std::vector<Sent>> changes_of(Store& store, std::string_view record) {
    TRY_LET(statement, store.connection().prepare("SELECT " SENT_COLUMNS ", before FROM outbox "
                                                  "WHERE record = $1 ORDER BY n"));
    statement.bind(1, record);
    std::vector<Sent> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(read_sent(statement));
        if (statement.is_null(8)) continue;
        TRY_LET(before, Fields::parse(statement.text(8)));
        found.back().before = std::move(before);
    }
}

}  // namespace store
