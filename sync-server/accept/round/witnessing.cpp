#include "sync-server/accept/round/witnessing.h"

#include "sync-server/accept/change/contending.h"
#include "sync-server/accept/change/relocating.h"
#include "sync-server/accept/change/waiting.h"
#include "sync-server/accept/change/writing.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/changes/witnesses.h"
#include "sync-server/store/records/erasing.h"
#include "sync-server/store/records/moves.h"
#include "sync-server/store/records/records.h"

#include <algorithm>
#include <array>
#include <set>

namespace accept {

namespace {

using server_store::StoredRecord;

constexpr std::int64_t kConsoleIncarnation = 0;

// Up to which revision of the time before the restore the record is here.
records::Revision reached_by(const Session& session, const std::optional<StoredRecord>& standing,
                             const std::optional<server_store::Witness>& witness) {
    records::Revision reached = witness ? witness->revision : records::Revision{};
    if (!standing) return reached;
    if (standing->record.revision.epoch != session.epoch) {
        return std::max(reached, standing->record.revision);
    }
    return std::max(reached, Writers::parse(standing->writers).newest_before(session.epoch));
}

records::Change change_of(const Session& session, const records::Record& brought,
                          const std::optional<StoredRecord>& standing) {
    records::Change change;
    change.record = brought.id;
    change.type = brought.type;
    change.unit = brought.unit;
    // Nothing that was written before the restore stands against it.
    change.base = {session.epoch, 0};
    change.set = standing ? brought.fields.changes_since(standing->record.fields) : brought.fields;
    change.form_version = "1";
    change.made_at = session.now;
    change.reason =
        "brought back by " + session.device.id.text() + ": revision " + to_text(brought.revision);
    return change;
}

struct Logging {
    const records::Change& change;
    std::string line;
    std::int64_t n;
    std::string hash;
};

Status log(Session& session, server_store::Device& console, const Logging& logging,
           const protocol::Outcome& outcome, const base::Fields& before) {
    server_store::LoggedChange logged;
    logged.device = console.no;
    logged.n = logging.n;
    logged.record = logging.change.record.text();
    logged.line = logging.line;
    logged.hash = logging.hash;
    logged.received_at = session.now;
    logged.before = before.to_json();
    logged.outcome = to_line(outcome);
    logged.outcome_seq = ++console.outcome_seq;
    TRY(server_store::log_change(session.connection, logged));
    console.acknowledged = logging.n;
    console.head = logging.hash;
    return server_store::save_progress(session.connection, console);
}

Status quarantine(Session& session, server_store::Device& console, const Logging& logging,
                  const Obstacle& obstacle) {
    TRY(server_store::put_quarantined(
        session.connection, {console.no, logging.n, logging.change.record.text(), logging.line,
                             obstacle.code, obstacle.field, obstacle.reason, session.now, true}));
    protocol::Outcome outcome;
    outcome.n = logging.n;
    outcome.kind = protocol::OutcomeKind::Quarantined;
    outcome.code = obstacle.code;
    outcome.field = obstacle.field;
    outcome.reason = obstacle.reason;
    return log(session, console, logging, outcome, {});
}

// The fields keep the revision by which they were written before the restore, so that a change
// whose author saw it is still the next one.
Status write(Session& session, server_store::Device& console, const Logging& logging,
             records::Revision was, std::optional<StoredRecord> standing) {
    const records::Change& change = logging.change;
    const forms::Form& form = *session.forms.find(change.type);
    StoredRecord stored = standing ? std::move(*standing) : StoredRecord{};
    const bool is_new = stored.no == 0;
    if (is_new) {
        stored.record = {change.record, change.type, change.unit, {}, {}};
    }
    const records::Revision before = stored.record.revision;
    const records::Revision next{session.epoch, before.counter + 1};
    const Writer author{was, console.no, kConsoleIncarnation, logging.n};
    const Merged merged = is_new ? create(change, author)
                                 : merge(stored.record.fields, Writers::parse(stored.writers),
                                         before, change, author, form);
    protocol::Outcome outcome;
    outcome.n = logging.n;
    outcome.kind = is_new ? protocol::OutcomeKind::Applied : protocol::OutcomeKind::Merged;
    outcome.revision = merged.changed || is_new ? next : before;
    TRY(put_losers(session, change, merged, author, outcome));
    if (merged.changed || is_new) TRY(put_merged(session, stored, merged, next, form));
    return log(session, console, logging, outcome, merged.before);
}

// She holds it where it went after the backup: the move is brought back with it, if the record
// stands in a posyandu of hers too. Not what was moved since the restore.
Result<bool> may_bring_back_move(Session& session, const records::Record& brought,
                                 const StoredRecord& standing) {
    const bool is_elsewhere = standing.record.unit != brought.unit;
    if (!is_elsewhere || session.units.count(brought.unit) == 0) return false;
    TRY_LET(moves, server_store::moves_of(session.connection, brought.id.text()));
    return moves.empty() || moves.back().revision.epoch != session.epoch;
}

// To pull a family into her own posyandu it would be enough to say that it had been there: so it
// waits for somebody who knows.
Result<std::optional<Obstacle>> move_obstacle(Session& session, const records::Record& brought,
                                              std::optional<StoredRecord>& standing) {
    if (!standing || standing->record.unit == server_store::kOutside) {
        return std::optional<Obstacle>();
    }
    TRY_LET(has_moved, may_bring_back_move(session, brought, *standing));
    if (!has_moved) return std::optional<Obstacle>();
    const std::string from = standing->record.unit;
    if (session.units.count(from) == 0) {
        return std::optional(
            Obstacle{kMovedBack, "",
                     "Laptop membawanya kembali sebagai pindahan ke " + brought.unit +
                         "; data puskesmas dari sebelum pemulihan menyimpannya di " + from +
                         ". Data tersimpan utuh; koordinator akan memeriksanya."});
    }
    TRY(relocate(session, *standing, brought.unit, base::to_text(session.today)));
    return std::optional<Obstacle>();
}

struct Brought {
    server_store::Quarantined item;
    std::string to;
    std::string anchor;  // as it was brought, on top of what stands
};

// All that waits for somebody to say that it moved.
Result<std::vector<Brought>> all_moved_back(Session& session) {
    TRY_LET(open, server_store::open_quarantine(session.connection));
    std::vector<Brought> found;
    for (server_store::Quarantined& each : open) {
        const auto change = records::parse_change(each.line);
        if (each.code != kMovedBack || !change.ok()) continue;
        TRY_LET(standing, server_store::find_record(session.connection, each.record));
        records::Record record{change.value().record,
                               change.value().type,
                               "",
                               {},
                               document_of(standing, {change.value()})};
        found.push_back({std::move(each), change.value().unit, anchor_of(record)});
    }
    return found;
}

// Of those, the ones that hang together with it and were brought from the same posyandu.
std::vector<Brought> family_of(const std::vector<Brought>& all, const std::string& record) {
    std::string to;
    for (const Brought& each : all) {
        if (each.item.record == record) to = each.to;
    }
    std::set<std::string> ids = {record};
    std::set<std::string> anchors;
    std::vector<Brought> family;
    for (bool has_grown = true; has_grown;) {
        has_grown = false;
        family.clear();
        for (const Brought& each : all) {
            const std::string& id = each.item.record;
            const bool hangs_on = ids.count(id) != 0 || ids.count(each.anchor) != 0 ||
                                  anchors.count(id) != 0 || anchors.count(each.anchor) != 0;
            if (each.to != to || !hangs_on) continue;
            has_grown = ids.insert(id).second || has_grown;
            if (!each.anchor.empty()) has_grown = anchors.insert(each.anchor).second || has_grown;
            family.push_back(each);
        }
    }
    return family;
}

// Another laptop brought it before, and had no right to say that it moved; this one has.
Status confirm_move(Session& session, const records::Record& brought,
                    const std::optional<StoredRecord>& standing) {
    if (!standing || session.units.count(standing->record.unit) == 0) return base::Done{};
    TRY_LET(has_moved, may_bring_back_move(session, brought, *standing));
    if (!has_moved) return base::Done{};
    TRY_LET(all, all_moved_back(session));
    for (const Brought& each : all) {
        const bool is_it = each.item.record == brought.id.text() && each.to == brought.unit;
        if (is_it) return take_family_back(session, each.item, false);
    }
    return base::Done{};
}

// An older age of it waits already: the newer one says all of it again.
Status drop_older(Session& session, const records::Record& brought) {
    TRY_LET(all, all_moved_back(session));
    for (const Brought& each : all) {
        if (each.item.record != brought.id.text() || each.to != brought.unit) continue;
        TRY(server_store::close_quarantined(session.connection, each.item.device, each.item.n,
                                            session.now, "replaced"));
        protocol::Outcome outcome;
        outcome.n = each.item.n;
        outcome.kind = protocol::OutcomeKind::Identical;
        TRY(announce(session, each.item.device, each.item.n, outcome));
    }
    return base::Done{};
}

// What others brought as of this posyandu and could not say: it is asked of one who can. Of another
// posyandu she would only say again what is known.
Result<std::set<std::string>> asked_of(Session& session, const std::string& unit) {
    std::set<std::string> ids;
    TRY_LET(all, all_moved_back(session));
    for (const Brought& each : all) {
        if (each.to != unit) continue;
        TRY_LET(standing, server_store::find_record(session.connection, each.item.record));
        if (!standing || session.units.count(standing->record.unit) == 0) continue;
        records::Record brought = standing->record;
        brought.unit = each.to;
        TRY_LET(may, may_bring_back_move(session, brought, *standing));
        if (may) ids.insert(each.item.record);
    }
    return ids;
}

}  // namespace

Status take_witness(Session& session, std::string_view line) {
    const auto parsed = protocol::parse_record_line(line);
    if (!parsed.ok()) return base::Done{};
    const records::Record& brought = parsed.value().record;
    const std::string& id = brought.id.text();
    TRY_LET(is_erased, server_store::is_erased(session.connection, id));
    if (is_erased) return base::Done{};
    TRY_LET(standing, server_store::find_record(session.connection, id));
    TRY_LET(before, server_store::find_witness(session.connection, id));
    const bool is_of_now = brought.revision.epoch >= session.epoch;
    if (is_of_now) return base::Done{};
    if (brought.revision <= reached_by(session, standing, before)) {
        const bool waits = before && !before->is_taken;
        if (waits) return confirm_move(session, brought, standing);
        // She heard that it moved and not yet what it is there: the answer says that it is known.
        const bool is_elsewhere = standing && standing->record.unit != brought.unit;
        if (!is_elsewhere) return base::Done{};
        const records::Revision known = reached_by(session, standing, before);
        return server_store::put_witness(session.connection, id, {known, true});
    }
    TRY_LET(moved, move_obstacle(session, brought, standing));
    if (moved) TRY(drop_older(session, brought));
    TRY_LET(console, server_store::find_device(session.connection, server_store::kConsoleDevice));
    CHECK(console.has_value());  // made by init
    const records::Change change = change_of(session, brought, standing);
    const std::int64_t n = console->acknowledged + 1;
    const std::string text = to_line(change);
    const Logging logging{change, text, n, records::chain_hash(console->head, n, text)};
    TRY_LET(other, obstacle_of(session, {session.device, session.units, true},
                               {{n, session.device.incarnation, change}}, standing));
    const std::optional<Obstacle>& obstacle = moved ? moved : other;
    TRY(server_store::put_witness(session.connection, id, {brought.revision, !obstacle}));
    if (obstacle) return quarantine(session, *console, logging, *obstacle);
    return write(session, *console, logging, brought.revision, std::move(standing));
}

Status take_family_back(Session& session, const server_store::Quarantined& item, bool but_itself) {
    TRY_LET(all, all_moved_back(session));
    TRY_LET(console, server_store::find_device(session.connection, server_store::kConsoleDevice));
    CHECK(console.has_value());  // made by init
    const std::vector<Brought> family = family_of(all, item.record);
    for (const Brought& each : family) {
        TRY(relocate_with_all(session, each.item.record, each.to, base::to_text(session.today)));
        TRY(server_store::mark_witness_taken(session.connection, each.item.record));
    }
    for (const Brought& each : family) {
        if (but_itself && each.item.record == item.record) continue;
        TRY_LET(waiting, waiting_of(session, console->no, each.item.record));
        TRY(release(session, *console, waiting, "taken"));
    }
    return base::Done{};
}

Result<bool> is_brought_back(Session& session, std::string_view record, records::Revision was) {
    TRY_LET(witness, server_store::find_witness(session.connection, record));
    return witness && witness->is_taken && witness->revision >= was;
}

Result<std::vector<protocol::Held>> held_of(Session& session, const std::string& unit,
                                            const std::vector<std::string>& device_sums) {
    TRY_LET(rows, server_store::all_of_unit(session.connection, unit));
    std::array<records::Agreement, records::kBuckets> sums{};
    std::array<protocol::Held, records::kBuckets> buckets{};
    for (const StoredRecord& stored : rows) {
        const std::string& id = stored.record.id.text();
        const auto bucket = static_cast<std::size_t>(records::bucket_of(id));
        sums[bucket].add(records::row_hash(id, stored.record.revision, stored.fields_text));
        buckets[bucket].rows[id] = stored.record.revision;
    }
    // Known counts as held: a revision that said nothing new, or one that waits in quarantine.
    TRY_LET(known, server_store::witnesses(session.connection));
    TRY_LET(asked, asked_of(session, unit));
    for (const auto& [id, witness] : known) {
        if (asked.count(id) != 0) continue;
        records::Revision& held =
            buckets[static_cast<std::size_t>(records::bucket_of(id))].rows[id];
        held = std::max(held, witness.revision);
    }
    // What has moved away is held elsewhere.
    TRY_LET(moved, server_store::moved_away(session.connection, unit));
    for (const server_store::MovedAway& each : moved) {
        records::Revision& held =
            buckets[static_cast<std::size_t>(records::bucket_of(each.id))].rows[each.id];
        held = std::max(held, each.revision);
    }
    // What was erased is not asked for.
    TRY_LET(erased, server_store::erased_ids(session.connection));
    for (const std::string& id : erased) {
        buckets[static_cast<std::size_t>(records::bucket_of(id))].rows[id] = {session.epoch, 0};
    }
    std::vector<protocol::Held> differing;
    for (std::size_t i = 0; i < buckets.size() && i < device_sums.size(); ++i) {
        if (records::hash_text(sums[i].hash) == device_sums[i]) continue;
        protocol::Held held{unit, static_cast<int>(i), std::move(buckets[i].rows)};
        differing.push_back(std::move(held));
    }
    return differing;
}

}  // namespace accept
